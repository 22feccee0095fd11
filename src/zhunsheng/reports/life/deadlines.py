"""The two days of a report on a year: before when it is submitted, before when published."""

from dataclasses import dataclass
from datetime import date

from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.registry import law
from zhunsheng.reports.kind import RULE_OF_LAW, kind_of
from zhunsheng.statute.calendar import Calendar
from zhunsheng.statute.deadline import Before, before, by


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Each a legal limit and the last working day up to it; None where it is not published."""

    submit: Before
    publish: Before | None


def deadlines(year: int, kind: str = RULE_OF_LAW, *, working: Calendar | None = None) -> Deadlines:
    """The deadlines of the report of the kind on this year; they fall in the next one."""
    known = working or calendar()
    told = kind_of(kind)
    due = by if told.day_counts else before
    submit = due(_day(told.submit, year), known)
    return Deadlines(submit, due(_day(told.publish, year), known) if told.publish else None)


def _day(rule: str, year: int) -> date:
    found = law().rule(rule)
    return date(year + 1, found.value("month"), found.value("day"))
