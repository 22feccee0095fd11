"""What one row cannot say, whatever the order it was filled in."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.regimes.disclosure.models import Contest, Publication, Request, SecrecyReview
from zhunsheng.regimes.disclosure.regime import REGIME
from zhunsheng.regimes.disclosure.tests.rows import item, request

EARLY, LATE = date(2024, 9, 2), date(2024, 9, 12)

LEAK = {"published_on": EARLY, "leak_found_on": LATE, "leak_reported_on": LATE}


def _faults(model: type, row: Any) -> list[str]:
    """The fields at fault, in the order of the register's checks."""
    register = next(r for r in REGIME.registers if r.of is model)
    return [check.field for check in register.checks if not check.holds(row)]


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"published_on": date(2024, 3, 1)}, []),
        ({"published_on": date(2024, 2, 29)}, ["published_on"]),
        ({"withdrawn_on": LATE, "withdrawn_why": "内容有误"}, ["withdrawn_on"]),
        (
            {"published_on": LATE, "withdrawn_on": EARLY, "withdrawn_why": "内容有误"},
            ["withdrawn_on"],
        ),
        ({"published_on": EARLY, "withdrawn_on": LATE}, ["withdrawn_why"]),
        ({"published_on": LATE, "withdrawn_on": LATE, "withdrawn_why": "内容有误"}, []),
        ({"catalogue": "规划统计"}, []),
        ({"catalogue": "规划统计", "category": "budget"}, ["category"]),
        ({"catalogue": "没有这一类"}, ["catalogue"]),
        ({"published_on": EARLY, "leak_found_on": LATE, "leak_reported_on": LATE}, []),
        ({"leak_found_on": LATE}, ["leak_found_on"]),
        ({"published_on": LATE, "leak_found_on": EARLY}, ["leak_found_on"]),
        ({"published_on": EARLY, "leak_reported_on": LATE}, ["leak_reported_on"]),
        ({**LEAK, "leak_found_at": "09:30", "leak_reported_at": "09:30"}, []),
        ({**LEAK, "leak_found_at": "9:30"}, ["leak_found_at"]),
        ({**LEAK, "leak_found_at": "24:00"}, ["leak_found_at"]),
        ({"leak_found_at": "09:30"}, ["leak_found_at"]),
        ({"leak_reported_at": "09:30"}, ["leak_reported_at"]),
        ({**LEAK, "leak_found_at": "09:30", "leak_reported_at": "09:29"}, ["leak_reported_at"]),
    ],
)
def test_an_item(values: dict[str, Any], faults: list[str]) -> None:
    assert _faults(Publication, item(**{"withdrawn_why": "", **values})) == faults


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"reply": "opened"}, ["reply"]),
        ({"replied_on": LATE}, ["reply"]),
        ({"replied_on": LATE, "reply": "opened"}, []),
        ({"replied_on": EARLY, "reply": "opened"}, ["replied_on"]),
        ({"correction_noticed_on": EARLY}, ["correction_noticed_on"]),
        ({"corrected_on": LATE}, ["corrected_on"]),
        ({"correction_noticed_on": LATE, "corrected_on": date(2024, 9, 11)}, ["corrected_on"]),
        ({"correction_noticed_on": LATE, "corrected_on": LATE}, []),
        ({"third_party_answered_on": LATE}, ["third_party_answered_on"]),
        ({"third_party_asked_on": LATE, "third_party_answered_on": LATE}, []),
    ],
)
def test_a_request(values: dict[str, Any], faults: list[str]) -> None:
    assert _faults(Request, request(**values)) == faults


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"ended_on": LATE}, ["result"]),
        ({"result": "upheld"}, ["result"]),
        ({"ended_on": LATE, "result": "upheld"}, []),
        ({"ended_on": date(2024, 9, 1), "result": "upheld"}, ["ended_on"]),
    ],
)
def test_a_review_or_suit(values: dict[str, Any], faults: list[str]) -> None:
    row = item(**{"begun_on": EARLY, "ended_on": None, "result": "", **values})
    assert _faults(Contest, row) == faults


@pytest.mark.parametrize(
    ("may", "ground", "faults"),
    [(True, "", []), (False, "", ["ground"]), (False, "属于工作秘密", [])],
)
def test_a_secrecy_review(may: bool, ground: str, faults: list[str]) -> None:
    row = item(may_publish=may, ground=ground)
    assert _faults(SecrecyReview, row) == faults
