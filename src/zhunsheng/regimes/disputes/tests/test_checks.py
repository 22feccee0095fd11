"""What cannot be true within one row is said with its field."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.regimes.disputes.checks import LITIGATION_CHECKS, RECONSIDERATION_CHECKS

DAY, EARLY = date(2024, 3, 4), date(2024, 3, 1)
CASE = {
    "received_on": DAY,
    "answered_on": None,
    "ended_on": None,
    "ending": "",
    "opinion_on": None,
    "opinion_answered_on": None,
}
SUIT = {
    "received_on": DAY,
    "answered_on": None,
    "heard_on": None,
    "appearance": "",
    "ended_on": None,
    "judgement": "",
    "performed_on": None,
}


@pytest.mark.parametrize(
    ("checks", "given", "values", "fields"),
    [
        (RECONSIDERATION_CHECKS, CASE, {}, []),
        (RECONSIDERATION_CHECKS, CASE, {"answered_on": EARLY}, ["answered_on"]),
        (RECONSIDERATION_CHECKS, CASE, {"ended_on": EARLY, "ending": "upheld"}, ["ended_on"]),
        (RECONSIDERATION_CHECKS, CASE, {"ending": "upheld"}, ["ending"]),
        (
            RECONSIDERATION_CHECKS,
            CASE,
            {"opinion_on": DAY, "opinion_answered_on": EARLY},
            ["opinion_answered_on"],
        ),
        (LITIGATION_CHECKS, SUIT, {}, []),
        (LITIGATION_CHECKS, SUIT, {"answered_on": EARLY}, ["answered_on"]),
        (LITIGATION_CHECKS, SUIT, {"heard_on": DAY}, ["appearance"]),
        (LITIGATION_CHECKS, SUIT, {"judgement": "dismissed"}, ["judgement"]),
        (LITIGATION_CHECKS, SUIT, {"performed_on": DAY}, ["performed_on"]),
        # An answer after the hearing is late, not impossible.
        (
            LITIGATION_CHECKS,
            SUIT,
            {"heard_on": DAY, "appearance": "head", "answered_on": date(2024, 3, 5)},
            [],
        ),
    ],
)
def test_a_check_names_its_field(
    checks: tuple[RowCheck, ...], given: dict[str, Any], values: dict[str, Any], fields: list[str]
) -> None:
    row = SimpleNamespace(**{**given, **values})
    assert [check.field for check in checks if not check.test(row)] == fields
