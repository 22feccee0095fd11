"""The model year of counsel: what the report says of it, and what stands behind each number."""

from datetime import date
from decimal import Decimal

import pytest

from tests.examples import model_year
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.errors import InvalidError
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.identity import check_identities
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.counsel.models import Conflict, ContractReview, Opinion

pytestmark = pytest.mark.django_db
TODAY = date(2025, 1, 6)


@pytest.fixture
def agency() -> Agency:
    return model_year.load_all()


def test_the_figures_the_report_prints(agency: Agency) -> None:
    found = facts(Scope(agency.pk, 2024))
    values = {k: f.value for k, f in found.items() if k.startswith("counsel.")}
    expected = {
        "counsel.opinions": 24, "counsel.opinions.norm": 4, "counsel.opinions.decision": 2,
        "counsel.opinions.policy": 5, "counsel.opinions.project": 7,
        "counsel.opinions.disclosure": 2, "counsel.opinions.dispute": 3,
        "counsel.opinions.other": 1,
        "counsel.opinions.on_time": 23, "counsel.handled": 24, "counsel.handled.adopted": 21,
        "counsel.handled.partly": 2, "counsel.handled.not": 1, "counsel.recused": 1,
        "counsel.contracts": 11, "counsel.engagements": 1, "counsel.government_lawyers": 2,
    }  # fmt: skip
    rate = found["counsel.adopted.rate"]
    assert values | {"counsel.adopted.rate": None} == expected | {"counsel.adopted.rate": None}
    assert (rate.numerator, rate.denominator) == (Decimal(21), Decimal(24))
    broken = [c.key for c in check_identities(found) if not c.holds]
    assert [key for key in broken if key.startswith("counsel.")] == []


def test_what_was_not_adopted_has_its_reason_and_every_decision_its_day(agency: Agency) -> None:
    rows = Opinion.objects.exclude(adoption="")
    assert {(row.stage, row.handled_on is None) for row in rows} == {("handled", False)}
    for row in rows.exclude(adoption="adopted"):
        assert row.not_adopted_reason
    assert not any(row.given_on > row.handled_on for row in rows if row.given_on and row.handled_on)


def test_every_contract_has_its_amount_and_no_reviewer_with_a_conflict(agency: Agency) -> None:
    contracts = {row.title: row for row in ContractReview.objects.all()}
    assert sum((row.amount or 0) for row in contracts.values()) == Decimal("2362920.00")
    conflict = Conflict.objects.get()
    theirs = contracts["科普场馆展品更新合同"]
    assert theirs.party == conflict.party
    assert theirs.adviser != conflict.adviser
    with pytest.raises(InvalidError):
        draft(
            ContractReview,
            {
                "title": "展品更新合同补充协议", "party": conflict.party, "adoption": "adopted",
                "reviewed_on": date(2024, 6, 3), "adviser": conflict.adviser,
            },
            by=Person.objects.get(username="guwen"),
            division=agency.divisions.get(code="legal"),
        )  # fmt: skip


def test_the_firm_s_adviser_signs_in_to_what_they_were_asked_and_nothing_else(
    agency: Agency,
) -> None:
    adviser = Person.objects.get(username="yeheng")
    seen = {
        register.kind: visible(adviser, register.of, on=TODAY).count()
        for register in registry().registers()
    }
    asked = Opinion.objects.filter(adviser="叶衡").count()
    reviewed = ContractReview.objects.filter(adviser="叶衡").count()
    assert {kind: n for kind, n in seen.items() if n} == {
        "counsel.opinion": asked,
        "counsel.contractreview": reviewed,
    }
    assert (asked, reviewed) == (18, 9)
