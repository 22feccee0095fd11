"""What one row cannot say, and when a measure falls due."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import Obligation, make_bureau
from zhunsheng.regimes.planning.checks import MEASURE_CHECKS, PROBLEM_CHECKS, TASK_CHECKS
from zhunsheng.regimes.planning.tests.rows import AS_OF, measure, plain


def _faults(checks: Any, **values: Any) -> list[str]:
    row = plain(**values)
    return [check.field for check in checks if not check.test(row)]


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"cause": "报送备案不够及时 "}, ["cause"]),
        ({"adopted_on": AS_OF, "solved_on": AS_OF}, []),
        ({"adopted_on": AS_OF, "solved_on": date(2024, 12, 30)}, ["solved_on"]),
    ],
)
def test_a_problem(values: dict[str, Any], faults: list[str]) -> None:
    assert _faults(PROBLEM_CHECKS, **values) == faults


def test_a_measure_is_not_due_before_it_is_settled() -> None:
    assert _faults(MEASURE_CHECKS, due_on=AS_OF) == []
    assert _faults(MEASURE_CHECKS, due_on=date(2024, 12, 30)) == ["due_on"]


def test_a_task_of_next_year_is_due_next_year_or_later() -> None:
    assert _faults(TASK_CHECKS, due_on=date(2025, 1, 2)) == []
    assert _faults(TASK_CHECKS, due_on=date(2024, 12, 31)) == ["due_on"]


@pytest.mark.django_db
def test_a_measure_is_owed_by_its_day() -> None:
    bureau = make_bureau()
    measure(bureau, "1", None, due_on=date(2025, 3, 31))
    owed = Obligation.objects.get()
    assert (owed.duty, owed.due_on, owed.done_on) == ("planning.measure", date(2025, 3, 31), None)
