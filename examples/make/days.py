"""Working days for records that must look as if people had made them."""

from datetime import date, timedelta

from zhunsheng.statute.calendar import shipped_calendar

_CALENDAR = shipped_calendar()


def worked(day: date) -> date:
    """The day itself, or the next working day."""
    while not _CALENDAR.is_working(day):
        day += timedelta(days=1)
    return day


def after(day: date, days: int) -> date:
    """The working day `days` calendar days later, or the next one."""
    return worked(day + timedelta(days=days))


def before(day: date, days: int) -> date:
    """The working day `days` calendar days earlier, or the one before it."""
    day -= timedelta(days=days)
    while not _CALENDAR.is_working(day):
        day -= timedelta(days=1)
    return day


def due(day: date, working_days: int) -> date:
    """The n-th working day after the day."""
    return _CALENDAR.due_on(day, working_days)[0]


def working_days_of(year: int) -> list[date]:
    """Every working day of the year."""
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    return [d for d in days if d.year == year and _CALENDAR.is_working(d)]
