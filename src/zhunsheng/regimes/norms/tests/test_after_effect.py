"""What happens to a document after it took effect: amended, ended, its end published."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Obligation, Scope, check_identities, facts, make_bureau
from zhunsheng.regimes.norms.models import (
    Amendment,
    Cleanup,
    CleanupConclusion,
    NormativeDocument,
)
from zhunsheng.regimes.norms.tests.rows import REQUIRED

pytestmark = pytest.mark.django_db
DECIDED = date(2024, 11, 18)


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    made.close_all(2024)
    return made


def _document(bureau: Bureau, title: str, **values: Any) -> NormativeDocument:
    return bureau.confirmed(NormativeDocument, title=title, **{**REQUIRED, **values})


def test_a_document_amended_twice_is_one_and_its_row_must_show_it(bureau: Bureau) -> None:
    shown = _document(bureau, "已载明", published_on=date(2020, 5, 6), amended_on=date(2024, 6, 3))
    for day in (date(2024, 3, 4), date(2024, 6, 3), date(2023, 6, 1)):
        _amend(bureau, shown, day)
    assert _amended(bureau) == {"norms.amended": 1, "norms.amendments": 2}
    assert _broken(bureau) == set()
    _amend(bureau, _document(bureau, "未载明", published_on=date(2020, 5, 7)), date(2024, 7, 1))
    _amend(bureau, _document(bureau, "内部制度", normative=False), date(2024, 7, 1))
    assert _amended(bureau) == {"norms.amended": 2, "norms.amendments": 3}
    assert _broken(bureau) == {"norms.amendments.entered"}


def _amend(bureau: Bureau, row: NormativeDocument, day: date) -> None:
    bureau.confirmed(Amendment, document=row, content="修改申报条件", decided_on=day)


def _amended(bureau: Bureau) -> dict[str, Any]:
    keys = ("norms.amended", "norms.amendments")
    return {key: f.value for key, f in facts(Scope(bureau.agency.pk, 2024), keys).items()}


def _broken(bureau: Bureau) -> set[str]:
    found = facts(Scope(bureau.agency.pk, 2024))
    checked = check_identities(found)
    return {c.key for c in checked if c.key.startswith("norms.") and c.holds is False}


def test_an_end_counts_as_published_only_in_the_year_it_came(bureau: Bureau) -> None:
    ended = {"published_on": date(2015, 5, 4), "ended_on": DECIDED, "ended_how": "repealed"}
    for day in (date(2024, 11, 22), date(2025, 1, 6), None):
        _document(bureau, f"公布于{day}", **ended, ended_published_on=day)
    found = facts(Scope(bureau.agency.pk, 2024), ["norms.ended", "norms.ended.published"])
    assert found["norms.ended"].value == 3
    assert found["norms.ended.published"].value == 1


def test_what_was_to_be_amended_is_done_by_an_amendment_of_the_same_year(bureau: Bureau) -> None:
    cleanup = bureau.confirmed(
        Cleanup, cut_off_on=date(2024, 9, 30), scope_note="现行有效文件", decided_on=DECIDED
    )
    for day in (date(2024, 12, 9), date(2024, 10, 8), date(2025, 2, 3)):
        row = _document(bureau, f"修改于{day}", published_on=date(2020, 5, 6), amended_on=day)
        _amend(bureau, row, day)
        bureau.confirmed(
            CleanupConclusion, cleanup=cleanup, document=row, conclusion="amended",
            reason="与上位法不一致", decided_on=DECIDED,
        )  # fmt: skip
    found = facts(Scope(bureau.agency.pk, 2024), ["norms.cleanup.amended.done"])
    assert found["norms.cleanup.amended.done"].value == 1


def test_a_repeal_is_published_in_twenty_working_days_and_an_expiry_is_not_decided(
    bureau: Bureau,
) -> None:
    lived = {"published_on": date(2015, 5, 4), "ended_on": DECIDED}
    repealed = _document(bureau, "废止", **lived, ended_how="repealed")
    expired = _document(bureau, "到期", **lived, ended_how="expired", valid_until=DECIDED)
    due = {o.item_id: o.due_on for o in Obligation.objects.filter(duty="norms.end_publication")}
    assert due == {repealed.pk: date(2024, 12, 16)}
    assert expired.pk not in due
