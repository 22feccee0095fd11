"""What an item of the list obliges to, and by when; a rule not in force obliges to nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhunsheng.kernel.declare import CalendarDays, Duty, FixedDate, Term, WorkingDays, law
from zhunsheng.regimes.outreach.models import ListItem
from zhunsheng.regimes.outreach.models.duty_list import MarkedDay

_LIST, _PUBLISHED = "outreach.list", "outreach.list_published"
Start = Callable[[Any], date | None]


def _listed(rule: str) -> Start:
    return lambda row: row.listed_on if law().in_force(rule, row.listed_on) else None


def _to_due_day(row: Any) -> Term:
    return CalendarDays((row.due_on - row.listed_on).days)


def _publishing_term(row: Any) -> Term:
    return WorkingDays(law().rule(_PUBLISHED, row.listed_on).value("working_days"))


def _on_a_marked_day(key: str, zh: str, en: str, *, marked: MarkedDay) -> Duty:
    """The item that stands under the day is done by it, in the year of the list."""

    def start(row: Any) -> date | None:
        meant = row.marked_day == marked and law().in_force(key, row.listed_on)
        # A list issued after the day has passed obliges to nothing on it.
        return row.listed_on if meant and row.listed_on <= _day(row) else None

    def _day(row: Any) -> date:
        rule = law().rule(key, row.listed_on)
        return date(row.listed_on.year, rule.value("month"), rule.value("day"))

    def term(row: Any) -> Term:
        day = _day(row)
        return FixedDate(day.month, day.day, years_later=0)

    return Duty(key, zh, en, key, ListItem, starts=start, due=term, done="done_on", alert_days=30)


DUTIES = (
    Duty(
        "outreach.list_item", "完成普法责任清单事项", "carry out the item of the list",
        _LIST, ListItem, starts=_listed(_LIST), due=_to_due_day, done="done_on", alert_days=30,
    ),
    Duty(
        "outreach.list_published", "公布普法责任清单", "publish the list of duties",
        _PUBLISHED, ListItem, starts=_listed(_PUBLISHED), due=_publishing_term,
        done="published_on",
    ),
    _on_a_marked_day(
        "outreach.constitution", "开展国家宪法日和宪法宣传周活动",
        "mark Constitution Day and Week", marked=MarkedDay.CONSTITUTION,
    ),
    _on_a_marked_day(
        "outreach.security_day", "开展全民国家安全教育日活动",
        "mark National Security Education Day", marked=MarkedDay.SECURITY_DAY,
    ),
)  # fmt: skip
