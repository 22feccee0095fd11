"""What the database itself refuses, whoever writes."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from zhunsheng.kernel.testing import Bureau, make_bureau, void
from zhunsheng.regimes.oversight.models import SupervisionAct
from zhunsheng.regimes.oversight.tests.rows import remarked, submission

pytestmark = pytest.mark.django_db
EARLY, DAY = date(2024, 3, 1), date(2024, 6, 6)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


@pytest.mark.parametrize(
    "values",
    [
        {"replied_on": EARLY},  # before it was assigned
        {"role": "co", "replied_on": DAY},  # the lead answers it
        {"feedback": "satisfied"},  # no day
        {"feedback_on": DAY},  # nothing said
        {"feedback_again": "satisfied"},
        {"feedback_again_on": DAY},
    ],
)
def test_an_impossible_submission_is_refused(bureau: Bureau, values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        submission(bureau, "1", **values)


def test_a_number_is_used_once_in_an_agency_but_for_what_was_voided(bureau: Bureau) -> None:
    made = submission(bureau, "市人大建议〔2024〕18号")
    submission(make_bureau("other"), "市人大建议〔2024〕18号")
    void(made, by=bureau.persons["legal_second"], reason="交办有误，已退回")
    submission(bureau, "市人大建议〔2024〕18号")
    with pytest.raises(IntegrityError):
        submission(bureau, "市人大建议〔2024〕18号")


def test_an_act_is_not_followed_up_before_it_was_held(bureau: Bureau) -> None:
    with pytest.raises(IntegrityError):
        bureau.confirmed(
            SupervisionAct,
            division="office",
            kind="inspection",
            held_on=DAY,
            held_by="市人大常委会",
            followed_up_on=EARLY,
        )


@pytest.mark.parametrize("field", ["answered_on", "closed_on"])
def test_a_remark_is_neither_answered_nor_closed_before_it_was_made(
    bureau: Bureau, field: str
) -> None:
    with pytest.raises(IntegrityError):
        remarked(bureau, "关于招标", **{field: EARLY})
