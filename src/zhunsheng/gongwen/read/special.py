"""What only some documents have: several organs, the post of a signer, those who met."""

from __future__ import annotations

import re
from typing import Any, Final

from zhunsheng.gongwen.model import Block, Form, Kind

ATTENDANCE: Final = re.compile(
    r"(出席|请假|缺席|列席)[人员]*\s?[：:]\s*"
)  # present, excused, observers
_FIELDS: Final = {"出席": "present", "请假": "excused", "缺席": "excused", "列席": "observers"}
_DOCUMENT_WORD: Final = "文件"  # document, beside the names of several organs
_POST: Final = re.compile(r"(\S.*?)[\s\u3000]+(\S+)")
_ORDER: Final = re.compile(r"(?:命令|令)$")
_MINUTES: Final = re.compile(r"纪要$")


def form_of(blocks: list[Block]) -> Form:
    """The form that the red head's own words tell: an order's or minutes'; a letter's tell none."""
    mark = _solid("".join(block.text for block in blocks if block.kind is Kind.ORGAN_MARK))
    if _ORDER.search(mark):
        return Form.ORDER
    return Form.MINUTES if _MINUTES.search(mark) else Form.DOCUMENT


def special(blocks: list[Block], form: Form) -> dict[str, Any]:
    """The elements by the names of the document's fields."""
    found: dict[str, Any] = {}
    found["organ_mark"], found["joint_marks"] = _marks(blocks)
    names = _signatures(blocks)
    found["signature"], found["joint_signatures"] = (names[0] if names else ""), names[1:]
    for block in blocks:
        if block.kind is Kind.SIGNED_POST and form is Form.ORDER:
            match = _POST.fullmatch(block.text.strip())
            found["signer_post"] = match[1] if match else ""
            found["signers"] = (match[2] if match else block.text.strip(),)
        elif block.kind is Kind.ATTENDANCE and (match := ATTENDANCE.match(block.text)):
            found[_FIELDS[match[1]]] = block.text[match.end() :].strip()
    return found


def _marks(blocks: list[Block]) -> tuple[str, tuple[str, ...]]:
    """The host's mark, and the names that stand with it (7.2.4)."""
    rows = [_solid(block.text) for block in blocks if block.kind is Kind.ORGAN_MARK]
    if len(rows) < 2:
        return (rows[0] if rows else ""), ()
    # 文件 stands in a row of its own, or was read behind the name it stands beside.
    beside = any(row.endswith(_DOCUMENT_WORD) for row in rows)
    names = [name for row in rows if (name := row.removesuffix(_DOCUMENT_WORD))]
    return names[0] + _DOCUMENT_WORD * beside, tuple(names[1:])


def _signatures(blocks: list[Block]) -> tuple[str, ...]:
    """The organs that sign; those beside each other are parted by what parts them on the page."""
    texts = (block.text for block in blocks if block.kind is Kind.SIGNATURE)
    return tuple(name for text in texts for name in re.split(r"[\s\u3000]+", text.strip()) if name)


def _solid(text: str) -> str:
    """The words of a red head, whose characters may stand apart to fill the row."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", text).strip()
