"""When each duty falls due, and when there is none."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import due, law
from zhunsheng.kernel.testing import Obligation, make_bureau, shipped_calendar
from zhunsheng.regimes.outreach.duties import DUTIES
from zhunsheng.regimes.outreach.tests.rows import LISTED, item, plain

OF_ALL = {"outreach.list_item", "outreach.list_published"}


@pytest.mark.parametrize(
    ("values", "duties"),
    [
        ({}, OF_ALL),
        ({"marked_day": "science_week"}, OF_ALL | {"outreach.science_week"}),
        # Its law keeps the month from 25 December 2024 on.
        ({"marked_day": "science_month"}, OF_ALL),
        (
            {"marked_day": "science_month", "listed_on": date(2025, 2, 24)},
            OF_ALL | {"outreach.science_month"},
        ),
        ({"marked_day": "constitution"}, OF_ALL | {"outreach.constitution"}),
        ({"marked_day": "security_day"}, OF_ALL | {"outreach.security_day"}),
        # The day had passed when the list was issued: it obliges to nothing on it.
        ({"marked_day": "security_day", "listed_on": date(2024, 4, 16)}, OF_ALL),
        # The law that keeps the day was not in force yet.
        ({"marked_day": "security_day", "listed_on": date(2015, 3, 2)}, OF_ALL),
    ],
)
def test_each_item_owes_its_own(values: dict[str, Any], duties: set[str]) -> None:
    row = plain(**values)
    assert {duty.key for duty in DUTIES if duty.started_on(row) is not None} == duties


@pytest.mark.parametrize(
    ("marked", "year", "day"),
    [
        ("consumer_day", 2024, date(2024, 3, 15)),
        ("security_day", 2024, date(2024, 4, 15)),
        ("civil_code_month", 2024, date(2024, 5, 31)),
        ("science_week", 2024, date(2024, 6, 1)),
        ("science_week", 2025, date(2025, 5, 31)),
        ("science_month", 2025, date(2025, 9, 30)),
        # The third Saturday of September, whatever day the month begins on.
        ("defence_day", 2025, date(2025, 9, 20)),
        ("defence_day", 2026, date(2026, 9, 19)),
        ("defence_day", 2029, date(2029, 9, 15)),
        ("constitution", 2024, date(2024, 12, 7)),
    ],
)
def test_a_marked_day_is_that_of_the_lists_year(marked: str, year: int, day: date) -> None:
    (duty,) = (duty for duty in DUTIES if duty.key == f"outreach.{marked}")
    row = plain(marked_day=marked, listed_on=date(year, 2, 26))
    start = duty.started_on(row)
    assert start == date(year, 2, 26)
    assert due(start, duty.term(row), calendar=shipped_calendar()).on == day


@pytest.mark.django_db
def test_each_falls_due_on_its_day() -> None:
    bureau = make_bureau()
    made = item(
        bureau,
        marked_day="security_day",
        published_on=date(2024, 3, 5),
        due_on=date(2024, 4, 30),
        done_on=date(2024, 4, 16),
    )
    owed = {o.duty: (o.due_on, o.done_on) for o in Obligation.objects.filter(item_id=made.pk)}
    assert owed == {
        "outreach.list_item": (date(2024, 4, 30), date(2024, 4, 16)),
        # 27 February to 25 March: twenty working days, the last of them a Monday.
        "outreach.list_published": (date(2024, 3, 25), date(2024, 3, 5)),
        "outreach.security_day": (date(2024, 4, 15), date(2024, 4, 16)),
    }


def test_the_day_of_national_security_is_read_in_its_law_and_the_list_is_practice() -> None:
    day = law().rule("outreach.security_day", LISTED)
    assert day.article == "第十四条"
    assert "未核实" not in day.citation()
    for key in ("outreach.list", "outreach.list_published", "outreach.constitution"):
        assert not law().rule(key, LISTED).blocks({})
        assert "未核实" in law().rule(key, LISTED).citation()
