"""Two figures told together a second time: one is as before, the other has a slip."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.bearers import ANYONE, ending, told_twice, two_bearers
from zhunsheng.audit.relate.ratios import slips_into

_REMEMBERED: Final = 4  # figures of one value, so that a long text stays linear
_SURE: Final = 4  # digits that two figures seldom share by chance
_NAMED: Final = 3  # digits that they may share where they have one name
_NAME: Final = 6  # characters of a name that is no common one
_LONGEST: Final = 24  # characters between two figures told together
_STOP: Final = re.compile("[。；\n]")
Key = tuple[str, object]


def retold(passage: Passage) -> tuple[Relation, ...]:
    """Pairs of figures told twice of which one agrees and the other is one slip off."""
    known: dict[Key, deque[int]] = defaultdict(_few)
    found: list[Relation] = []
    taken: set[int] = set()
    for place, mention in enumerate(passage.mentions):
        short = len(mention.text) < _NAMED or not mention.exact
        if short or len(_digits(mention)) < _NAMED:
            continue
        same = known[mention.unit, mention.value]
        for other in same:
            if not _one_thing(passage, passage.mentions[other], mention):
                continue
            for first, second in _beside(passage, other, place):
                if second.start not in taken:
                    taken.add(second.start)
                    found.append(told_twice(first, second))
        same.append(place)
    return tuple(found)


def _few() -> deque[int]:
    return deque(maxlen=_REMEMBERED)


def _digits(mention: Mention) -> str:
    """The digits that tell something: 1200 has two."""
    return "".join(filter(str.isdigit, mention.text)).strip("0")


def _one_thing(passage: Passage, first: Mention, second: Mention) -> bool:
    """Whether two equal figures are surely one: long, or of one name and nobody else's."""
    if len(_digits(first)) >= _SURE:
        return True
    one, other = passage.clause(first), passage.clause(second)
    shared = ending(one, other)
    if shared < _NAME:
        return False
    return not any(ANYONE.sub("", said[: len(said) - shared]) for said in (one, other))


def _beside(passage: Passage, first: int, second: int) -> Iterator[tuple[Mention, Mention]]:
    """The figures just before and just after the two, where the same words join them to it."""
    mentions = passage.mentions
    for step in (-1, 1):
        if not 0 <= first + step < len(mentions) or not 0 <= second + step < len(mentions):
            continue
        one, other = mentions[first + step], mentions[second + step]
        if first + step >= second or one.value == other.value or one.unit != other.unit:
            continue
        words = passage.between(*_ordered(mentions[first], one))
        if words != passage.between(*_ordered(mentions[second], other)):
            continue
        if two_bearers(passage.clause(one), passage.clause(other)):
            continue
        if len(words) <= _LONGEST and not _STOP.search(words) and _slipped(one, other):
            yield one, other


def _ordered(one: Mention, other: Mention) -> tuple[Mention, Mention]:
    return (one, other) if one.start < other.start else (other, one)


def _slipped(one: Mention, other: Mention) -> bool:
    long = all(sum(map(str.isdigit, m.text)) >= _NAMED for m in (one, other))
    return one.exact and other.exact and long and slips_into(one, other.value, other.value)
