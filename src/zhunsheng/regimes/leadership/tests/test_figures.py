"""Figures where a careless count would go wrong."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Scope, Status, check_identities, facts, make_bureau
from zhunsheng.regimes.leadership.models import RuleOfLawMeeting
from zhunsheng.regimes.leadership.regime import REGIME
from zhunsheng.regimes.leadership.tests.rows import (
    COMMENTED,
    RECTIFIED,
    REPORTED,
    TO_RECTIFY,
    account,
    acted,
    internal,
    plan,
    task,
)

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    for year in (2023, 2024):
        made.close_all(year)
    return made


def _facts(bureau: Bureau, year: int = 2024) -> Any:
    found = facts(Scope(bureau.agency.pk, year), KEYS)
    assert [c.key for c in check_identities(found) if not c.holds] == []
    return found


def _values(bureau: Bureau, year: int = 2024) -> dict[str, Any]:
    return {key: fact.value for key, fact in _facts(bureau, year).items()}


def test_tasks_are_done_under_way_not_started_or_cancelled(bureau: Bureau) -> None:
    points = plan(bureau)
    task(bureau, points, "按期", started_on=date(2024, 3, 1), done_on=date(2024, 6, 28))
    task(bureau, points, "逾期", done_on=date(2024, 7, 1))
    task(bureau, points, "推进", started_on=date(2024, 5, 6))
    task(bureau, points, "未动")
    task(bureau, points, "取消", cancelled_on=date(2024, 4, 8), cancelled_why="职责划转")
    task(bureau, points, "下年", due_on=date(2025, 3, 28))
    values = _values(bureau)
    states = ("", ".done", ".under_way", ".not_started", ".cancelled", ".on_time")
    assert [values[f"leadership.tasks{s}"] for s in states] == [5, 2, 1, 1, 1, 1]
    rate = _facts(bureau)["leadership.tasks.rate"]
    assert (rate.value, rate.numerator, rate.denominator) == (Decimal(20), Decimal(1), Decimal(5))


def test_without_tasks_their_rate_is_undefined(bureau: Bureau) -> None:
    assert _facts(bureau)["leadership.tasks.rate"].status == Status.UNDEFINED


def test_plans_count_by_kind_in_the_year_they_were_issued(bureau: Bureau) -> None:
    plan(bureau)
    plan(bureau, "学法计划", "study_plan")
    values = _values(bureau)
    kinds = ("", ".work_points", ".study_plan", ".outreach_list")
    assert [values[f"leadership.plans{kind}"] for kind in kinds] == [2, 1, 1, 0]
    assert _values(bureau, 2023)["leadership.plans"] == 0


def test_an_account_is_one_of_the_principal_s_performances(bureau: Bureau) -> None:
    acted(bureau, "部署", "deploy")
    acted(bureau, "督办", "supervise", minutes="")
    acted(bureau, "学法", "lead_study")
    acted(bureau, "上年", "deploy", acted_on=date(2023, 12, 29))
    account(bureau, **REPORTED)
    account(bureau, "未述法")
    values = _values(bureau)
    assert values["leadership.principal_acts"] == 4
    assert values["leadership.acts"] == 3
    assert values["leadership.principal_acts.account"] == 1
    assert values["leadership.principal_acts.in_person"] == 2
    assert values["leadership.acts.unrecorded"] == 1


def test_an_account_counts_by_the_day_it_was_given_and_its_comments_by_theirs(
    bureau: Bureau,
) -> None:
    account(bureau, "已整改", **RECTIFIED)
    account(bureau, "未整改", **TO_RECTIFY)
    account(bureau, "无须整改", **COMMENTED, with_annual_report=False)
    account(bureau, "年前", reported_on=date(2023, 12, 29))
    values = _values(bureau)
    assert values["leadership.principal_acts.account"] == 3
    assert values["leadership.accounts.with_annual_report"] == 2
    parts = ("commented", "to_rectify", "rectified", "open", "on_time")
    assert [values[f"leadership.accounts.{part}"] for part in parts] == [3, 2, 1, 1, 1]


def test_meetings_count_by_kind(bureau: Bureau) -> None:
    for title, kind in (("一", "party_group"), ("二", "party_group"), ("三", "office_meeting")):
        bureau.confirmed(
            RuleOfLawMeeting, title=title, kind=kind, held_on=date(2024, 7, 25), matter="半年汇报"
        )
    values = _values(bureau)
    stem = "leadership.rule_of_law_meetings"
    assert [values[f"{stem}{k}"] for k in ("", ".party_group", ".office_meeting")] == [3, 2, 1]


def test_internal_rules_in_force_are_those_before_with_those_issued_less_those_ended(
    bureau: Bureau,
) -> None:
    internal(bureau, "旧", issued_on=date(2021, 6, 15))
    internal(bureau, "替", issued_on=date(2022, 4, 19), ended_on=date(2024, 5, 20))
    internal(bureau, "新")
    internal(bureau, "试", trial_until=date(2026, 6, 30))
    internal(bureau, "过期", issued_on=date(2022, 1, 4), trial_until=date(2024, 1, 3))
    settled = {"trial_until": date(2024, 1, 3), "settled_on": date(2024, 1, 2)}
    internal(bureau, "转正", issued_on=date(2022, 1, 5), **settled)
    values = _values(bureau)
    parts = ("start", "issued", "ended", "end", "on_trial", "trial_over")
    assert [values[f"leadership.internal_rules.{p}"] for p in parts] == [4, 2, 1, 5, 1, 1]
