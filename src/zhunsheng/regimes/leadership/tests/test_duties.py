"""When each duty falls due, and when there is none."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import due
from zhunsheng.kernel.testing import Obligation, make_bureau, shipped_calendar
from zhunsheng.regimes.leadership.duties import DUTIES
from zhunsheng.regimes.leadership.tests.rows import (
    ACCOUNT,
    COMMENTED,
    RULE,
    TASK,
    TO_RECTIFY,
    account,
    bare,
)

DUTY = {duty.key.removeprefix("leadership."): duty for duty in DUTIES}


@pytest.mark.parametrize(
    ("key", "given", "values", "last"),
    [
        ("task", TASK, {}, date(2024, 6, 28)),
        ("task", TASK, {"cancelled_on": date(2024, 4, 8)}, None),
        ("account", ACCOUNT, {}, date(2024, 1, 31)),
        ("account", ACCOUNT, {"assigned_on": date(2024, 1, 5)}, date(2024, 1, 31)),
        ("rectify", ACCOUNT, COMMENTED, None),
        ("rectify", ACCOUNT, TO_RECTIFY, date(2024, 4, 29)),
        ("trial", RULE, {}, None),
        ("trial", RULE, {"trial_until": date(2026, 6, 30)}, date(2026, 6, 30)),
    ],
)
def test_what_is_owed_by_when(
    key: str, given: dict[str, Any], values: dict[str, Any], last: date | None
) -> None:
    row = bare(given, **values)
    duty = DUTY[key]
    start = duty.started_on(row)
    if last is None:
        assert start is None
        return
    assert start is not None
    assert due(start, duty.term(row), calendar=shipped_calendar()).on == last


@pytest.mark.parametrize(
    ("values", "over"),
    [
        ({}, None),
        ({"settled_on": date(2026, 6, 1)}, date(2026, 6, 1)),
        ({"ended_on": date(2025, 3, 3)}, date(2025, 3, 3)),
        ({"settled_on": date(2025, 5, 6), "ended_on": date(2027, 1, 4)}, date(2025, 5, 6)),
    ],
)
def test_a_trial_is_over_once_the_rule_is_permanent_or_ended(
    values: dict[str, Any], over: date | None
) -> None:
    assert DUTY["trial"].done_on(bare(RULE, **values)) == over


@pytest.mark.django_db
def test_an_account_carries_its_obligations() -> None:
    made = account(make_bureau(), reported_on=date(2024, 2, 2))
    owed = Obligation.objects.get(item_id=made.pk)
    assert (owed.due_on, owed.done_on) == (date(2024, 1, 31), date(2024, 2, 2))
