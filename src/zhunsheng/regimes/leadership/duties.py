"""What a task, an account and a rule on trial oblige to, and by when."""

from datetime import date
from typing import Any

from zhunsheng.kernel.declare import CalendarDays, Duty, FixedDate, Term, law
from zhunsheng.regimes.leadership.models import AccountReport, InternalRule, Task

_TASK = "leadership.plan_task"
_ACCOUNT = "leadership.account"
_RECTIFY = "leadership.account_rectification"
_TRIAL = "leadership.trial_rule"


def _in_force(rule: str, day: date | None) -> date | None:
    return day if day is not None and law().in_force(rule, day) is not None else None


def _task_due(row: Any) -> date | None:
    return None if row.cancelled_on is not None else _in_force(_TASK, row.due_on)


def _account_asked(row: Any) -> date | None:
    return _in_force(_ACCOUNT, row.assigned_on)


def _account_term(row: Any) -> Term:
    rule = law().rule(_ACCOUNT, row.assigned_on)
    later = max(row.for_year + 1 - row.assigned_on.year, 0)
    return FixedDate(rule.value("month"), rule.value("day"), years_later=later)


def _rectification_asked(row: Any) -> date | None:
    return _in_force(_RECTIFY, row.commented_on) if row.to_rectify else None


def _rectification_term(row: Any) -> Term:
    return CalendarDays(law().rule(_RECTIFY, row.commented_on).value("days"))


def _trial_began(row: Any) -> date | None:
    return _in_force(_TRIAL, row.issued_on) if row.trial_until is not None else None


def _trial_term(row: Any) -> Term:
    return CalendarDays((row.trial_until - row.issued_on).days)


def _trial_over(row: Any) -> date | None:
    days = [day for day in (row.settled_on, row.ended_on) if day is not None]
    return min(days, default=None)


DUTIES = (
    # A task's clock is its own due day: the plan sets it, no term of days runs before it.
    Duty(
        "leadership.task", "完成年度任务", "finish a task of the year's plan", _TASK, Task,
        starts=_task_due, since="due_on", due=CalendarDays(0), done="done_on", alert_days=30,
    ),
    Duty(
        "leadership.account", "述法", "give the account of performance", _ACCOUNT, AccountReport,
        starts=_account_asked, since="assigned_on",
        due=_account_term, done="reported_on", alert_days=15,
    ),
    Duty(
        "leadership.rectify", "述法点评意见整改", "put right what the comments ask", _RECTIFY,
        AccountReport, starts=_rectification_asked, since="commented_on",
        due=_rectification_term, done="rectified_on",
        alert_days=15,
    ),
    Duty(
        "leadership.trial", "试行制度评估处理", "settle a rule on trial", _TRIAL, InternalRule,
        starts=_trial_began, since="trial_until", due=_trial_term, done=_trial_over, alert_days=60,
    ),
)  # fmt: skip
