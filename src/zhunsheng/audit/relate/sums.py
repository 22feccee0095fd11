"""A total and its parts: verified first, accused second."""

from dataclasses import dataclass

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import adds_up, shown_sum
from zhunsheng.audit.relate.lists import Candidate, arrangements, candidates

#: What must speak for a list before it is called wrong; a list that holds needs less.
_ACCUSED, _VERIFIED = 3, 1


@dataclass(slots=True)
class _Owners:
    """Parts that a verified relation has taken."""

    parts: set[int]
    totals: set[int]


def sums(passage: Passage) -> tuple[Relation, ...]:
    """Relations of the form total = parts, those that hold and those that do not."""
    found = list(candidates(passage))
    owners = _Owners(set(), set())
    held = [r for c in found if (r := _held(c, owners)) is not None]
    broken = [r for c in found if (r := _broken(c, owners)) is not None]
    return (*held, *broken)


def _held(candidate: Candidate, owners: _Owners) -> Relation | None:
    if candidate.score < _VERIFIED:
        return None
    for parts in arrangements(candidate):
        if any(part.start in owners.parts for part in parts):
            continue
        owners.parts |= {part.start for part in parts}
        owners.totals.add(candidate.total.start)
        arithmetic = shown_sum(candidate.total, parts, holds=True)
        return Relation("sum", candidate.total, parts, True, arithmetic)
    return None


def _broken(candidate: Candidate, owners: _Owners) -> Relation | None:
    parts = candidate.parts
    if candidate.score < _ACCUSED or candidate.total.start in owners.totals:
        return None
    if any(part.start in owners.parts or part.start in owners.totals for part in parts):
        return None
    if adds_up(candidate.total, parts):
        return None
    owners.parts |= {part.start for part in parts}
    arithmetic = shown_sum(candidate.total, parts, holds=False)
    return Relation("sum", candidate.total, parts, False, arithmetic)


def owned(relations: tuple[Relation, ...]) -> frozenset[Mention]:
    """Every figure of these relations."""
    return frozenset(m for r in relations for m in (r.total, *r.parts))
