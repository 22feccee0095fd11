"""By when an application is accepted and decided, and by when a poor rating is answered."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import Duty, Term, WorkingDays, law
from zhunsheng.regimes.services.models import Application, Rating, Result
from zhunsheng.regimes.services.suspensions import suspensions

_ACCEPT, _CALL_BACK = "services.acceptance", "services.call_back"
_DECISIONS = ("", Result.GRANTED.value, Result.REFUSED.value)
_POOR = (Rating.POOR.value, Rating.VERY_POOR.value)


def _received(row: Any) -> date | None:
    return row.received_on if law().in_force(_ACCEPT, row.received_on) else None


def _answered(row: Any) -> date | None:
    """The first answer: accepted, asked to correct, or ended without either."""
    days = [d for d in (row.accepted_on, row.correction_on, row.ended_on) if d is not None]
    return min(days, default=None)


def _accepted(rule: str, days: str) -> Callable[[Any], date | None]:
    def start(row: Any) -> date | None:
        meant = getattr(row, days) and row.result in _DECISIONS and row.accepted_on
        return row.accepted_on if meant and law().in_force(rule, row.accepted_on) else None

    return start


def _rated_poorly(row: Any) -> date | None:
    poor = row.rating in _POOR and law().in_force(_CALL_BACK, row.rated_on)
    return row.rated_on if poor else None


def _term(rule: str, day: str) -> Callable[[Any], Term]:
    return lambda row: WorkingDays(law().rule(rule, getattr(row, day)).value("working_days"))


def _decide(key: str, zh: str, en: str, *, days: str) -> Duty:
    return Duty(
        key, zh, en, key, Application,
        starts=_accepted(key, days), due=lambda row: WorkingDays(getattr(row, days)),
        done="ended_on", pauses=lambda row: suspensions(row.suspensions), alert_days=3,
    )  # fmt: skip


DUTIES = (
    Duty(
        _ACCEPT, "受理或者告知补正", "accept it or ask to correct it", _ACCEPT, Application,
        starts=_received, due=_term(_ACCEPT, "received_on"), done=_answered, alert_days=2,
    ),
    _decide(
        "services.statutory", "按法定时限办结", "decide within the statutory term",
        days="statutory_days",
    ),
    _decide(
        "services.promised", "按承诺时限办结", "decide within the promised term",
        days="promised_days",
    ),
    Duty(
        _CALL_BACK, "回访差评", "call back after a poor rating", _CALL_BACK, Application,
        starts=_rated_poorly, due=_term(_CALL_BACK, "rated_on"), done="called_back_on",
        alert_days=2,
    ),
)  # fmt: skip
