"""What a case, an inspection or a year's notice obliges to, and by when."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import CalendarDays, Duty, FixedDate, Term, WorkingDays, law
from zhunsheng.regimes.enforcement.models import (
    AnnualNotice,
    Inspection,
    NoticeKind,
    Outcome,
    PenaltyCase,
    Reversal,
)

_DECIDE, _SERVE = "enforcement.decision_term", "enforcement.service"
_PENALTY, _INSPECTION = "enforcement.publish_penalty", "enforcement.publish_inspection"
_PLAN, _DATA = "enforcement.publish_plan", "enforcement.publish_data"
_WITHDRAW = "enforcement.withdrawal"
Start = Callable[[Any], date | None]


def _in_force(rule: str, day: date | None) -> date | None:
    return day if day is not None and law().in_force(rule, day) is not None else None


def _filed(row: Any) -> date | None:
    return _in_force(_DECIDE, row.filed_on)


def _decision_term(row: Any) -> Term:
    return CalendarDays(law().rule(_DECIDE, row.filed_on).value("days"))


def _penalised(rule: str) -> Start:
    def start(row: Any) -> date | None:
        return _in_force(rule, row.decided_on) if row.outcome == Outcome.PENALISED else None

    return start


def _to_publish(row: Any) -> date | None:
    # What was reviewed as not public owes nothing; the reason stays on the row.
    return None if row.not_public_reason else _penalised(_PENALTY)(row)


def _held(row: Any) -> date | None:
    return _in_force(_INSPECTION, row.held_on)


def _notice(kind: NoticeKind, rule: str) -> Start:
    def start(row: Any) -> date | None:
        return _in_force(rule, row.issued_on) if row.kind == kind else None

    return start


def _public_and_reversed(row: Any) -> date | None:
    # By its key: a row being imported has no other row at hand.
    public = PenaltyCase._default_manager.filter(pk=row.case_id, published_on__lte=row.reversed_on)
    return _in_force(_WITHDRAW, row.reversed_on) if public.exists() else None


def _working_days(rule: str, field: str) -> Callable[[Any], Term]:
    return lambda row: WorkingDays(law().rule(rule, getattr(row, field)).value("working_days"))


def _data_term(row: Any) -> Term:
    rule = law().rule(_DATA, row.issued_on)
    return FixedDate(rule.value("month"), rule.value("day"), years_later=0)


DUTIES = (
    Duty(
        "enforcement.decide", "作出行政处罚决定", "decide the case", _DECIDE, PenaltyCase,
        starts=_filed, since="filed_on", due=_decision_term, done="decided_on", alert_days=15,
    ),
    Duty(
        "enforcement.serve", "送达行政处罚决定书", "serve the decision", _SERVE, PenaltyCase,
        starts=_penalised(_SERVE), since="decided_on",
        due=_working_days(_SERVE, "decided_on"), done="served_on",
        alert_days=3,
    ),
    Duty(
        "enforcement.publish_penalty", "公开行政处罚决定", "publish the decision",
        _PENALTY, PenaltyCase, starts=_to_publish, since="decided_on",
        due=_working_days(_PENALTY, "decided_on"),
        done="published_on", alert_days=3,
    ),
    Duty(
        "enforcement.withdraw", "撤回处罚决定公开信息", "withdraw the published decision",
        _WITHDRAW, Reversal, starts=_public_and_reversed, since="reversed_on",
        due=_working_days(_WITHDRAW, "reversed_on"), done="withdrawn_on", alert_days=3,
        decided_by=(PenaltyCase,),
    ),
    Duty(
        "enforcement.publish_inspection", "公开行政检查结果", "publish the inspection's result",
        _INSPECTION, Inspection, starts=_held, since="held_on",
        due=_working_days(_INSPECTION, "held_on"),
        done="published_on", alert_days=5,
    ),
    Duty(
        "enforcement.publish_plan", "公开年度行政检查计划", "publish the year's plan",
        _PLAN, AnnualNotice, starts=_notice(NoticeKind.PLAN, _PLAN), since="issued_on",
        due=_working_days(_PLAN, "issued_on"), done="published_on", alert_days=5,
    ),
    Duty(
        "enforcement.publish_data", "公开上年度行政执法数据", "publish the figures of last year",
        _DATA, AnnualNotice, starts=_notice(NoticeKind.DATA, _DATA), since="issued_on",
        due=_data_term,
        done="published_on", alert_days=10,
    ),
)  # fmt: skip
