"""Rows as the tests need them, each with what a test says of it."""

from datetime import date
from typing import Any

from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.services.models import Application, GuidedAct, ServiceItem

RECEIVED, ACCEPTED = date(2024, 3, 4), date(2024, 3, 5)


def item(bureau: Bureau, number: str = "LC-1", **values: Any) -> ServiceItem:
    given: dict[str, Any] = {
        "kind": "permit",
        "level": "handled",
        "basis": "外国人入境出境管理条例",
        "in_powers": True,
        "in_catalogue": True,
        "added_on": date(2023, 6, 15),
    }
    return bureau.confirmed(ServiceItem, division="office", number=number, **{**given, **values})


def application(bureau: Bureau, of: ServiceItem, number: str, **values: Any) -> Application:
    given: dict[str, Any] = {
        "channel": "online",
        "received_on": RECEIVED,
        "accepted_on": ACCEPTED,
        "statutory_days": 10,
        "promised_days": 5,
    }
    return bureau.confirmed(
        Application, division="office", service=of, number=number, **{**given, **values}
    )


def guided(bureau: Bureau, people: int, **values: Any) -> GuidedAct:
    given: dict[str, Any] = {"kind": "beforehand", "acted_on": RECEIVED}
    return bureau.confirmed(GuidedAct, division="office", people=people, **{**given, **values})
