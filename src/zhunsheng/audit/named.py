"""What a verified relation is about, so that its arithmetic can be read without the document."""

from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.scope import counted

#: Of these the part says what is told, not the percentage: its words are 占 or 增长.
_OF_THE_PART: Final = {"share": "占比", "growth": "增幅", "difference": "增减"}
_LONGEST: Final = 14  # characters


def named(passage: Passage, relation: Relation) -> Relation:
    """The relation with the name of what its total counts; as it is where the words give none."""
    if relation.of:
        return relation  # a table names its rows and columns
    suffix = _OF_THE_PART.get(relation.kind, "")
    figure = relation.parts[0] if suffix and relation.parts else relation.total
    name = _name(passage, figure)
    if len(name) <= 1 or "：" in relation.arithmetic:
        return relation  # 主动公开信息：502条 = 502条 names it already
    return Relation(
        relation.kind, relation.total, relation.parts, relation.holds, relation.arithmetic,
        relation.note_zh, relation.note_en, f"{name}{suffix}",
    )  # fmt: skip


def _name(passage: Passage, figure: Mention) -> str:
    name = counted(passage.plain, figure, passage.clause(figure))
    name = name.lstrip("对将把在").rstrip("中里内的")
    return name if len(name) <= _LONGEST else f"…{name[-_LONGEST:]}"
