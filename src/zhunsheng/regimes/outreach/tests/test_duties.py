"""When each duty falls due, and when there is none."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import law
from zhunsheng.kernel.testing import Obligation, make_bureau
from zhunsheng.regimes.outreach.duties import DUTIES
from zhunsheng.regimes.outreach.tests.rows import LISTED, item, plain

OF_ALL = {"outreach.list_item", "outreach.list_published"}


@pytest.mark.parametrize(
    ("values", "duties"),
    [
        ({}, OF_ALL),
        ({"marked_day": "science_week"}, OF_ALL),
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
