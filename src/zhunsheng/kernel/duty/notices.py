"""The working-day calendar in force here: what shipped, and what this installation loaded."""

import functools

from zhunsheng.kernel.duty.models import LoadedNotice
from zhunsheng.statute.calendar import Calendar, parse_notice, shipped_calendar


def calendar() -> Calendar:
    """The calendar as it stands now."""
    rows = LoadedNotice.objects.order_by("year").values_list("year", "text", "removed")
    return _with(tuple(rows))


@functools.lru_cache(maxsize=4)
def _with(rows: tuple[tuple[int, str, bool], ...]) -> Calendar:
    merged = shipped_calendar()
    for year, text, removed in rows:
        merged = merged.without(year) if removed else merged.with_notice(parse_notice(text))
    return merged
