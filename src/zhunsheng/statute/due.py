"""Due dates that show their working: each day counted, skipped or paused, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from zhunsheng.statute import told
from zhunsheng.statute.calendar import Calendar, DayKind
from zhunsheng.statute.errors import TermError
from zhunsheng.statute.term import (
    CalendarDays,
    FixedDate,
    Hours,
    Months,
    Pause,
    Term,
    WorkingDays,
    fixed_on,
    months_on,
    pause_at,
)
from zhunsheng.statute.working import Span, State, Working, joined, working_from_json

__all__ = [
    "CalendarDays",
    "Due",
    "FixedDate",
    "Hours",
    "Months",
    "Pause",
    "Span",
    "State",
    "Term",
    "Working",
    "WorkingDays",
    "due",
    "months_on",
]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a term; provisional where a year's holiday notice is not loaded."""

    on: date
    provisional: bool
    working: Working

    def zh(self) -> str:
        """The working as Chinese text."""
        return told.in_chinese(self.on, self.working)

    def en(self) -> str:
        """The working as English text."""
        return told.in_english(self.on, self.working)

    def to_json(self) -> dict[str, object]:
        """The due date with its working as plain values."""
        return {
            "on": self.on.isoformat(),
            "provisional": self.provisional,
            **self.working.to_json(),
        }

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Due":
        """The due date that `to_json` gave."""
        on = date.fromisoformat(data["on"])
        return Due(on, bool(data["provisional"]), working_from_json(data))


def due(start: date, term: Term, *, calendar: Calendar, pauses: Sequence[Pause] = ()) -> Due:
    """The due date of a term that starts on a day; the start day is not counted.

    Errors: TermError where the term ends beyond the last year a date can have.
    """
    try:
        return _due(start, term, calendar, pauses)
    except (OverflowError, ValueError) as error:
        raise TermError(
            f"自{start}起的期限超出了可计算的年份；请核对起算日期。",
            f"the term from {start} ends beyond the years that can be computed; check the date.",
        ) from error


def _due(start: date, term: Term, calendar: Calendar, pauses: Sequence[Pause]) -> Due:
    days: list[Span] = []
    if isinstance(term, WorkingDays):
        days = _working_days(start, term.n, calendar, pauses)
    elif isinstance(term, CalendarDays):
        days = _calendar_days(start, term.n, pauses)
    elif isinstance(term, Months):
        # A pause moves the end by as many days as it takes out.
        days = _calendar_days(start, (months_on(start, term.n) - start).days, pauses)
    on = fixed_on(start, term) if isinstance(term, FixedDate) else _last(days, start)
    times = ("", "")
    if isinstance(term, Hours):
        on, ended = term.ends(start)
        times = (term.begun, ended)
    asked: set[int] = set()
    if isinstance(term, WorkingDays):
        asked = {day.first.year for day in days if day.state != State.PAUSED}
    elif isinstance(term, CalendarDays) and term.rolls:
        rolled = _rolled(on, calendar)
        asked = {on.year, *(day.first.year for day in rolled)}
        days, on = days + rolled, _last(rolled, on)
    zh, en = term.told
    used = tuple(calendar.named(year) for year in sorted(asked) if calendar.loaded(year))
    missing = tuple(year for year in sorted(asked) if not calendar.loaded(year))
    return Due(on, bool(missing), Working(start, zh, en, joined(days), used, missing, times))


def _working_days(start: date, n: int, calendar: Calendar, pauses: Sequence[Pause]) -> list[Span]:
    days: list[Span] = []
    day, left = start, n
    while left > 0:
        day += _DAY
        pause = pause_at(day, pauses)
        if pause is not None:
            days.append(Span(day, day, State.PAUSED, pause.zh, pause.en))
            continue
        why = calendar.why(day)
        state = State.COUNTED if why.kind == DayKind.WORK else State.SKIPPED
        days.append(Span(day, day, state, why.zh, why.en))
        left -= state == State.COUNTED
    return days


def _calendar_days(start: date, n: int, pauses: Sequence[Pause]) -> list[Span]:
    days: list[Span] = []
    day, left = start, n
    while left > 0:
        day += _DAY
        pause = pause_at(day, pauses)
        if pause is not None:
            days.append(Span(day, day, State.PAUSED, pause.zh, pause.en))
        else:
            days.append(Span(day, day, State.COUNTED, "自然日", "calendar day"))
            left -= 1
    return days


def _rolled(on: date, calendar: Calendar) -> list[Span]:
    """The days from a last day off to the next that is worked, which becomes the due date."""
    zh, en = "末日遇休息日，顺延至下一个工作日", "the last day is off: rolled to the next worked"
    days: list[Span] = []
    while not calendar.is_working(on):
        on += _DAY
        days.append(Span(on, on, State.SKIPPED, zh, en))
    return days


def _last(days: Sequence[Span], otherwise: date) -> date:
    return days[-1].last if days else otherwise
