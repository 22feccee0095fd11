"""A declared conflict is data: on its matter or party the adviser is not asked while it lasts."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import (
    Bureau,
    InvalidError,
    NotAllowedError,
    Obligation,
    Taking,
    draft,
    make_bureau,
    take,
)
from zhunsheng.regimes.counsel.models import Conflict, ContractReview, Opinion

pytestmark = pytest.mark.django_db
PARTY = "东原省展览工程有限公司"
ASKED = date(2024, 6, 3)


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def declared(bureau: Bureau, **values: Any) -> Conflict:
    given = {
        "title": "履约争议",
        "adviser": "叶衡",
        "party": PARTY,
        "declared_on": date(2024, 5, 20),
    }
    return bureau.confirmed(Conflict, division="legal", **(given | values))


def ask(bureau: Bureau, **values: Any) -> Opinion:
    given = {"title": "合同验收", "kind": "dispute", "asked_on": ASKED, "adviser": "叶衡"}
    return draft(
        Opinion, {**given, "party": PARTY, "no_conflict": True, **values},
        by=bureau.persons["legal_recorder"], division=bureau.divisions["legal"],
    )  # fmt: skip


def test_the_adviser_is_not_asked_about_the_party_again_and_the_refusal_says_why(
    bureau: Bureau,
) -> None:
    declared(bureau)
    with pytest.raises(InvalidError) as refused:
        ask(bureau)
    assert "叶衡已于2024-05-20就“履约争议”申报利益冲突" in refused.value.zh
    assert "declared a conflict of interest over '履约争议' on 2024-05-20" in refused.value.en
    assert not Opinion.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {"party": "东原省展览工程有限公司 "},  # the same name, written with a space
        {"party": "", "title": "履约争议"},  # the same matter, no party named
    ],
)
def test_a_name_written_a_little_differently_or_the_matter_alone_is_enough(
    bureau: Bureau, values: dict[str, Any]
) -> None:
    declared(bureau)
    with pytest.raises(InvalidError):
        ask(bureau, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"adviser": "沈思齐"},
        {"party": "澜川学院"},
        {"party": ""},  # an empty party is nobody's
        {"asked_on": date(2024, 5, 19)},  # before it was declared
    ],
)
def test_another_adviser_another_party_and_an_earlier_day_are_free(
    bureau: Bureau, values: dict[str, Any]
) -> None:
    declared(bureau)
    assert ask(bureau, **values).pk


def test_a_conflict_that_ended_bars_no_more_and_a_draft_of_one_never_did(bureau: Bureau) -> None:
    declared(bureau, ended_on=date(2024, 6, 2))
    bureau.put(Conflict, title="未确认", adviser="叶衡", party=PARTY, declared_on=date(2024, 5, 21))
    assert ask(bureau).pk


def test_the_account_bars_where_the_name_was_written_otherwise(bureau: Bureau) -> None:
    adviser = bureau.persons["adviser"]
    declared(bureau, adviser="叶衡律师", consulted=adviser)
    assert ask(bureau).pk
    with pytest.raises(InvalidError):
        ask(bureau, consulted=adviser)


def test_a_contract_of_the_party_is_not_reviewed_by_the_adviser_either(bureau: Bureau) -> None:
    declared(bureau)
    values = {
        "title": "展品更新合同", "party": PARTY, "amount": "473500.00", "adoption": "adopted",
        "reviewed_on": date(2024, 5, 27),
    }  # fmt: skip
    given: dict[str, Any] = {
        "by": bureau.persons["legal_recorder"], "division": bureau.divisions["legal"],
    }  # fmt: skip
    with pytest.raises(InvalidError):
        draft(ContractReview, {**values, "adviser": "叶衡"}, **given)
    assert draft(ContractReview, {**values, "adviser": "沈思齐"}, **given).pk


def test_whoever_stands_aside_says_why_owes_nothing_and_is_not_asked_again(
    bureau: Bureau,
) -> None:
    adviser = bureau.persons["adviser"]
    row = bureau.confirmed(
        Opinion, division="legal", title="验收争议", kind="dispute", asked_on=ASKED, adviser="叶衡",
        consulted=adviser, party=PARTY, no_conflict=True,
    )  # fmt: skip
    assert Obligation.objects.filter(item_id=row.pk).exists()
    day = date(2024, 6, 5)
    with pytest.raises(InvalidError):
        take(row, "recuse", Taking(by=adviser, on=day))
    row.refresh_from_db()
    take(row, "recuse", Taking(by=adviser, on=day, values={"conflict": "代理该公司"}))
    assert (row.stage, row.recused_on) == ("recused", day)
    assert not Obligation.objects.filter(item_id=row.pk).exists()
    with pytest.raises(InvalidError) as refused:
        ask(bureau, asked_on=date(2024, 6, 6))
    assert "回避" in refused.value.zh
    assert ask(bureau, asked_on=date(2024, 6, 6), adviser="沈思齐").pk


def test_one_adviser_does_not_answer_for_another(bureau: Bureau) -> None:
    row = bureau.confirmed(
        Opinion, division="legal", title="某事项", kind="policy", asked_on=ASKED, adviser="沈思齐",
        consulted=bureau.persons["legal_officer"], no_conflict=True,
    )  # fmt: skip
    with pytest.raises(NotAllowedError) as refused:
        take(row, "give", Taking(by=bureau.persons["adviser"], on=date(2024, 6, 4)))
    assert "征询的不是" in refused.value.zh
    row.refresh_from_db()
    assert row.stage == "asked"


def test_adoption_is_decided_with_its_reason_by_somebody_who_did_not_give_the_opinion(
    bureau: Bureau,
) -> None:
    officer, second = bureau.persons["legal_officer"], bureau.persons["legal_second"]
    row = bureau.confirmed(
        Opinion, division="legal", title="某事项", kind="policy", asked_on=ASKED, adviser="某律师",
        no_conflict=True,
    )  # fmt: skip
    take(row, "give", Taking(by=officer, on=date(2024, 6, 5), values={"conclusion": "合法"}))
    refused = Taking(by=second, on=date(2024, 6, 6), values={"adoption": "partly"})
    with pytest.raises(InvalidError):
        take(row, "adopt", refused)
    row.refresh_from_db()
    values = {"adoption": "partly", "not_adopted_reason": "上级文件已有规定"}
    with pytest.raises(NotAllowedError):
        take(row, "adopt", Taking(by=officer, on=date(2024, 6, 6), values=values))
    row.refresh_from_db()
    take(row, "adopt", Taking(by=second, on=date(2024, 6, 6), values=values))
    assert (row.stage, row.handled_on, row.adoption) == ("handled", date(2024, 6, 6), "partly")
