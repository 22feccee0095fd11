"""Who is reminded of a duty, and when the reminder goes one level up."""

from dataclasses import dataclass
from datetime import date, timedelta

from zhunsheng.kernel.duty.hours import Apart
from zhunsheng.kernel.org.roles import Role
from zhunsheng.statute.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Level:
    """Reached `after` working days, or hours, past the end; the first when the alert begins.

    Without a role it is whom the duty falls to.
    """

    number: int
    after: int
    role: Role | None = None


#: A habit of offices, not a rule of law: an installation may set its own.
LEVELS = (
    Level(1, -1),
    Level(2, 1, Role.DIVISION_HEAD),
    Level(3, 5, Role.DEPUTY_HEAD),
)


#: Of a term of hours, by whole hours past its end: nobody waits for a working day.
HOURLY = (
    Level(1, -1),
    Level(2, 0, Role.DIVISION_HEAD),
    Level(3, 24, Role.DEPUTY_HEAD),
)


def level_by_hours(apart: Apart, *, levels: tuple[Level, ...] = HOURLY) -> Level:
    """The highest level reached; from the first hour on there is somebody to remind."""
    late = apart.hours if apart.late else -1
    return [level for level in levels if level.after <= late][-1]


def level_of(
    due_on: date,
    today: date,
    *,
    alert_days: int,
    calendar: Calendar,
    levels: tuple[Level, ...] = LEVELS,
) -> Level | None:
    """The highest level reached on the day; None while nobody need be reminded."""
    if today + timedelta(days=alert_days) < due_on:
        return None
    late = _working_days_late(due_on, today, calendar)
    reached = [level for level in levels if level.after <= late]
    return reached[-1] if reached else None


def _working_days_late(due_on: date, today: date, calendar: Calendar) -> int:
    """Working days from the day after the due date to today; -1 up to the due date itself."""
    if today <= due_on:
        return -1
    days = (due_on + timedelta(days=n) for n in range(1, (today - due_on).days + 1))
    return sum(calendar.is_working(day) for day in days)
