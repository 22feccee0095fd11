"""Bars: a row of one register that forbids rows of another; a declared conflict forbids asking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from zhunsheng.kernel.figure.one_name import one_name
from zhunsheng.kernel.record.models import Record, Standing

#: (field of the row that is barred, field of the row that bars it).
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """A confirmed row of `of` bars a row that agrees with it.

    They agree when of every group in `agree` at least one pair holds the same name; an empty value
    agrees with nothing. The bar holds from `since` (to `until`, where it has one) on the row's day
    `on`, unless the row's field `unless` is filled: it was let go then. The fault stands at
    `field`; `{bar}` in its texts is the row that bars.
    """

    of: type[Record]
    agree: tuple[tuple[Pair, ...], ...]
    since: str
    on: str
    field: str
    zh: str
    en: str
    until: str = ""
    unless: str = ""
    where: Q | None = None


def standing_bars(bars: Iterable[Bar], agency_id: int) -> tuple[tuple[Bar, tuple[Any, ...]], ...]:
    """Each bar with its confirmed rows of the agency."""
    confirmed = {"agency_id": agency_id, "standing": Standing.CONFIRMED}
    return tuple(
        (b, tuple(b.of._default_manager.filter(b.where or Q(), **confirmed))) for b in bars
    )


def barred_by(
    row: Any, among: Iterable[tuple[Bar, tuple[Any, ...]]], *, own: int | None = None
) -> Iterator[tuple[str, str, str]]:
    """(field, zh, en) for each bar that forbids the row; `own` is the row's item, if it has one."""
    for bar, found in among:
        for other in found:
            if other.pk != own and _agrees(bar, row, other):
                yield bar.field, bar.zh.format(bar=other), bar.en.format(bar=other)
                break


def _agrees(bar: Bar, row: Any, other: Any) -> bool:
    day = getattr(row, bar.on, None)
    if not isinstance(day, date) or (bar.unless and getattr(row, bar.unless, None)):
        return False
    return _holds(bar, other, day) and all(
        any(_alike(row, other, pair) for pair in group) for group in bar.agree
    )


def _holds(bar: Bar, other: Any, day: date) -> bool:
    since, until = getattr(other, bar.since), getattr(other, bar.until) if bar.until else None
    return since is not None and since <= day and (until is None or day <= until)


def _alike(row: Any, other: Any, pair: Pair) -> bool:
    mine, its = (
        one_name(str(getattr(r, n, None) or "")) for r, n in zip((row, other), pair, strict=True)
    )
    return bool(mine) and mine == its
