"""The working-day calendar in force here: what shipped, and what this installation loaded."""

import functools

from django.db.models import QuerySet

from zhunsheng.kernel.duty.models import LoadedNotice
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.statute.calendar import Calendar, parse_notice, shipped_calendar


def calendar() -> Calendar:
    """The calendar as it stands now."""
    return asked_once("calendar", lambda: _with(tuple(_loaded())))


def _loaded() -> QuerySet[LoadedNotice, tuple[int, str, bool]]:
    return LoadedNotice.objects.order_by("year").values_list("year", "text", "removed")


@functools.lru_cache(maxsize=4)
def _with(rows: tuple[tuple[int, str, bool], ...]) -> Calendar:
    merged = shipped_calendar()
    for year, text, removed in rows:
        merged = merged.without(year) if removed else merged.with_notice(parse_notice(text))
    return merged
