"""A quarter's study is due by its last day, a listed text by the year's."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import due, law
from zhunsheng.kernel.testing import Obligation, make_bureau, shipped_calendar
from zhunsheng.regimes.study.duties import DUTIES
from zhunsheng.regimes.study.tests.rows import listed, task

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
