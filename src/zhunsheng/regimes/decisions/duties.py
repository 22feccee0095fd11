"""What a list or a decision obliges to once it is made: to publish it, to file its papers."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import Duty, Term, WorkingDays, law
from zhunsheng.regimes.decisions.models import DecisionList, ListedMatter, Matter, amended_on

_PUBLISH = "disclosure.publish_term"
_ARCHIVE = "decisions.archive_term"


def _in_force(rule: str, day: date | None) -> date | None:
    return day if day is not None and law().in_force(rule, day) is not None else None


def _to_publish(row: Any) -> date | None:
    """The bureau publishes its own major decisions; what is excepted says why."""
    owed = row.major and row.for_whom == "own" and not row.not_published_reason
    return _in_force(_PUBLISH, row.decided_on) if owed else None


def _to_archive(row: Any) -> date | None:
    return _in_force(_ARCHIVE, row.decided_on)


def _publish_term(row: Any) -> Term:
    return WorkingDays(law().rule(_PUBLISH, row.decided_on).value("working_days"))


def _archive_term(row: Any) -> Term:
    return WorkingDays(law().rule(_ARCHIVE, row.decided_on).value("working_days"))


def _list_to_publish(row: Any) -> date | None:
    """The city government publishes its own list."""
    return _in_force(_PUBLISH, row.set_on) if row.for_whom == "own" else None


def _change_to_publish(row: Any) -> date | None:
    day = _in_force(_PUBLISH, amended_on(row))
    # By its key: a row being imported has no other row at hand.
    lists = DecisionList._default_manager.filter(pk=row.decision_list_id, for_whom="own")
    return day if day is not None and lists.exists() else None


def _from(day: Callable[[Any], date | None]) -> Callable[[Any], Term]:
    return lambda row: WorkingDays(law().rule(_PUBLISH, day(row)).value("working_days"))


DUTIES = (
    Duty(
        "decisions.list_publication", "公布决策事项目录", "publish the yearly list",
        _PUBLISH, DecisionList, starts=_list_to_publish, since="set_on",
        due=_from(lambda row: row.set_on),
        done="published_on",
    ),
    Duty(
        "decisions.list_change", "公布目录调整", "publish the amendment of the list",
        _PUBLISH, ListedMatter, starts=_change_to_publish, due=_from(amended_on),
        done="change_published_on",
    ),
    Duty(
        "decisions.publication", "公布重大行政决策", "publish the major decision",
        _PUBLISH, Matter, starts=_to_publish, due=_publish_term, done="published_on",
    ),
    Duty(
        "decisions.archive", "决策材料归档", "file the papers of the decision",
        _ARCHIVE, Matter, starts=_to_archive, due=_archive_term, done="archived_on",
    ),
)  # fmt: skip
