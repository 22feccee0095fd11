"""A quarter's study is due by its last day, a listed text by the year's."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import due, law
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.testing import Bureau, Obligation, make_bureau, shipped_calendar
from zhunsheng.regimes.study.duties import DUTIES
from zhunsheng.regimes.study.models import StudyTask
from zhunsheng.regimes.study.tests.rows import listed, session, task

DUTY = {duty.key: duty for duty in DUTIES}


def _owed(given: Any) -> dict[str, date]:
    return {
        key: due(start, duty.term(given), calendar=shipped_calendar()).on
        for key, duty in DUTY.items()
        if (start := duty.started_on(given)) is not None
    }


@pytest.mark.parametrize(
    ("quarter", "last"),
    [
        ("1", date(2024, 3, 31)),
        ("2", date(2024, 6, 30)),
        ("3", date(2024, 9, 30)),
        ("4", date(2024, 12, 31)),
    ],
)
def test_the_centre_group_studies_within_the_quarter(quarter: str, last: date) -> None:
    assert _owed(listed(kind="centre_group", quarter=quarter)) == {"study.centre_group": last}


def test_a_listed_text_is_studied_within_the_year_whatever_day_it_was_listed() -> None:
    assert _owed(listed()) == {"study.should_know": date(2024, 12, 31)}
    assert _owed(listed(listed_on=date(2024, 12, 31))) == {"study.should_know": date(2024, 12, 31)}


def test_no_duty_rests_on_a_rule_that_was_not_in_force() -> None:
    first = law().rule("study.centre_group").in_force_from
    assert first is not None
    assert _owed(listed(kind="centre_group", quarter="1", listed_on=date(2017, 1, 29))) == {}


@pytest.mark.django_db
def test_the_day_a_task_was_met_is_the_day_its_duty_was_done() -> None:
    made = task(make_bureau(), "宪法", done_on=date(2024, 12, 4))
    owed = Obligation.objects.get(item_id=made.pk)
    assert (owed.due_on, owed.done_on) == (date(2024, 12, 31), date(2024, 12, 4))


def _done(bureau: Bureau) -> dict[str, date | None]:
    """Quarter → the day its study was done."""
    tasks = StudyTask.objects.filter(agency=bureau.agency).order_by("quarter")
    return {t.quarter: Obligation.objects.get(item_id=t.pk).done_on for t in tasks}


@pytest.mark.django_db
def test_a_session_of_the_centre_group_meets_its_quarter_whichever_was_entered_first() -> None:
    bureau = make_bureau()
    task(bureau, "第二季度", kind="centre_group", quarter="2")
    task(bureau, "第三季度", kind="centre_group", quarter="3")
    assert _done(bureau) == {"2": None, "3": None}
    made = session(bureau, "中心组", forum="centre_group", held_on=date(2024, 6, 20))
    session(bureau, "全体学习", held_on=date(2024, 8, 8))  # not the centre group's
    assert _done(bureau) == {"2": date(2024, 6, 20), "3": None}

    with acting(bureau.agency, "correct", by=bureau.persons["legal_officer"]) as act:
        act.change(made, held_on=date(2024, 7, 2))
    assert _done(bureau) == {"2": None, "3": date(2024, 7, 2)}
    session(bureau, "又一次", forum="centre_group", held_on=date(2024, 11, 6))
    task(bureau, "第四季度", kind="centre_group", quarter="4")
    assert _done(bureau)["4"] == date(2024, 11, 6)
