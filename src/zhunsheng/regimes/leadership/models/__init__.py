"""The registers: plans and their tasks, acts of the principal, meetings, accounts, rules."""

from zhunsheng.regimes.leadership.models.account import AccountForm, AccountReport
from zhunsheng.regimes.leadership.models.act import (
    ActKind,
    MeetingKind,
    PrincipalAct,
    RuleOfLawMeeting,
)
from zhunsheng.regimes.leadership.models.plan import Plan, PlanKind, Task, TaskProgress
from zhunsheng.regimes.leadership.models.rule import InternalRule

__all__ = [
    "AccountForm",
    "AccountReport",
    "ActKind",
    "InternalRule",
    "MeetingKind",
    "Plan",
    "PlanKind",
    "PrincipalAct",
    "RuleOfLawMeeting",
    "Task",
    "TaskProgress",
]
