"""When each duty of a document falls due, and when there is none."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Obligation, Scope, facts, make_bureau
from zhunsheng.regimes.norms.models import Cleanup, IncidentalReview, NormativeDocument
from zhunsheng.regimes.norms.tests.rows import REQUIRED

INCIDENTAL = (
    "norms.incidental",
    "norms.incidental.replied",
    "norms.incidental.on_time",
    "norms.incidental.found",
)
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
    owed = Obligation.objects.get(item_id=row.pk, duty="norms.cleanup_publication")
    assert (owed.due_on, owed.done_on) == (date(2024, 12, 16), date(2024, 11, 22))


def test_no_duty_rests_on_a_rule_that_was_not_in_force(bureau: Bureau) -> None:
    due = _due(bureau, signed_on=date(2015, 3, 2), published_on=date(2015, 6, 1))
    assert set(due) == {"norms.filing"}


def _reviewed(bureau: Bureau, **values: Any) -> IncidentalReview:
    document = bureau.confirmed(NormativeDocument, **REQUIRED, published_on=date(2023, 5, 8))
    given: dict[str, Any] = {"asked_by": "澜川市人民政府", "noticed_on": date(2024, 9, 10)} | values
    return bureau.confirmed(IncidentalReview, document=document, title="对第八条的审查", **given)


def test_an_incidental_review_is_answered_within_ten_working_days(bureau: Bureau) -> None:
    row = _reviewed(bureau, replied_on=date(2024, 9, 25))
    owed = Obligation.objects.get(item_id=row.pk)
    # From 10 September: Saturday 14 is worked, 15–17 are off; the tenth day is the 25th.
    assert (owed.duty, owed.due_on) == ("norms.review_reply", date(2024, 9, 25))
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024), INCIDENTAL)
    assert [found[key].value for key in INCIDENTAL] == [1, 1, 1, 0]


def test_a_cleanup_starts_the_term_of_the_next_and_the_next_one_meets_it(bureau: Bureau) -> None:
    first = bureau.confirmed(
        Cleanup,
        scope_note="现行有效文件",
        cut_off_on=date(2024, 9, 30),
        decided_on=date(2024, 11, 18),
    )

    def owed() -> tuple[date, date | None]:
        row = Obligation.objects.get(item_id=first.pk, duty="norms.cleanup_cycle")
        return row.due_on, row.done_on

    assert owed() == (date(2026, 11, 18), None)  # two years, a default of the province's pack
    bureau.confirmed(
        Cleanup,
        scope_note="现行有效文件",
        cut_off_on=date(2026, 6, 30),
        decided_on=date(2026, 9, 1),
    )
    assert owed() == (date(2026, 11, 18), date(2026, 9, 1))
