"""A document is explained the day it is published; a joint one is countersigned in its term."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Obligation, Scope, facts, make_bureau, void
from zhunsheng.regimes.norms.checks import DOCUMENT_CHECKS, INTERPRETATION_CHECKS
from zhunsheng.regimes.norms.models import Interpretation, NormativeDocument
from zhunsheng.regimes.norms.tests.rows import REQUIRED

pytestmark = pytest.mark.django_db
OUT = date(2024, 3, 19)
DUTIES = ("norms.interpretation", "norms.countersign")


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _document(bureau: Bureau, **values: Any) -> NormativeDocument:
    given: dict[str, Any] = {"affects_rights": True, "published_on": OUT, "filed_on": OUT}
    return bureau.confirmed(NormativeDocument, **{**REQUIRED, **given, **values})


def _explained(bureau: Bureau, document: NormativeDocument, on: date) -> Interpretation:
    return bureau.confirmed(
        Interpretation, document=document, title="解读", form="text", interpreter="政策法规科",
        published_on=on,
    )  # fmt: skip


def _owed(row: NormativeDocument) -> list[tuple[str, date, date | None]]:
    owed = Obligation.objects.filter(item_id=row.pk, duty__in=DUTIES)
    return list(owed.values_list("duty", "due_on", "done_on"))


def test_it_is_explained_the_day_it_is_published(bureau: Bureau) -> None:
    row = _document(bureau)
    assert _owed(row) == [("norms.interpretation", OUT, None)]
    late = _explained(bureau, row, date(2024, 3, 26))
    assert _owed(row) == [("norms.interpretation", OUT, late.published_on)]
    _explained(bureau, row, OUT)  # the first one counts
    assert _owed(row) == [("norms.interpretation", OUT, OUT)]
    void(late, by=bureau.persons["legal_second"], reason="重复登记")
    assert _owed(row) == [("norms.interpretation", OUT, OUT)]


def test_what_touches_nobody_or_is_older_than_the_rule_is_not_asked_for(bureau: Bureau) -> None:
    plain = {"affects_rights": False, "market_related": False}
    assert _owed(_document(bureau, **plain)) == []
    assert _owed(_document(bureau, published_on=date(2023, 8, 15))) == []


def test_a_joint_document_led_by_another_is_countersigned_within_seven_working_days(
    bureau: Bureau,
) -> None:
    received: dict[str, Any] = {
        "published_on": None,
        "filed_on": None,
        "countersign_from": date(2024, 9, 10),
    }
    row = _document(bureau, issuing="joint", **received)
    # From 10 September: Saturday 14 is worked, 15–17 are off; the seventh day is the 20th.
    assert _owed(row) == [("norms.countersign", date(2024, 9, 20), None)]


def test_they_are_counted_by_their_own_days(bureau: Bureau) -> None:
    first = _document(bureau, title="同步解读")
    second = _document(bureau, title="补作解读")
    _document(bureau, title="没有解读")
    _explained(bureau, first, OUT)
    _explained(bureau, second, date(2024, 3, 26))
    for signed in (date(2024, 9, 20), date(2024, 9, 23)):
        _document(
            bureau, title=f"会签{signed}", issuing="joint", published_on=None, filed_on=None,
            countersign_from=date(2024, 9, 10), countersigned_on=signed,
        )  # fmt: skip
    bureau.close_all(2024)
    keys = (
        "norms.interpretations", "norms.interpretations.text", "norms.interpreted",
        "norms.interpreted.same_time", "norms.countersigned", "norms.countersigned.on_time",
    )  # fmt: skip
    found = facts(Scope(bureau.agency.pk, 2024), keys)
    assert [found[key].value for key in keys] == [2, 2, 2, 1, 2, 1]


def test_days_that_cannot_be_are_refused() -> None:
    joint: dict[str, Any] = {"issuing": "joint", "countersign_from": OUT, "countersigned_on": OUT}

    def wrong(**values: Any) -> set[str]:
        row = SimpleNamespace(**(joint | values))
        mine = [c for c in DOCUMENT_CHECKS if c.field.startswith("countersign")]
        return {check.field for check in mine if not check.test(row)}

    assert wrong() == set()
    assert wrong(issuing="own") == {"countersign_from"}
    assert wrong(countersigned_on=date(2024, 3, 1)) == {"countersigned_on"}
    [check] = INTERPRETATION_CHECKS
    document = SimpleNamespace(signed_on=OUT)
    assert check.test(SimpleNamespace(document=document, published_on=OUT))
    assert not check.test(SimpleNamespace(document=document, published_on=date(2024, 3, 1)))
