"""What one row cannot say."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.regimes.services.checks import APPLICATION_CHECKS, ITEM_CHECKS

DAY, EARLIER = date(2024, 3, 5), date(2024, 3, 4)
_ROW: dict[str, Any] = {
    "received_on": DAY,
    "accepted_on": DAY,
    "ended_on": None,
    "result": "",
    "suspensions": "",
    "statutory_days": 20,
    "promised_days": 5,
    "extended_on": None,
    "extended_days": None,
    "extended_why": "",
    "certificate": False,
    "delivered_on": None,
    "rated_on": None,
    "rating": "",
}

_EXTENDED = {"extended_on": DAY, "extended_days": 10, "extended_why": "情况复杂"}
_DELIVERED: dict[str, Any] = {
    "ended_on": DAY,
    "result": "granted",
    "certificate": True,
    "delivered_on": DAY,
}


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"ended_on": DAY, "result": "granted"}, []),
        ({"ended_on": DAY}, ["result"]),
        ({"accepted_on": EARLIER}, ["accepted_on"]),
        ({"promised_days": 21}, ["promised_days"]),
        ({"rating": "5"}, ["rating"]),
        ({"suspensions": "2024-03-06至2024-03-08专家评审"}, []),
        ({"suspensions": "3月6日至8日"}, ["suspensions"]),
        ({"suspensions": "2024-03-08至2024-03-06专家评审"}, ["suspensions"]),
        ({**_EXTENDED}, []),
        ({**_EXTENDED, "extended_why": ""}, ["extended_on"]),
        ({**_EXTENDED, "extended_on": EARLIER}, ["extended_on"]),
        ({**_DELIVERED}, []),
        ({**_DELIVERED, "certificate": False}, ["delivered_on"]),
        ({**_DELIVERED, "result": "refused"}, ["delivered_on"]),
        ({**_DELIVERED, "delivered_on": EARLIER}, ["delivered_on"]),
        ({"suspensions": "2024-02-30至2024-03-06专家评审"}, ["suspensions"]),
    ],
)
def test_an_application(values: dict[str, Any], faults: list[str]) -> None:
    row = SimpleNamespace(**{**_ROW, **values})
    assert [check.field for check in APPLICATION_CHECKS if not check.test(row)] == faults


def test_an_item_stands_in_one_list_at_least() -> None:
    given = {"statutory_days": None, "promised_days": None, "added_on": DAY, "removed_on": None}
    row = SimpleNamespace(in_powers=False, in_catalogue=False, **given)
    assert [check.field for check in ITEM_CHECKS if not check.test(row)] == ["in_catalogue"]
