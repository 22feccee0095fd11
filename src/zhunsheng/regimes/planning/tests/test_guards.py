"""A problem is adopted with a measure and solved once its measures are done; practice, no block."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Context, Guard, Irregularity, Outcome, law
from zhunsheng.kernel.testing import Bureau, Taking, make_bureau, shipped_calendar, take
from zhunsheng.regimes.planning.guards import ANSWERED, CARRIED_OUT
from zhunsheng.regimes.planning.models import Measure
from zhunsheng.regimes.planning.tests.rows import MEASURE, measure, problem

pytestmark = pytest.mark.django_db
DAY = date(2025, 4, 1)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _judged(guard: Guard, row: Any) -> Outcome:
    context = Context(
        on=DAY,
        law=law(),
        calendar=shipped_calendar(),
        has=lambda _: False,
        offered=lambda _: False,
    )
    return guard.test(row, context)


def test_a_measure_answers_a_problem_even_before_it_is_confirmed(bureau: Bureau) -> None:
    bare, answered = problem(bureau, "1"), problem(bureau, "2")
    bureau.put(Measure, division="legal", **MEASURE, problem=answered)
    assert _judged(ANSWERED, bare).state == "failed"
    assert _judged(ANSWERED, answered).state == "kept"


def test_solved_means_that_every_measure_is_done_by_that_day(bureau: Bureau) -> None:
    bare, open_, late, done = (problem(bureau, n) for n in "1234")
    measure(bureau, "1", open_, done_on=date(2025, 3, 3))
    measure(bureau, "2", open_, title="改造线路")
    measure(bureau, "3", late, done_on=date(2025, 4, 2))
    measure(bureau, "4", done, done_on=DAY)
    states = [_judged(CARRIED_OUT, row).state for row in (bare, open_, late, done)]
    assert states == ["not_applicable", "failed", "failed", "kept"]
    assert "改造线路" in _judged(CARRIED_OUT, open_).zh


def test_what_practice_asks_is_noted_and_never_stops_the_step(bureau: Bureau) -> None:
    row = problem(bureau)
    officer = bureau.persons["legal_officer"]
    take(row, "adopt", Taking(by=officer, on=DAY, values={"adopted_on": DAY}))
    measure(bureau, "1", row)
    take(row, "solve", Taking(by=officer, on=DAY, values={"solved_on": DAY}))
    row.refresh_from_db()
    assert row.stage == "solved"
    found = list(Irregularity.objects.order_by("pk").values_list("rule", flat=True))
    assert found == ["planning.answered", "planning.solved"]
    assert all("未核实" in law().rule(rule).citation() for rule in found)
