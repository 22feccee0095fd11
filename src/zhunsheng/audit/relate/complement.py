"""What is left of a whole when some of it ended: documents cleaned up, and those still in force."""

import functools
import re
from decimal import Decimal

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number

_CLEANED = ("清理", "梳理", "评估", "审查")
_WHOLE = re.compile("|".join(_CLEANED))
_STOP = re.compile(r"[，。；]")
_WHOLE_AFTER = re.compile(r"^[^，。；]{0,16}(?:进行|开展)?(?:了)?(?:全面)?(?:清理|梳理)")
_GONE = re.compile(r"废止|失效|宣布失效|修改|修订|停止执行")
_LEFT = re.compile(
    r"(?:现行|继续|保留|仍然)[^，。；\d]{0,12}(?:有效)?[^，。；\d]{0,14}$|有效[^，。；\d]{0,14}$"
)
_MADE = re.compile(r"制定新|新制定|新出台|新增|新印发|制定出台")
_REACH, _AFTER = 160, 24  # characters


@functools.lru_cache(maxsize=2)
def complements(passage: Passage) -> tuple[Relation, ...]:
    """left = whole − gone, where a clean-up says all of them."""
    if not passage.words.any_of(_CLEANED):
        return ()
    mentions = passage.mentions
    found = []
    cleaned = frozenset(passage.told_with(*_CLEANED))
    for place, whole in enumerate(mentions):
        named = place in cleaned or "理" in passage.plain[whole.end : whole.end + _AFTER]
        if not named or not _is_whole(passage, whole):
            continue
        relation = _from(passage, whole, mentions[place + 1 : place + 9])
        if relation is not None:
            found.append(relation)
    return tuple(found)


def _is_whole(passage: Passage, whole: Mention) -> bool:
    if not whole.exact or whole.unit == "%":
        return False
    before, after = passage.before(whole), passage.after(whole, _AFTER)
    cleaned_after = "理" in after and _WHOLE_AFTER.search(after) is not None
    if not cleaned_after and not _WHOLE.search(before):
        return False
    words = _STOP.split(before)[-1]
    return not _GONE.search(words) and (cleaned_after or _WHOLE.search(words) is not None)


def _from(passage: Passage, whole: Mention, rest: tuple[Mention, ...]) -> Relation | None:
    gone: list[Mention] = []
    for mention in rest:
        if mention.start - whole.end > _REACH or not mention.exact:
            return None
        words = passage.before(mention)
        if _LEFT.search(words) and gone:
            return _relation(passage, whole, tuple(gone), mention)
        if _GONE.search(words):
            gone.append(mention)
        else:
            return None
    return None


def _relation(
    passage: Passage, whole: Mention, gone: tuple[Mention, ...], left: Mention
) -> Relation:
    wanted = whole.value - sum((m.value for m in gone), Decimal(0))
    holds = wanted == left.value
    minus = " − ".join(number(m.value) for m in (whole, *gone))
    made = _MADE.search(passage.plain, max(0, whole.start - _REACH), left.end)
    arithmetic = (
        f"{number(left.value)} = {minus}"
        if holds
        else f"{number(left.value)} ≠ {minus} = {number(wanted)}"
    )
    note = (
        ("仅在期间没有新制定时成立，同段提到新制定", "only if nothing was newly made; the same"
         " passage speaks of new ones")
        if made
        else ("", "")
    )  # fmt: skip
    # Where new ones are spoken of, another number left is no contradiction.
    if not holds and made:
        holds, arithmetic = True, f"{number(left.value)} ? {minus}"
    return Relation("complement", left, (whole, *gone), holds, arithmetic, *note)
