"""Each guard kept, failed, not applicable; none of them blocks."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Guard, law
from zhunsheng.regimes.emergency import guards
from zhunsheng.regimes.emergency.tests.rows import context, plain

DAY = date(2024, 3, 15)
BEFORE, AFTER = date(2024, 3, 14), date(2024, 3, 16)


def _state(guard: Guard, **values: Any) -> str:
    return guard.test(plain(**values), context(DAY)).state


@pytest.mark.parametrize(
    ("guard", "field"),
    [(guards.RECTIFIED_FIRST, "rectified_on"), (guards.RECHECKED_FIRST, "rechecked_on")],
)
@pytest.mark.parametrize(
    ("day", "state"), [(BEFORE, "kept"), (DAY, "kept"), (AFTER, "failed"), (None, "failed")]
)
def test_each_step_follows_the_one_before(
    guard: Guard, field: str, day: date | None, state: str
) -> None:
    assert _state(guard, **{field: day}) == state


@pytest.mark.parametrize(
    ("rectifier", "rechecker", "state"),
    [
        ("程某", "林某", "kept"),
        ("程某", "程某", "failed"),
        ("", "林某", "not_applicable"),
        ("程某", "", "not_applicable"),
    ],
)
def test_somebody_else_rechecks(rectifier: str, rechecker: str, state: str) -> None:
    assert _state(guards.ANOTHER_PERSON, rectifier=rectifier, rechecker=rechecker) == state


@pytest.mark.parametrize(
    "guard", [guards.RECTIFIED_FIRST, guards.ANOTHER_PERSON, guards.RECHECKED_FIRST]
)
def test_no_rule_of_the_loop_was_verified_and_none_blocks(guard: Guard) -> None:
    rule = law().rule(guard.rule, DAY)
    assert not rule.blocks({})
    assert "未核实" in rule.citation()
