"""What a study task obliges to: the quarter's or the year's last day is the last to do it.

A quarter's study is done by the session of the centre group itself: nobody types that day twice.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Min

from zhunsheng.kernel.declare import Duty, FixedDate, Standing, Term, law
from zhunsheng.regimes.study.models import Forum, Session, StudyTask, TaskKind

_CENTRE_GROUP = "study.centre_group"
_LIST = "study.should_know_list"
#: Quarter → its last month and day.
_ENDS = {"1": (3, 31), "2": (6, 30), "3": (9, 30), "4": (12, 31)}


def _listed(kind: TaskKind, rule: str) -> Callable[[Any], date | None]:
    def start(row: Any) -> date | None:
        in_force = law().in_force(rule, row.listed_on) is not None
        return row.listed_on if row.kind == kind and in_force else None

    return start


def _end(row: Any) -> Term:
    month, day = _ENDS[row.quarter or "4"]
    return FixedDate(month, day, years_later=0)


def _studied_on(row: Any) -> date | None:
    """The centre group's first session of the quarter; else the day entered with the task."""
    sessions = Session._default_manager.filter(
        agency=row.agency_id,
        forum=Forum.CENTRE_GROUP,
        held_on__year=row.listed_on.year,
        held_on__quarter=int(row.quarter or 4),
    )
    first = sessions.exclude(standing=Standing.VOIDED).aggregate(on=Min("held_on"))["on"]
    found: date | None = first or row.done_on
    return found


DUTIES = (
    Duty(
        "study.centre_group", "党组理论学习中心组季度学习", "the centre group's study of a quarter",
        _CENTRE_GROUP, StudyTask, starts=_listed(TaskKind.CENTRE_GROUP, _CENTRE_GROUP), due=_end,
        done=_studied_on, alert_days=15, decided_by=(Session,),
    ),
    Duty(
        "study.should_know", "应知应会清单内容学习", "study of a text on the should-know list",
        _LIST, StudyTask, starts=_listed(TaskKind.SHOULD_KNOW, _LIST), due=_end, done="done_on",
        alert_days=30,
    ),
)  # fmt: skip
