"""Figures counted once for each state of the registers: a page need not count a year again."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from zhunsheng.kernel import clock
from zhunsheng.kernel.figure.closed import agencies_of
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.trail.heads import Heads, heads_now

_YEARS = 24  # a handful of agencies, each with this year and last


def kept_facts(scope: Scope, keys: Iterable[str] | None = None) -> dict[str, Fact]:
    """As `facts`, from memory while no register of the scope's agencies has changed."""
    heads = heads_now(agencies_of(scope))
    if heads is None:
        return facts(scope, keys)
    every = _counted(scope, heads, clock.today(), tuple(used_by(scope.agency_id).figures()))
    if keys is None:
        return dict(every)
    wanted = list(keys)
    if any(key not in every for key in wanted):  # of a regime out of use
        return facts(scope, wanted)
    return {key: every[key] for key in wanted}


@lru_cache(maxsize=_YEARS)
def _counted(scope: Scope, heads: Heads, today: date, in_use: tuple[str, ...]) -> dict[str, Fact]:
    return facts(scope)
