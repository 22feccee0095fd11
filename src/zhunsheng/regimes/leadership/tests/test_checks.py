"""What a row of leadership cannot say, in the form and in the database."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from zhunsheng.kernel.declare import RowCheck
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.regimes.leadership.checks import ACCOUNT_CHECKS, RULE_CHECKS, TASK_CHECKS
from zhunsheng.regimes.leadership.tests.rows import (
    ACCOUNT,
    COMMENTED,
    RECTIFIED,
    RULE,
    TASK,
    TO_RECTIFY,
    account,
    bare,
    internal,
    plan,
    task,
)

EARLY, DAY = date(2024, 1, 2), date(2024, 6, 28)


def _refused(checks: tuple[RowCheck, ...], given: dict[str, Any], **values: Any) -> list[str]:
    return [c.field for c in checks if not c.test(bare(given, **values))]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        ({"started_on": EARLY, "done_on": DAY}, []),
        ({"cancelled_on": DAY, "cancelled_why": "职责划转"}, []),
        ({"done_on": DAY, "cancelled_on": DAY, "cancelled_why": "重复"}, ["cancelled_on"]),
        ({"cancelled_on": DAY}, ["cancelled_why"]),
        ({"cancelled_why": "重复"}, ["cancelled_why"]),
        ({"started_on": DAY, "done_on": EARLY}, ["done_on"]),
    ],
)
def test_a_task_ends_once_and_says_why(values: dict[str, Any], fields: list[str]) -> None:
    assert _refused(TASK_CHECKS, TASK, **values) == fields


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        (RECTIFIED, []),
        ({"for_year": 2025, "reported_on": DAY}, ["for_year"]),
        ({"commented_on": DAY, "comments": "好"}, ["commented_on"]),
        ({**COMMENTED, "comments": ""}, ["comments"]),
        ({"to_rectify": True}, ["to_rectify"]),
        ({**COMMENTED, "rectified_on": DAY}, ["rectified_on"]),
        ({**TO_RECTIFY, "rectified_on": EARLY}, ["rectified_on"]),
    ],
)
def test_an_account_goes_in_order(values: dict[str, Any], fields: list[str]) -> None:
    assert _refused(ACCOUNT_CHECKS, ACCOUNT, **values) == fields


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        ({"trial_until": date(2026, 6, 30), "settled_on": date(2026, 6, 1)}, []),
        ({"trial_until": EARLY}, ["trial_until"]),
        ({"settled_on": date(2026, 6, 1)}, ["settled_on"]),
        ({"ended_on": EARLY}, ["ended_on"]),
        ({"replaced_by": "新制度"}, ["replaced_by"]),
    ],
)
def test_an_internal_rule_goes_in_order(values: dict[str, Any], fields: list[str]) -> None:
    assert _refused(RULE_CHECKS, RULE, **values) == fields


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [
        {"done_on": DAY, "cancelled_on": DAY, "cancelled_why": "重复"},
        {"cancelled_on": DAY},
    ],
)
def test_the_database_refuses_an_impossible_task(values: dict[str, Any]) -> None:
    bureau = make_bureau()
    under = plan(bureau)
    with pytest.raises(IntegrityError):
        task(bureau, under, "任务", **values)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [
        {"commented_on": DAY},
        {**COMMENTED, "rectified_on": DAY},
        {**TO_RECTIFY, "rectified_on": EARLY},
    ],
)
def test_the_database_refuses_an_impossible_account(values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        account(make_bureau(), **values)


@pytest.mark.django_db
@pytest.mark.parametrize("values", [{"ended_on": EARLY}, {"trial_until": EARLY}])
def test_the_database_refuses_an_impossible_rule(values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        internal(make_bureau(), "制度", **values)


@pytest.mark.django_db
def test_a_number_is_used_once_but_a_rule_needs_none() -> None:
    bureau = make_bureau()
    internal(bureau, "甲", number="澜科办〔2024〕6号")
    internal(bureau, "乙")
    internal(bureau, "丙")
    with pytest.raises(IntegrityError):
        internal(bureau, "丁", number="澜科办〔2024〕6号")
