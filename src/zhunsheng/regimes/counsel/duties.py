"""An opinion that was asked for is given in time."""

from datetime import date
from typing import Any

from zhunsheng.kernel.declare import Duty, Term, WorkingDays, law
from zhunsheng.regimes.counsel.models import Opinion

_TERM = "counsel.opinion_term"


def _asked(row: Any) -> date | None:
    if row.recused_on is not None:
        return None
    return row.asked_on if law().in_force(_TERM, row.asked_on) is not None else None


def _term(row: Any) -> Term:
    return WorkingDays(law().rule(_TERM, row.asked_on).value("working_days"))


DUTIES = (
    Duty(
        "counsel.opinion", "出具法律意见", "give the opinion",
        _TERM, Opinion, starts=_asked, due=_term, done="given_on", alert_days=2,
    ),
)  # fmt: skip
