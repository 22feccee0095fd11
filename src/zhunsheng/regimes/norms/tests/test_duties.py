"""When each duty of a document falls due, and when there is none."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Obligation, make_bureau
from zhunsheng.regimes.norms.models import Cleanup, NormativeDocument
from zhunsheng.regimes.norms.tests.rows import REQUIRED

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _due(bureau: Bureau, **values: Any) -> dict[str, tuple[date, date | None]]:
    row = bureau.confirmed(NormativeDocument, **{**REQUIRED, **values})
    rows = Obligation.objects.filter(item_id=row.pk)
    return {o.duty: (o.due_on, o.done_on) for o in rows}


def test_a_published_document_is_filed_within_fifteen_days(bureau: Bureau) -> None:
    due = _due(bureau, published_on=date(2024, 9, 12), filed_on=date(2024, 10, 8))
    assert due == {"norms.filing": (date(2024, 9, 27), date(2024, 10, 8))}


def test_an_examination_is_finished_within_fifteen_working_days(bureau: Bureau) -> None:
    # From 2 September: Saturday 14 is worked, 15–17 are off; the fifteenth day is the 24th.
    due = _due(bureau, examination_from=date(2024, 9, 2))
    assert due == {"norms.examination_term": (date(2024, 9, 24), None)}


def test_a_signed_document_is_published_within_twenty_working_days(bureau: Bureau) -> None:
    due = _due(bureau, signed_on=date(2024, 3, 1))
    assert due == {"norms.publication": (date(2024, 3, 29), None)}


def test_validity_runs_until_its_last_day(bureau: Bureau) -> None:
    due = _due(
        bureau,
        published_on=date(2021, 3, 1),
        filed_on=date(2021, 3, 8),
        valid_until=date(2026, 2, 28),
    )
    assert due["norms.validity"] == (date(2026, 2, 28), None)


def test_a_document_the_bureau_does_not_answer_for_obliges_to_nothing(bureau: Bureau) -> None:
    dates = {
        "examination_from": date(2024, 9, 2),
        "signed_on": date(2024, 9, 10),
        "published_on": date(2024, 9, 12),
        "valid_until": date(2029, 9, 11),
    }
    assert _due(bureau, **dates, normative=False) == {}
    assert _due(bureau, **dates, issuing="joint") == {}
    assert _due(bureau, **dates, issuing="for_government") == {}
    assert set(_due(bureau, **dates, issuing="joint_lead")) == {
        "norms.examination_term",
        "norms.filing",
        "norms.publication",
        "norms.validity",
    }


def test_the_result_of_a_clean_up_is_published(bureau: Bureau) -> None:
    row = bureau.confirmed(
        Cleanup,
        cut_off_on=date(2024, 9, 30),
        scope_note="现行有效文件",
        decided_on=date(2024, 11, 18),
        published_on=date(2024, 11, 22),
    )
    owed = Obligation.objects.get(item_id=row.pk)
    assert owed.duty == "norms.cleanup_publication"
    assert (owed.due_on, owed.done_on) == (date(2024, 12, 16), date(2024, 11, 22))


def test_no_duty_rests_on_a_rule_that_was_not_in_force(bureau: Bureau) -> None:
    due = _due(bureau, signed_on=date(2015, 3, 2), published_on=date(2015, 6, 1))
    assert set(due) == {"norms.filing"}
