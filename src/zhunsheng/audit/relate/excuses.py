"""What excuses a list that does not add up, and what it must say of itself to be called wrong."""

from itertools import combinations
from typing import Final

from zhunsheng.audit.relate.arithmetic import total_of
from zhunsheng.audit.relate.labels import RESIDUAL, paired, shares_are_whole
from zhunsheng.audit.relate.lists import Candidate
from zhunsheng.audit.relate.weigh import (
    all_apart,
    leaves_more_than_least,
    says_total,
    shares_fit,
    slip_points,
)

_PAIR: Final = 2
_NESTED, _FEW = 4, 8  # parts of which some may lie within others
_MORE: Final = 10  # by less than that a slip makes a sum too large
PROVEN: Final = 2  # points of a slip that chance seldom makes


def mixed(candidate: Candidate) -> bool:
    """18.6万户，其中a，b；新登记c，注销d: what follows a semicolon may be something else."""
    return any("；" in part.words for part in candidate.parts[1:]) and not all_apart(candidate)


def two_of_many(candidate: Candidate, labels: list[str]) -> bool:
    """党员律师a，女律师b: two of one build that fall short may be two of many."""
    parts = candidate.parts
    marked = candidate.bracketed or candidate.trailing or shares_are_whole(parts)
    short = total_of(parts) < candidate.total.mention.value
    claims = marked or paired(labels) or candidate.named
    return len(parts) == _PAIR and short and not claims


def partial(candidate: Candidate) -> bool:
    """Shares that fit the total and leave some of it over: the list does not claim to be all."""
    parts = candidate.parts
    shared = sum(part.percent is not None for part in parts)
    fitting = shares_fit(parts, candidate.total.mention.value)
    if shares_are_whole(parts) or shared != len(parts) or leaves_more_than_least(candidate):
        return False
    # Shares of another total in a later sentence divide that one.
    return fitting == shared or (candidate.apart and fitting == 0)


def sibling(candidate: Candidate) -> bool:
    """The total prints a share beside shares of the parts, or is smaller than one of them."""
    total, parts = candidate.total, candidate.parts
    if total.percent is not None and any(part.percent for part in parts):
        return not candidate.bracketed and "其中" not in candidate.opening
    if candidate.bracketed or candidate.trailing or shares_are_whole(parts):
        return False
    values = [part.mention.value for part in parts]
    # 意见2条，其中答复2条；销号2条: what is as many as the whole is true of all of it.
    if total.mention.value in values:
        return True
    larger = sum(value > total.mention.value for value in values)
    return larger > 0 and slip_points(candidate) < (1 if larger == 1 else 2)


def claims_all(candidate: Candidate, labels: list[str]) -> bool:
    """Whether the list says that it leaves nothing out; without it only a slip proves a fault."""
    marked = candidate.bracketed or candidate.trailing or candidate.named
    residual = any(label.startswith(RESIDUAL) for label in labels)
    return marked or residual or paired(labels) or shares_are_whole(candidate.parts)


def some_within_others(candidate: Candidate) -> bool:
    """诉讼类123件、行政24件、刑事6件、执行类71件、程序类4件 of 198: two of them are of the first.

    What a later sentence tells beside its kinds may be of one of them.
    """
    total, parts = candidate.total.mention.value, candidate.parts
    over = total_of(parts) - total
    if not candidate.apart or over < _MORE or not _NESTED <= len(parts) <= _FEW:
        return False
    largest = max(part.mention.value for part in parts)
    within = (c for n in (1, 2) for c in combinations(parts, n) if total_of(c) == over)
    return over < largest and next(within, None) is not None


def left_over(candidate: Candidate) -> bool:
    """共受理N件，审结a件，未结b件: two to the last digit but for a slip; nothing came new."""
    surely = candidate.named and len(candidate.parts) == _PAIR and says_total(candidate)
    return surely and "新" not in candidate.total.label and slip_points(candidate) >= PROVEN
