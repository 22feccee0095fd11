"""Limits an agency set for itself, in place of defaults that no verified law fixes."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.org.models import Agency
from zhunsheng.statute.law import Confidence, Force, Rule
from zhunsheng.statute.measure import is_term, measures

#: "rule/value" → the number: as the agency keeps them.
Limits = tuple[tuple[str, int], ...]
_now: ContextVar[tuple[int, Limits]] = ContextVar("limits", default=(0, ()))


def limits_now() -> Limits:
    """The limits the law is read with at present; none outside `under` and `applying`."""
    return _now.get()[1]


@contextmanager
def under(agency: int, limits: Limits) -> Iterator[None]:
    """Within the block the law is the agency's (its key)."""
    token = _now.set((agency, limits))
    try:
        yield
    finally:
        _now.reset(token)


def use_from_here(agency: int, limits: Limits) -> None:
    """The law is the agency's until the enclosing `under` ends."""
    _now.set((agency, limits))


@contextmanager
def applying(agency: int) -> Iterator[None]:
    """As `under`; the limits are looked up unless they are the ones in use already."""
    if _now.get()[0] == agency:
        yield
        return
    with under(agency, limits_of((agency,))[agency]):
        yield


def limits_in_use(agencies: set[int]) -> dict[int, Limits]:
    """As `limits_of`; those in use at present are not looked up."""
    agency, limits = _now.get()
    known = {agency: limits} if agency in agencies else {}
    missing = agencies - set(known)
    return known | (limits_of(missing) if missing else {})


def limits_of(agencies: Iterable[int]) -> dict[int, Limits]:
    """What each of the agencies set."""
    keys = tuple(sorted(set(agencies)))
    return asked_once(("limits", keys), lambda: _limits_of(keys))


def _limits_of(keys: tuple[int, ...]) -> dict[int, Limits]:
    found = dict(Agency.objects.filter(pk__in=keys).values_list("pk", "limits"))
    return {key: kept(found.get(key) or {}) for key in keys}


def kept(limits: Mapping[str, int]) -> Limits:
    """The agency's own limits in a fixed order."""
    return tuple(sorted(limits.items()))


def may_set(rule: Rule, name: str) -> bool:
    """Whether an agency may change the limit: not where a verified text of others fixes it."""
    own = rule.force == Force.INTERNAL or rule.confidence != Confidence.VERIFIED
    return own and is_term(name) and name in measures(rule.values)
