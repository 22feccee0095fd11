"""By when an application is accepted and decided, and by when a poor rating is answered."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import Duty, Term, WorkingDays, calendar, due, law
from zhunsheng.regimes.services.models import Application, Rating, Result
from zhunsheng.regimes.services.suspensions import suspensions

_EXTENSION, _CERTIFICATE = "services.extension", "services.certificate"
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


def _statutory_term(row: Any) -> Term:
    """The item's days; with what the head added before they ran out, as far as the law allows."""
    plain = WorkingDays(row.statutory_days)
    allowed = law().in_force(_EXTENSION, row.extended_on) if row.extended_on else None
    if allowed is None:
        return plain
    ends = due(row.accepted_on, plain, calendar=calendar(), pauses=suspensions(row.suspensions)).on
    added = min(row.extended_days, allowed.value("working_days")) if row.extended_on <= ends else 0
    return WorkingDays(plain.n + added)


def _promised_term(row: Any) -> Term:
    return WorkingDays(row.promised_days)


def _certificate_owed(row: Any) -> date | None:
    owed = row.certificate and row.result == Result.GRANTED
    return row.ended_on if owed and law().in_force(_CERTIFICATE, row.ended_on) else None


def _decide(key: str, zh: str, en: str, *, days: str, term: Callable[[Any], Term]) -> Duty:
    return Duty(
        key, zh, en, key, Application,
        starts=_accepted(key, days), since="accepted_on", due=term,
        done="ended_on", pauses=lambda row: suspensions(row.suspensions), alert_days=3,
    )  # fmt: skip


DUTIES = (
    Duty(
        _ACCEPT, "受理或者告知补正", "accept it or ask to correct it", _ACCEPT, Application,
        starts=_received, since="received_on",
        due=_term(_ACCEPT, "received_on"), done=_answered, alert_days=2,
    ),
    _decide(
        "services.statutory", "按法定时限办结", "decide within the statutory term",
        days="statutory_days", term=_statutory_term,
    ),
    _decide(
        "services.promised", "按承诺时限办结", "decide within the promised term",
        days="promised_days", term=_promised_term,
    ),
    Duty(
        _CERTIFICATE, "颁发、送达证件", "deliver the certificate", _CERTIFICATE, Application,
        starts=_certificate_owed, since="ended_on",
        due=_term(_CERTIFICATE, "ended_on"), done="delivered_on",
        alert_days=3,
    ),
    Duty(
        _CALL_BACK, "回访差评", "call back after a poor rating", _CALL_BACK, Application,
        starts=_rated_poorly, since="rated_on",
        due=_term(_CALL_BACK, "rated_on"), done="called_back_on",
        alert_days=2,
    ),
)  # fmt: skip
