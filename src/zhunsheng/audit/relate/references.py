"""A figure named again as a known one: 这128件, 在办复的145件中, 128件建议全部办结."""

import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number, one_slip

_THESE: Final = re.compile(
    r"(?:这|上述|(?:^|[。；，\n])(?:全部|全体|所有)|(?<![岁元人件名年个级分米天%])以上|该)$"
)
_THESE_ENDS: Final = frozenset("这述部体有上该")
_OF_THE: Final = re.compile(
    r"(?:^|[。；，\n])(?:[在对]?[^，。；、：\d]{1,14}的|在[^，。；、：\d]{1,14})$"
)
_AMONG: Final = re.compile(r"^[^，。；、：\d]{0,6}[中里内][，,：:]")
_ALL: Final = re.compile(r"^[^，。；、：\d]{0,8}(?:全部|均已|均在|全都|都已)")
_WORD: Final = re.compile(r"[一-鿿]{2,}")
_COMMON: Final = frozenset(["其中", "全部", "累计", "共计", "全市", "全县", "全区", "全省", "全年"])
_BACK: Final = 24  # figures among which the known one is looked for
_NEAREST: Final = 3
_ENOUGH: Final = 100  # smaller figures are one slip apart by chance
_FARTHEST: Final = 500  # characters


def references(passage: Passage) -> tuple[Relation, ...]:
    """Such figures beside the one they name, and those that one slip keeps from being it."""
    found = []
    for place, mention in enumerate(passage.mentions):
        if mention.exact and mention.unit and mention.unit != "%" and _is_known(passage, mention):
            relation = _named(passage, place)
            if relation is not None:
                found.append(relation)
    return tuple(found)


def _is_known(passage: Passage, mention: Mention) -> bool:
    before, after = passage.before(mention), passage.after(mention, 16)
    if before.rstrip("\n")[-1:] in _THESE_ENDS and _THESE.search(before):
        return True
    if _AMONG.match(after):
        return bool(_OF_THE.search(before)) or _opens(passage, mention)
    return bool(_ALL.match(after)) and _opens(passage, mention)


def _opens(passage: Passage, mention: Mention) -> bool:
    """Whether the figure begins its sentence."""
    return mention.start == 0 or passage.plain[mention.start - 1] in "。\n"


def _named(passage: Passage, place: int) -> Relation | None:
    mention = passage.mentions[place]
    earlier = list(_earlier(passage, place))
    same = next((m for m in earlier if m.value == mention.value), None)
    if same is not None:
        return _relation(mention, same, holds=True)
    # 其中本局的400件中: a part, not the figure before; round figures are alike by chance.
    if "其中" in passage.before(mention) or len(str(int(mention.value)).rstrip("0")) < 2:
        return None
    words = _bigrams(passage, mention)
    # 这128件 is one of the last few, whatever they are called.
    sure = "这" in passage.before(mention, 2) and mention.value >= _ENOUGH
    these = earlier[:_NEAREST] if sure else []
    slipped = next(
        (
            m
            for m in earlier
            if one_slip(m.value, mention.value) and (m in these or words & _bigrams(passage, m))
        ),
        None,
    )
    return None if slipped is None else _relation(mention, slipped, holds=False)


def _earlier(passage: Passage, place: int) -> Iterator[Mention]:
    mention = passage.mentions[place]
    for other in reversed(passage.mentions[max(0, place - _BACK) : place]):
        if mention.start - other.end > _FARTHEST:
            return
        if other.unit == mention.unit and other.exact:
            yield other


def _bigrams(passage: Passage, mention: Mention) -> set[str]:
    """Each two characters of the words around a figure, not past the clause."""
    before = re.split(r"[。；，、：]", passage.before(mention, 16))[-1]
    after = re.split(r"[。；，、：]", passage.after(mention, 10))[0]
    pairs = {w[n : n + 2] for w in _WORD.findall(f"{before}|{after}") for n in range(len(w) - 1)}
    return {pair for pair in pairs - _COMMON if "的" not in pair}


def _relation(mention: Mention, known: Mention, *, holds: bool) -> Relation:
    sign = "=" if holds else "≠"
    arithmetic = f"{number(mention.value)} {sign} {number(known.value)}"
    return Relation("repeat", mention, (known,), holds, arithmetic)
