"""Figures where a careless count would go wrong: what two counts share, who came of whom."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Scope, Status, check_identities, facts, make_bureau
from zhunsheng.regimes.study.regime import REGIME
from zhunsheng.regimes.study.tests.rows import session, task

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    made.close_all(2024)
    return made


def _facts(bureau: Bureau) -> Any:
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    assert [c.key for c in check_identities(found) if not c.holds] == []
    return found


def _values(bureau: Bureau) -> dict[str, Any]:
    return {key: fact.value for key, fact in _facts(bureau).items()}


def test_what_is_both_is_counted_in_each_and_once_in_the_whole(bureau: Bureau) -> None:
    session(bureau, "第一议题", forum="first_topic")
    session(bureau, "全体学习")
    session(bureau, "中心组", forum="centre_group", on_thought=False, on_laws=True)
    session(bureau, "考试", forum="exam", on_thought=False, on_laws=True)
    session(bureau, "上年", held_on=date(2023, 12, 29))
    values = _values(bureau)
    keys = ("sessions", "thought_sessions", "party_group_legal", "sessions.overlap", "activities")
    assert [values[f"study.{key}"] for key in keys] == [3, 2, 2, 1, 4]
    assert values["study.activities.exam"] == 1
    assert values["study.activities.training"] == 0


def test_a_session_on_several_topics_stands_in_each_and_that_is_said(bureau: Bureau) -> None:
    session(bureau, "两项", on_laws=True)
    session(bureau, "三项", on_laws=True, on_constitution=True)
    session(bureau, "四项", on_laws=True, on_constitution=True, on_party_rules=True)
    session(bureau, "一项", on_thought=False, on_party_rules=True)
    values = _values(bureau)
    assert values["study.thought_sessions"] == 3
    assert values["study.topics.laws"] == 3
    assert values["study.topics.constitution"] == 2
    assert values["study.topics.party_rules"] == 2
    assert [values[f"study.topics.{n}"] for n in ("two", "three", "four", "several")] == [
        1,
        1,
        1,
        3,
    ]


def test_attendance_is_over_those_expected_where_it_was_taken(bureau: Bureau) -> None:
    session(bureau, "一", expected=40, attended=38, hours=2)
    session(bureau, "二", expected=10, attended=7)
    session(bureau, "三", hours=4)
    found = _facts(bureau)
    rate = found["study.attendance"]
    assert (rate.value, rate.numerator, rate.denominator) == (Decimal(90), Decimal(45), Decimal(50))
    assert found["study.attendance.unrecorded"].value == 1
    assert found["study.hours"].value == 6


def test_without_anybody_expected_attendance_is_undefined(bureau: Bureau) -> None:
    session(bureau, "一")
    assert _facts(bureau)["study.attendance"].status == Status.UNDEFINED


def test_a_quarter_and_a_listed_text_count_in_time_or_not(bureau: Bureau) -> None:
    quarter = {"kind": "centre_group"}
    task(bureau, "一季度", **quarter, quarter="1", done_on=date(2024, 3, 29))
    task(bureau, "二季度", **quarter, quarter="2", done_on=date(2024, 7, 1))
    task(bureau, "三季度", **quarter, quarter="3")
    task(bureau, "宪法", done_on=date(2024, 12, 31))
    task(bureau, "科学技术进步法", done_on=date(2025, 1, 2))
    task(bureau, "行政许可法")
    found = _facts(bureau)
    assert found["study.quarters.rate"].numerator == 1
    assert found["study.quarters.rate"].denominator == 3
    numbers = [found[f"study.list{part}"].value for part in ("", ".studied", ".open", ".on_time")]
    assert numbers == [3, 2, 1, 1]


def test_each_quarter_of_the_centre_group_is_a_figure_and_one_without_is_zero(
    bureau: Bureau,
) -> None:
    session(bureau, "一季度", forum="centre_group", held_on=date(2024, 3, 31))
    session(bureau, "二季度", forum="centre_group", held_on=date(2024, 4, 1))
    session(bureau, "又一次", forum="centre_group", held_on=date(2024, 6, 30))
    session(bureau, "全体", held_on=date(2024, 8, 8))
    values = _values(bureau)
    assert [values[f"study.centre_group.q{n}"] for n in (1, 2, 3, 4)] == [1, 2, 0, 0]
