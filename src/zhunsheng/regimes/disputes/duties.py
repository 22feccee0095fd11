"""What a case obliges the bureau to, and by when; a rule not in force obliges to nothing."""

from datetime import date
from typing import Any

from zhunsheng.kernel.declare import CalendarDays, Duty, Term, WorkingDays, law
from zhunsheng.regimes.disputes.models import Instance, Litigation, Reconsideration

_ANSWER, _SIMPLE = "disputes.answer", "disputes.answer_simple"
_OPINION, _DEFENCE = "disputes.opinion", "disputes.defence"


def _in_force(rule: str, day: date | None) -> date | None:
    return day if day is not None and law().in_force(rule, day) is not None else None


def _ordinary(row: Any) -> date | None:
    return None if row.simple else _in_force(_ANSWER, row.received_on)


def _simple(row: Any) -> date | None:
    return _in_force(_SIMPLE, row.received_on) if row.simple else None


def _opinion(row: Any) -> date | None:
    return _in_force(_OPINION, row.opinion_on)


def _defence(row: Any) -> date | None:
    # Article 67 stands in the section on the first instance.
    first = row.instance == Instance.FIRST
    return _in_force(_DEFENCE, row.received_on) if first else None


def _ordinary_term(row: Any) -> Term:
    return WorkingDays(law().rule(_ANSWER, row.received_on).value("working_days"))


def _simple_term(row: Any) -> Term:
    return WorkingDays(law().rule(_SIMPLE, row.received_on).value("working_days"))


def _opinion_term(row: Any) -> Term:
    # Article 88: periods follow civil procedure, where a last day off moves to the next day.
    return CalendarDays(law().rule(_OPINION, row.opinion_on).value("days"), rolls=True)


def _defence_term(row: Any) -> Term:
    # Article 101 of its own law says the same.
    return CalendarDays(law().rule(_DEFENCE, row.received_on).value("days"), rolls=True)


DUTIES = (
    Duty(
        "disputes.answer", "提出复议书面答复", "answer the reconsideration",
        _ANSWER, Reconsideration, starts=_ordinary, since="received_on",
        due=_ordinary_term, done="answered_on",
        alert_days=5,
    ),
    Duty(
        "disputes.answer_simple", "提出简易程序复议书面答复", "answer the simple reconsideration",
        _SIMPLE, Reconsideration, starts=_simple, since="received_on",
        due=_simple_term, done="answered_on",
        alert_days=3,
    ),
    Duty(
        "disputes.opinion", "报告复议意见书落实情况", "answer the opinion",
        _OPINION, Reconsideration, starts=_opinion, since="opinion_on",
        due=_opinion_term, done="opinion_answered_on",
        alert_days=15,
    ),
    Duty(
        "disputes.defence", "提交答辩状和证据", "submit the answer and the evidence",
        _DEFENCE, Litigation, starts=_defence, since="received_on",
        due=_defence_term, done="answered_on",
        alert_days=5,
    ),
)  # fmt: skip
