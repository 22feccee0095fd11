"""The two days of a report on a year: before when it is submitted, before when published."""

from dataclasses import dataclass
from datetime import date

from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.registry import law
from zhunsheng.statute.calendar import Calendar
from zhunsheng.statute.deadline import Before, before


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Each a legal limit and the last working day up to it."""

    submit: Before
    publish: Before


def deadlines(year: int, *, working: Calendar | None = None) -> Deadlines:
    """The deadlines of the report on this year; they fall in the next one."""
    known = working or calendar()
    return Deadlines(
        before(_day("report.submit_deadline", year), known),
        before(_day("report.publish_deadline", year), known),
    )


def _day(rule: str, year: int) -> date:
    found = law().rule(rule)
    return date(year + 1, found.value("month"), found.value("day"))
