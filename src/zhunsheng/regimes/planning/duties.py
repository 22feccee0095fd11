"""A measure is carried out by its day; a rule not in force obliges to nothing."""

from datetime import date
from typing import Any

from zhunsheng.kernel.declare import CalendarDays, Duty, Term, law
from zhunsheng.regimes.planning.models import Measure

_RULE = "planning.answered"


def _settled(row: Any) -> date | None:
    day: date = row.as_of
    return day if law().in_force(_RULE, day) is not None else None


def _to_due_day(row: Any) -> Term:
    return CalendarDays((row.due_on - row.as_of).days)


DUTIES = (
    Duty(
        "planning.measure", "完成整改措施", "carry out the measure", _RULE, Measure,
        starts=_settled, since="due_on", due=_to_due_day, done="done_on", alert_days=30,
    ),
)  # fmt: skip
