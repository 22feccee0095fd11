"""A total and its parts: verified first, accused second."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import adds_up, one_slip, shown_sum, total_of
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.lists import Candidate, candidates
from zhunsheng.audit.relate.weigh import against, cued, score, shares_are_whole, shares_fit

#: What must speak for a list before it is called wrong; a list that holds needs less.
_ACCUSED: Final = 3
_VERIFIED: Final = 1
_THINNED: Final = 12  # the longest list in which one item is tried as part of another


@dataclass(frozen=True, slots=True)
class _Owners:
    """Figures that a relation has taken, by where they stand."""

    parts: set[int]
    totals: set[int]
    level: set[int]  # totals whose parts stand in no bracket of their own

    def take(self, total: Item, parts: tuple[Item, ...]) -> None:
        self.parts.update(part.mention.start for part in parts)
        self.totals.add(total.mention.start)
        if parts[0].depth == total.depth:
            self.level.add(total.mention.start)

    def free(self, parts: tuple[Item, ...]) -> bool:
        return self.parts.isdisjoint(part.mention.start for part in parts)


def sums(passage: Passage) -> tuple[Relation, ...]:
    """Relations of the form total = parts, those that hold and those that do not."""
    weighed = [(score(passage, c), c) for c in candidates(passage)]
    owners = _Owners(set(), set(), set())
    likely = [(points, c) for points, c in weighed if cued(passage, c)]
    held = [r for points, c in likely if (r := _held(points, c, owners)) is not None]
    broken = [r for points, c in weighed if (r := _broken(points, c, owners)) is not None]
    return (*held, *broken)


def _held(points: int, candidate: Candidate, owners: _Owners) -> Relation | None:
    if points < _VERIFIED and not any(part.times > 1 for part in candidate.parts):
        return None
    total = candidate.total
    for parts in _arrangements(candidate):
        if owners.free(parts):
            owners.take(total, parts)
            return _relation(total, parts, holds=True)
    return None


def _arrangements(candidate: Candidate) -> Iterator[tuple[Item, ...]]:
    """The prefixes of the run that add up, the longest first; then the run with one item nested."""
    total, parts = candidate.total.mention, candidate.parts
    shortest = len(parts) - 1 if candidate.trailing else 1
    for length in range(len(parts), shortest, -1):
        if adds_up(total, parts[:length]):
            yield parts[:length]
    if candidate.trailing:
        for first in range(1, len(parts) - 1):
            if adds_up(total, parts[first:]):
                yield parts[first:]
        return
    for length in range(min(len(parts), _THINNED), 2, -1):
        for skip in range(1, length):
            thinned = parts[:skip] + parts[skip + 1 : length]
            if len(thinned) > 1 and adds_up(total, thinned):
                yield thinned
                return


def _broken(points: int, candidate: Candidate, owners: _Owners) -> Relation | None:
    total, parts = candidate.total, candidate.parts
    if not owners.free(parts) or adds_up(total.mention, parts):
        return None
    if not _proven_by_shares(candidate):
        if total.mention.start in owners.totals or _partial(candidate) or _sibling(candidate):
            return None
        if any(part.mention.start in owners.level for part in parts):
            return None
        apart = candidate.apart and (not candidate.nearest or not candidate.opening)
        if apart or points + against(candidate) < _ACCUSED:
            return None
    owners.take(total, parts)
    return _relation(total, parts, holds=False)


def _partial(candidate: Candidate) -> bool:
    """Shares that fit the total and leave some of it over: the list does not claim to be all."""
    parts = candidate.parts
    shared = sum(part.percent is not None for part in parts)
    fitting = shares_fit(parts, candidate.total.mention.value)
    whole = shares_are_whole(parts)
    return shared > 1 and fitting == shared == len(parts) and not whole


def _sibling(candidate: Candidate) -> bool:
    """The total prints a share beside shares of the parts, or is smaller than one of them."""
    total, parts = candidate.total, candidate.parts
    if total.percent is not None and any(part.percent for part in parts):
        return not candidate.bracketed and "其中" not in candidate.opening
    if candidate.bracketed or candidate.trailing or shares_are_whole(parts):
        return False
    largest = max(part.mention.value for part in parts)
    return largest > total.mention.value and not one_slip(total.mention.value, total_of(parts))


def _proven_by_shares(candidate: Candidate) -> bool:
    """The shares make a hundred, and most fit the total or all fit the sum of the parts."""
    parts, total = candidate.parts, candidate.total.mention.value
    if not shares_are_whole(parts):
        return False
    fitting = shares_fit(parts, total)
    if fitting * 2 >= len(parts):
        return True
    wanted = total_of(parts)
    return (
        candidate.nearest
        and fitting == 0
        and shares_fit(parts, wanted) == len(parts)
        and (one_slip(total, wanted) or len(parts) > 3)
    )


def _relation(total: Item, parts: tuple[Item, ...], *, holds: bool) -> Relation:
    arithmetic = shown_sum(total.mention, parts, holds=holds)
    mentions = tuple(part.mention for part in parts)
    return Relation("sum", total.mention, mentions, holds, arithmetic)
