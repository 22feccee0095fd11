"""What cannot be true within one row is said with its field; a rule merely broken is not."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.regimes.enforcement.checks import (
    CASE_CHECKS,
    INSPECTION_CHECKS,
    NOTICE_CHECKS,
    OFFICER_CHECKS,
)

OFFICER = {"issued_on": date(2024, 1, 8), "expires_on": date(2027, 1, 8)}
NOTICE = {"issued_on": date(2024, 1, 8), "published_on": None}
INSPECTION = {"held_on": date(2024, 4, 9), "result": "clear", "published_on": None}
CASE = {
    "filed_on": date(2024, 3, 4),
    "investigated_on": None,
    "told_on": None,
    "hearing_told_on": None,
    "heard_on": None,
    "reviewed_on": None,
    "review": "",
    "decided_on": date(2024, 5, 20),
    "outcome": "penalised",
    "penalty": "fine",
    "fine": 3000,
    "served_on": None,
    "published_on": None,
    "performed_on": None,
    "closed_on": None,
}
EARLY = date(2024, 1, 2)


def _faults(checks: tuple[RowCheck, ...], given: dict[str, Any], **values: Any) -> list[str]:
    row = SimpleNamespace(**{**given, **values})
    return [check.field for check in checks if not check.test(row)]


@pytest.mark.parametrize(
    ("checks", "given", "values", "fields"),
    [
        (OFFICER_CHECKS, OFFICER, {}, []),
        (OFFICER_CHECKS, OFFICER, {"expires_on": date(2024, 1, 8)}, ["expires_on"]),
        (NOTICE_CHECKS, NOTICE, {"published_on": EARLY}, ["published_on"]),
        (INSPECTION_CHECKS, INSPECTION, {}, []),
        (INSPECTION_CHECKS, INSPECTION, {"result": ""}, ["result"]),
        (INSPECTION_CHECKS, INSPECTION, {"published_on": EARLY}, ["published_on"]),
        (CASE_CHECKS, CASE, {}, []),
        (CASE_CHECKS, CASE, {"told_on": EARLY}, ["told_on"]),
        (CASE_CHECKS, CASE, {"served_on": EARLY}, ["served_on"]),
        (CASE_CHECKS, CASE, {"fine": None}, ["fine"]),
        (CASE_CHECKS, CASE, {"penalty": ""}, ["penalty"]),
        (CASE_CHECKS, CASE, {"outcome": "withdrawn"}, ["penalty", "fine"]),
        (CASE_CHECKS, CASE, {"review": "passed"}, ["review"]),
        (CASE_CHECKS, CASE, {"heard_on": date(2024, 4, 1), "hearing_told_on": date(2024, 4, 2)},
         ["heard_on"]),
        (CASE_CHECKS, CASE, {"decided_on": None, "outcome": "", "penalty": "", "fine": None,
                             "closed_on": date(2024, 6, 3)}, ["closed_on"]),
        # Untold and unreviewed: broken rules, which are for the guards.
        (CASE_CHECKS, CASE, {"reviewed_on": date(2024, 6, 3), "review": "passed"}, []),
    ],
)  # fmt: skip
def test_a_check_names_its_field(
    checks: tuple[RowCheck, ...], given: dict[str, Any], values: dict[str, Any], fields: list[str]
) -> None:
    assert _faults(checks, given, **values) == fields
