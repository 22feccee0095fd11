"""What a submission or a remark obliges to, and by when; a rule not in force obliges to nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import Duty, FixedDate, Months, Term, WorkingDays, law
from zhunsheng.regimes.oversight.models import (
    Body,
    Feedback,
    HandlingReport,
    Role,
    Submission,
    TeamRemark,
)
from zhunsheng.regimes.oversight.reply_term import PROPOSAL_REPLY, REPLY, reply_term

_REMARK, _YEARLY = "oversight.team_remark", "oversight.yearly_report"
_HALF_YEARLY = "oversight.half_yearly_report"
Start = Callable[[Any], date | None]


def _in_force(rule: str, day: date | None) -> date | None:
    return day if day is not None and law().in_force(rule, day) is not None else None


def _assigned(body: Body, rule: str, *, co: bool) -> Start:
    """The day of assignment of what the bureau answers itself, or of what it co-handles."""

    def start(row: Any) -> date | None:
        # What was assigned to another unit is answered there.
        meant = row.body == body and (row.role == Role.CO) == co and row.reassigned_on is None
        return _in_force(rule, row.assigned_on) if meant else None

    return start


def _dissatisfied(body: Body, rule: str) -> Start:
    def start(row: Any) -> date | None:
        meant = row.body == body and row.feedback == Feedback.DISSATISFIED
        return _in_force(rule, row.feedback_on) if meant else None

    return start


def _reply_term(row: Any) -> Term:
    return reply_term(row.body, row.assigned_on, law(), extended=row.extended_on is not None)


def _months(rule: str, name: str, day: str) -> Callable[[Any], Term]:
    return lambda row: Months(law().rule(rule, getattr(row, day)).value(name))


def _remarked(row: Any) -> date | None:
    return _in_force(_REMARK, row.made_on)


def _remark_term(row: Any) -> Term:
    return WorkingDays(law().rule(_REMARK, row.made_on).value("working_days"))


def _reply(key: str, zh: str, en: str, *, body: Body, rule: str) -> Duty:
    return Duty(
        key, zh, en, rule, Submission,
        starts=_assigned(body, rule, co=False), since="assigned_on",
        due=_reply_term, done="replied_on", alert_days=15,
    )  # fmt: skip


def _opinion(key: str, zh: str, en: str, *, body: Body, rule: str) -> Duty:
    return Duty(
        key, zh, en, rule, Submission,
        starts=_assigned(body, rule, co=True), due=_months(rule, "months", "assigned_on"),
        done="opinion_sent_on", alert_days=10,
    )  # fmt: skip


def _rehandle(key: str, zh: str, en: str, *, body: Body, rule: str) -> Duty:
    return Duty(
        key, zh, en, rule, Submission,
        starts=_dissatisfied(body, rule), due=_months(rule, "rehandle_months", "feedback_on"),
        done="replied_again_on",
    )  # fmt: skip


def _report(key: str, zh: str, en: str, *, half: bool) -> Duty:
    """A report is owed from the day it was begun; whoever begins none owes none."""

    def begun(row: Any) -> date | None:
        return _in_force(key, row.assigned_on) if row.half_year == half else None

    def term(row: Any) -> Term:
        rule = law().rule(key, row.assigned_on)
        later = max(row.for_year - row.assigned_on.year, 0)
        return FixedDate(rule.value("month"), rule.value("day"), years_later=later)

    return Duty(
        key,
        zh,
        en,
        key,
        HandlingReport,
        starts=begun,
        since="assigned_on",
        due=term,
        done="sent_on",
        alert_days=30,
    )


DUTIES = (
    _reply(
        "oversight.reply", "答复代表建议", "reply to the suggestion",
        body=Body.SUGGESTION, rule=REPLY,
    ),
    _reply(
        "oversight.proposal_reply", "答复政协提案", "reply to the proposal",
        body=Body.PROPOSAL, rule=PROPOSAL_REPLY,
    ),
    _opinion(
        "oversight.co_opinion", "向建议主办单位送协办意见", "send the suggestion's lead an opinion",
        body=Body.SUGGESTION, rule="oversight.co_opinion",
    ),
    _opinion(
        "oversight.proposal_co_opinion", "向提案主办单位送协办意见",
        "send the proposal's lead an opinion",
        body=Body.PROPOSAL, rule="oversight.proposal_co_opinion",
    ),
    _rehandle(
        "oversight.rehandle", "重新办理不满意的代表建议", "handle a dissatisfying suggestion again",
        body=Body.SUGGESTION, rule="oversight.feedback",
    ),
    _rehandle(
        "oversight.proposal_rehandle", "重新办理不满意的政协提案",
        "handle a dissatisfying proposal again",
        body=Body.PROPOSAL, rule="oversight.proposal_feedback",
    ),
    Duty(
        "oversight.team_remark", "答复派驻组意见", "answer the resident team's remark",
        _REMARK, TeamRemark, starts=_remarked, since="made_on",
        due=_remark_term, done="answered_on",
    ),
    _report(_YEARLY, "报送建议提案办理工作报告", "send the report on handling", half=False),
    _report(
        _HALF_YEARLY, "报送建议提案办理半年报告", "send the half-year report on handling",
        half=True,
    ),
)  # fmt: skip
