"""What each guard keeps, refuses and leaves alone; pure, on rows outside the database."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Guard, law
from zhunsheng.regimes.leadership.guards import PUT_RIGHT, WITH_ANNUAL_REPORT
from zhunsheng.regimes.leadership.procedure import ACCOUNTING
from zhunsheng.regimes.leadership.tests.rows import ACCOUNT, bare, context


@pytest.mark.parametrize(
    ("guard", "values", "state"),
    [
        (WITH_ANNUAL_REPORT, {}, "kept"),
        (WITH_ANNUAL_REPORT, {"with_annual_report": False}, "failed"),
        (PUT_RIGHT, {}, "not_applicable"),
        (PUT_RIGHT, {"to_rectify": True}, "failed"),
        (PUT_RIGHT, {"to_rectify": True, "rectification": "  "}, "failed"),
        (PUT_RIGHT, {"to_rectify": True, "rectification": "已改"}, "kept"),
    ],
)
def test_a_guard_keeps_refuses_or_leaves_alone(
    guard: Guard, values: dict[str, Any], state: str
) -> None:
    outcome = guard.test(bare(ACCOUNT, **values), context(date(2024, 4, 12)))
    assert outcome.state == state
    assert bool(outcome.zh) == bool(outcome.en) == (state != "kept")


def test_no_guard_rests_on_a_rule_that_blocks() -> None:
    rules = {g.rule for t in ACCOUNTING.transitions for g in t.guards}
    assert rules
    assert [rule for rule in rules if law().rule(rule).blocks({})] == []
