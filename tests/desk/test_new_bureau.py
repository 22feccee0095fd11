"""A bureau that has just begun: nothing of a year already told of is asked for."""

from datetime import UTC, date, datetime

import pytest

from tests.desk.people import People
from zhunsheng.desk.views.closing import closings_of
from zhunsheng.kernel import clock


@pytest.mark.parametrize(
    ("opened", "asked"),
    [(datetime(2025, 1, 15, tzinfo=UTC), True), (datetime(2025, 11, 5, tzinfo=UTC), False)],
)
def test_ledgers_opened_later_owe_nothing_of_a_year_told_of(
    people: People, opened: datetime, asked: bool
) -> None:
    with clock.standing_at(opened):
        people.request()  # the first act of the bureau here
    owed = closings_of(people.bureau.persons["legal_officer"], date(2025, 11, 28))
    assert {each.year for each in owed} == ({2024} if asked else set())
