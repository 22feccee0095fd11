"""Rows as the tests need them, each with what a test says of it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.outreach.models import (
    EnterpriseVisit,
    Event,
    ListItem,
    Material,
    OnlineItem,
    Venue,
)

LISTED = date(2024, 2, 26)
ITEM: dict[str, Any] = {
    "title": "民法典",
    "number": "普法〔2024〕1号",
    "audience": "科技企业",
    "form": "专题讲座",
    "marked_day": "",
    "listed_on": LISTED,
    "published_on": None,
    "due_on": date(2024, 6, 28),
    "done_on": None,
}


def plain(**values: Any) -> Any:
    """An item of the list outside the database."""
    return SimpleNamespace(**{**ITEM, **values})


def item(bureau: Bureau, **values: Any) -> ListItem:
    return bureau.confirmed(ListItem, division="legal", **{**ITEM, **values})


def online(bureau: Bureau, title: str, **values: Any) -> OnlineItem:
    given: dict[str, Any] = {"posted_on": date(2024, 5, 8), "channel": "wechat"}
    return bureau.confirmed(OnlineItem, division="legal", title=title, **{**given, **values})


def event(bureau: Bureau, title: str, **values: Any) -> Event:
    given: dict[str, Any] = {
        "held_on": date(2024, 5, 9),
        "kind": "lecture",
        "people": 40,
        "basis": "signed",
    }
    return bureau.confirmed(Event, division="legal", title=title, **{**given, **values})


def visit(bureau: Bureau, enterprise: str, code: str = "", **values: Any) -> EnterpriseVisit:
    given: dict[str, Any] = {"visited_on": date(2024, 7, 3)}
    return bureau.confirmed(
        EnterpriseVisit,
        title=f"走访{enterprise}",
        enterprise=enterprise,
        credit_code=code,
        **{**given, **values},
    )


def copies(bureau: Bureau, move: str, number: int, **values: Any) -> Material:
    given: dict[str, Any] = {"moved_on": date(2024, 4, 18)}
    return bureau.confirmed(
        Material, division="legal", title=f"资料{move}", move=move, copies=number, **given, **values
    )


def venue(bureau: Bureau, opened: date, closed: date | None = None) -> Venue:
    return bureau.confirmed(
        Venue, division="legal", title="宣传栏", place="一楼", opened_on=opened, closed_on=closed
    )
