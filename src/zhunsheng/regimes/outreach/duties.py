"""What an item of the list obliges to, and by when; a rule not in force obliges to nothing."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from zhunsheng.kernel.declare import CalendarDays, Duty, FixedDate, Term, WorkingDays, law
from zhunsheng.regimes.outreach.models import ListItem
from zhunsheng.regimes.outreach.models.duty_list import MARKED_DAYS, MarkedDay

_LIST, _PUBLISHED = "outreach.list", "outreach.list_published"
_SATURDAY = 5  # as date.weekday() counts
Start = Callable[[Any], date | None]


def _listed(rule: str) -> Start:
    return lambda row: row.listed_on if law().in_force(rule, row.listed_on) else None


def _to_due_day(row: Any) -> Term:
    return CalendarDays((row.due_on - row.listed_on).days)


def _publishing_term(row: Any) -> Term:
    return WorkingDays(law().rule(_PUBLISHED, row.listed_on).value("working_days"))


def _on_a_marked_day(marked: MarkedDay) -> Duty:
    """The item that stands under a day is done by it, in the year of the list."""
    key = f"outreach.{marked}"
    zh, en = MARKED_DAYS[marked]

    def start(row: Any) -> date | None:
        if row.marked_day != marked or law().in_force(key, row.listed_on) is None:
            return None
        # A list issued after the day has passed obliges to nothing on it.
        return row.listed_on if row.listed_on <= _day_of(key, row.listed_on) else None

    def term(row: Any) -> Term:
        day = _day_of(key, row.listed_on)
        return FixedDate(day.month, day.day, years_later=0)

    return Duty(
        key, f"开展{zh}活动", f"mark {en}", key, ListItem,
        starts=start, due=term, done="done_on", alert_days=30,
    )  # fmt: skip


def _day_of(key: str, listed: date) -> date:
    """The last day of what the rule keeps, in the year of the list."""
    rule = law().rule(key, listed)
    month = rule.value("month")
    if "saturday" not in rule.values:
        return date(listed.year, month, rule.value("day"))
    first = date(listed.year, month, 1)
    return first + timedelta((_SATURDAY - first.weekday()) % 7 + 7 * (rule.value("saturday") - 1))


DUTIES = (
    Duty(
        "outreach.list_item", "完成普法责任清单事项", "carry out the item of the list",
        _LIST, ListItem, starts=_listed(_LIST), since="due_on",
        due=_to_due_day, done="done_on", alert_days=30,
    ),
    Duty(
        "outreach.list_published", "公布普法责任清单", "publish the list of duties",
        _PUBLISHED, ListItem, starts=_listed(_PUBLISHED), since="listed_on", due=_publishing_term,
        done="published_on",
    ),
    *(_on_a_marked_day(marked) for marked in MarkedDay),
)  # fmt: skip
