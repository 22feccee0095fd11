"""What one row cannot say."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.regimes.outreach.checks import EVENT_CHECKS, LIST_CHECKS, VENUE_CHECKS, VISIT_CHECKS
from zhunsheng.regimes.outreach.tests.rows import LISTED, plain

EARLY, LATE = date(2024, 2, 1), date(2024, 6, 28)


def _faults(checks: Any, row: Any) -> list[str]:
    return [check.field for check in checks if not check.test(row)]


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"due_on": LISTED, "published_on": LISTED, "done_on": LISTED}, []),
        ({"due_on": EARLY}, ["due_on"]),
        ({"published_on": EARLY}, ["published_on"]),
        ({"done_on": EARLY}, ["done_on"]),
        # Late is a fact, not a fault.
        ({"done_on": date(2024, 7, 1)}, []),
    ],
)
def test_an_item_of_the_list(values: dict[str, Any], faults: list[str]) -> None:
    assert _faults(LIST_CHECKS, plain(**values)) == faults


@pytest.mark.parametrize(
    ("code", "question", "advice", "faults"),
    [
        ("", "", "", []),
        ("91999901MADM00001X", "职务发明归谁", "按约定", []),
        ("91999901MADM0001X", "", "", ["credit_code"]),
        ("91999901MADO00001X", "", "", ["credit_code"]),
        ("", "", "按约定", ["advice"]),
        ("", "职务发明归谁", "", []),
    ],
)
def test_a_visit(code: str, question: str, advice: str, faults: list[str]) -> None:
    row = SimpleNamespace(credit_code=code, question=question, advice=advice)
    assert _faults(VISIT_CHECKS, row) == faults


@pytest.mark.parametrize(("people", "faults"), [(1, []), (0, ["people"])])
def test_an_event_somebody_came_to(people: int, faults: list[str]) -> None:
    assert _faults(EVENT_CHECKS, SimpleNamespace(people=people)) == faults


def test_a_venue_is_not_closed_before_it_opens() -> None:
    assert _faults(VENUE_CHECKS, SimpleNamespace(opened_on=LATE, closed_on=EARLY)) == ["closed_on"]
    assert _faults(VENUE_CHECKS, SimpleNamespace(opened_on=LATE, closed_on=None)) == []
