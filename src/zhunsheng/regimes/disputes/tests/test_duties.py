"""What a case owes and by when; what owes nothing."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Obligation, make_bureau
from zhunsheng.regimes.disputes.tests.rows import contested, sued

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau(regimes=("disputes",))


def _owed(row: Any) -> dict[str, date]:
    return {o.duty: o.due_on for o in Obligation.objects.filter(item_id=row.pk)}


def test_a_reconsideration_is_answered_in_ten_working_days_or_five(bureau: Bureau) -> None:
    assert _owed(contested(bureau, "1")) == {"disputes.answer": date(2024, 3, 18)}
    simple = contested(bureau, "2", simple=True)
    assert _owed(simple) == {"disputes.answer_simple": date(2024, 3, 11)}


def test_what_came_before_the_new_law_is_not_measured_by_it(bureau: Bureau) -> None:
    assert _owed(contested(bureau, "1", received_on=date(2023, 12, 18))) == {}


def test_an_opinion_is_answered_in_sixty_days_and_a_last_day_off_moves(bureau: Bureau) -> None:
    made = contested(
        bureau, "1", ended_on=date(2024, 4, 23), ending="revoked", opinion_on=date(2024, 4, 23)
    )
    # The sixtieth day, 22 June 2024, is a Saturday.
    assert _owed(made)["disputes.opinion"] == date(2024, 6, 24)


def test_a_first_instance_is_answered_in_fifteen_days_and_a_last_day_off_moves(
    bureau: Bureau,
) -> None:
    assert _owed(sued(bureau, "1")) == {"disputes.defence": date(2024, 3, 19)}
    # The fifteenth day, 7 September 2024, is a Saturday.
    moved = sued(bureau, "2", received_on=date(2024, 8, 23))
    assert _owed(moved) == {"disputes.defence": date(2024, 9, 9)}
    assert _owed(sued(bureau, "3", instance="second")) == {}
