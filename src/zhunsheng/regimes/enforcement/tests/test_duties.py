"""What is owed, by when, and what owes nothing."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Obligation, make_bureau
from zhunsheng.regimes.enforcement.models import AnnualNotice
from zhunsheng.regimes.enforcement.tests.rows import PENALISED, filed, inspected

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau(regimes=("enforcement",))


def _owed(row: Any) -> dict[str, date]:
    found = Obligation.objects.filter(item_id=row.pk)
    return {o.duty.removeprefix("enforcement."): o.due_on for o in found}


def test_a_case_is_decided_in_ninety_days_that_no_day_off_moves(bureau: Bureau) -> None:
    # 2 June 2024 is a Sunday.
    assert _owed(filed(bureau, "1")) == {"decide": date(2024, 6, 2)}


def test_a_penalty_is_served_and_published_in_seven_working_days(bureau: Bureau) -> None:
    assert _owed(filed(bureau, "1", **PENALISED)) == {
        "decide": date(2024, 6, 2),
        "serve": date(2024, 5, 29),
        "publish_penalty": date(2024, 5, 29),
    }


def test_what_is_not_public_or_no_penalty_owes_no_publication(bureau: Bureau) -> None:
    secret = filed(bureau, "1", **PENALISED, not_public_reason="涉及商业秘密")
    assert "publish_penalty" not in _owed(secret)
    ended = filed(bureau, "2", decided_on=date(2024, 5, 20), outcome="withdrawn")
    assert set(_owed(ended)) == {"decide"}


def test_an_inspection_not_yet_made_owes_nothing(bureau: Bureau) -> None:
    assert _owed(inspected(bureau, "1")) == {}
    held = inspected(bureau, "2", held_on=date(2024, 4, 1), result="clear")
    # Twenty working days from 1 April 2024: 4 and 5 off, 7 and 28 worked.
    assert _owed(held) == {"publish_inspection": date(2024, 4, 29)}


def test_the_years_figures_are_out_by_31_january(bureau: Bureau) -> None:
    def notice(kind: str) -> AnnualNotice:
        return bureau.confirmed(AnnualNotice, kind=kind, issued_on=date(2024, 1, 8))

    assert _owed(notice("data")) == {"publish_data": date(2024, 1, 31)}
    assert _owed(notice("plan")) == {"publish_plan": date(2024, 2, 4)}
