"""“Before a day” as two dates: the legal limit and the safe one."""

from dataclasses import dataclass
from datetime import date, timedelta

from zhunsheng.statute.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Before:
    """The last day before (legal limit) and the last working day before (safe)."""

    limit: date
    safe: date
    provisional: bool


def before(day: date, calendar: Calendar) -> Before:
    """The two dates of a demand to act before `day`."""
    safe = calendar.last_working_day_before(day)
    return Before(day - timedelta(days=1), safe, not calendar.loaded(safe.year))
