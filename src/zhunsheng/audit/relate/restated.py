"""One measure told twice by one name, the second time with a slip of the pen."""

import re
from collections import defaultdict, deque
from decimal import Decimal
from itertools import chain
from operator import ne
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.bearers import told_twice, two_bearers
from zhunsheng.audit.relate.chance import may_be_slip, slip_chance, step_of
from zhunsheng.audit.relate.ratios import transposed
from zhunsheng.audit.relate.repeats import repeats
from zhunsheng.audit.relate.sums import Form, sums
from zhunsheng.audit.relate.transposed import transpositions

#: Words of comparison and of parts: then two values are two things.
_OTHER: Final = re.compile(
    "同比|环比|上年|去年|同期|相比|比|由|从|至|较|占|均|其中|分别|计划|目标|以上|以下"
)
_FILLER: Final = re.compile(r"(?:[已约为达到了共计有]|累计|总计|合计|全年|全部)+$")
_FILLER_ENDS: Final = frozenset("已约为达到了共计有年部")
_REACH: Final = 16  # characters
_NAME: Final = 4  # characters that two names must share
_LONGEST: Final = 10
_RARE: Final = Decimal("0.02")  # what chance may make of two figures of one name
_WHOLE_NAME: Final = 7  # characters of a clause that is no common one
_REMEMBERED: Final = 4  # mentions of one name, so that a long text stays linear
_FARTHEST: Final = 400  # characters


def restated(passage: Passage) -> tuple[Relation, ...]:
    """Pairs of one name, unit and period that one slip keeps from being one value."""
    known: dict[tuple[str, str], dict[str, deque[int]]] = defaultdict(_by_word)
    added = _added(passage)
    found = []
    taken = _told(passage)
    ms = passage.mentions
    for place, mention in enumerate(ms):
        name = _name(passage, mention)
        if not name:
            continue
        named = known[mention.unit, passage.period_of(mention)]
        told = [named[name[at : at + _NAME]] for at in range(len(name) - _NAME + 1)]
        # Two figures with one name share most of its words: each is tried once.
        others = [] if mention.start in taken else dict.fromkeys(chain.from_iterable(told))
        for at in others:
            if _slipped(passage, ms[at], mention, added):
                taken.add(mention.start)
                found.append(told_twice(ms[at], mention))
                break
        for places in told:
            places.append(place)
    return tuple(found)


def _by_word() -> dict[str, deque[int]]:
    return defaultdict(_few)


def _few() -> deque[int]:
    return deque(maxlen=_REMEMBERED)


def _told(passage: Passage) -> set[int]:
    """Where the figures stand of which it is said already."""
    broken = [r for r in (*repeats(passage), *transpositions(passage)) if not r.holds]
    return {start for relation in broken for start, _ in relation.spans}


def _added(passage: Passage) -> set[int]:
    """Where the figures stand that a sum confirms: they are right, however alike."""
    told = [relation for form in Form for relation in sums(passage, form) if relation.holds]
    return {start for relation in told for start, _ in relation.spans}


def _name(passage: Passage, mention: Mention) -> str:
    """The end of the name before the figure; empty where it surely tells another thing."""
    if not mention.unit or not mention.exact:
        return ""
    clause = passage.clause(mention)[-_REACH:].rpartition("\n")[2]
    if len(clause) < _NAME or _OTHER.search(clause):
        return ""
    name = _FILLER.sub("", clause) if clause[-1] in _FILLER_ENDS else clause
    return name[-_LONGEST:]


def _unlike(first: Mention, second: Mention) -> bool:
    """Whether they are one value, or differ in three digits or more, which no slip explains."""
    if first.value == second.value:
        return True
    if first.scale != second.scale or first.decimals != second.decimals:
        return False
    one, other = str(first.value), str(second.value)
    if len(one) != len(other) or abs(first.value - second.value) == step_of(first):
        return False
    differing: int = sum(map(ne, one, other))
    return differing > 2


def _slipped(passage: Passage, first: Mention, second: Mention, added: set[int]) -> bool:
    if second.start - first.end > _FARTHEST or _unlike(first, second):
        return False
    gap = second.value - first.value
    # Two at least of so many sums are one slip apart: of small figures chance makes that too often.
    fewest = 2 * min(step_of(first), step_of(second))
    large = fewest <= _RARE * max(first.value, abs(gap))
    slip = large and may_be_slip(first, second)
    # 已采纳且正在办理的34件 and 43件: word for word one clause, and two digits swapped.
    one, other = passage.clause(first), passage.clause(second)
    swapped = one == other and len(one) >= _WHOLE_NAME and transposed(first, second)
    if not (slip or swapped) or _are_two(passage, first, second, added):
        return False
    return swapped or slip_chance(first, (second,), gap) <= _RARE


def _are_two(passage: Passage, first: Mention, second: Mention, added: set[int]) -> bool:
    """Whether the figures are surely two things, or right as they are."""
    if "；" in passage.between(first, second) and "。" not in passage.between(first, second):
        return True  # 甲局受理a件；乙局受理b件: abreast
    if {first.start, second.start} <= added or passage.depth(first) != passage.depth(second):
        return True
    return two_bearers(passage.clause(first), passage.clause(second))
