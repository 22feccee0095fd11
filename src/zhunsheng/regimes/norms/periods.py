"""Counting the days of a period; the day it begins is never counted."""

from datetime import date, timedelta
from typing import Protocol


class WorkingDayCalendar(Protocol):
    """Knows which days are worked."""

    def is_working(self, day: date) -> bool: ...


def days_after(first: date, last: date) -> int:
    """Calendar days from the day after `first` to `last` inclusive."""
    return (last - first).days


def working_days_in(first: date, last: date, calendar: WorkingDayCalendar) -> int:
    """Working days from the day after `first` to `last` inclusive."""
    days = (first + timedelta(days=n) for n in range(1, days_after(first, last) + 1))
    return sum(calendar.is_working(day) for day in days)


def validity_limit(start: date, years: int) -> date:
    """The same day so many years on; 28 February for a 29th that year lacks."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return start.replace(year=start.year + years, day=28)
