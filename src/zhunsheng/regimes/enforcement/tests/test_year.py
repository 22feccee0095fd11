"""A small year counted by hand: two inspectors, five inspections, seven cases."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunsheng.kernel.testing import Bureau, Scope, Status, check_identities, facts, make_bureau
from zhunsheng.regimes.enforcement.models import AnnualNotice
from zhunsheng.regimes.enforcement.regime import REGIME
from zhunsheng.regimes.enforcement.tests.rows import certified, filed, inspected

pytestmark = pytest.mark.django_db
EXPECTED = {
    "enforcement.officers": 2,
    "enforcement.inspections": 4,
    "enforcement.inspections.routine": 1,
    "enforcement.inspections.random": 2,
    "enforcement.inspections.special": 1,
    "enforcement.inspections.case": 0,
    "enforcement.inspections.planned": 3,
    "enforcement.inspections.enterprises": 2,
    "enforcement.inspections.results.clear": 2,
    "enforcement.inspections.results.corrected": 1,
    "enforcement.inspections.results.case": 1,
    "enforcement.inspections.published": 3,
    "enforcement.inspections.on_time": 2,
    "enforcement.plans_published": 1,
    "enforcement.data_published": 1,
    "enforcement.cases.carried_in": 1,
    "enforcement.cases.filed": 6,
    "enforcement.cases.decided": 6,
    "enforcement.cases.decided.penalised": 3,
    "enforcement.cases.decided.not_penalised": 1,
    "enforcement.cases.decided.transferred": 1,
    "enforcement.cases.decided.withdrawn": 1,
    "enforcement.cases.carried_out": 1,
    "enforcement.cases.closed": 2,
    "enforcement.cases.on_time": 5,
    "enforcement.cases.heard": 1,
    "enforcement.penalties": 3,
    "enforcement.penalties.fine": 2,
    "enforcement.penalties.warning": 1,
    "enforcement.fines": 53000,
    "enforcement.major": 2,
    "enforcement.major.reviewed": 1,
    "enforcement.penalties.recorded": 2,
    "enforcement.penalties.public": 2,
    "enforcement.penalties.on_time": 1,
}


def _inspections(bureau: Bureau) -> None:
    plan = bureau.confirmed(
        AnnualNotice, division="legal", title="2024年度行政检查计划", kind="plan",
        issued_on=date(2024, 1, 8), published_on=date(2024, 1, 22),
    )  # fmt: skip
    bureau.confirmed(
        AnnualNotice, division="legal", title="2023年度行政执法数据", kind="data",
        issued_on=date(2024, 1, 15), published_on=date(2024, 1, 30),
    )  # fmt: skip
    for n, values in enumerate(
        (
            {"held_on": date(2024, 3, 5), "result": "clear", "plan": plan,
             "published_on": date(2024, 3, 20), "kind": "random", "of_enterprise": True},
            {"held_on": date(2024, 4, 9), "result": "corrected", "plan": plan,
             "published_on": date(2024, 4, 16), "kind": "random", "of_enterprise": True},
            {"held_on": date(2024, 5, 7), "result": "clear", "plan": plan,
             "published_on": date(2024, 7, 9)},
            {"held_on": date(2024, 6, 4), "result": "case", "kind": "special"},
            {},
        ),
        1,
    ):  # fmt: skip
        inspected(bureau, f"澜科检〔2024〕{n}号", **values)


def _cases(bureau: Bureau) -> None:
    fine: dict[str, Any] = {
        "outcome": "penalised", "penalty": "fine", "major": True, "recording": "both",
    }  # fmt: skip
    # Carried in; decided on the 91st day (1 March 2024), reviewed only afterwards, not public.
    filed(
        bureau, "1", filed_on=date(2023, 12, 1), decided_on=date(2024, 3, 1), **fine, fine=50000,
        reviewed_on=date(2024, 3, 4), review="passed", not_public_reason="涉及商业秘密",
    )  # fmt: skip
    # Heard, reviewed in time, published on the seventh working day.
    filed(
        bureau, "2", decided_on=date(2024, 5, 20), **fine, fine=3000, hearing_due=True,
        hearing_told_on=date(2024, 4, 22), heard_on=date(2024, 5, 6),
        reviewed_on=date(2024, 5, 10), review="corrected", served_on=date(2024, 5, 22),
        published_on=date(2024, 5, 29), performed_on=date(2024, 6, 3),
        closed_on=date(2024, 6, 11),
    )  # fmt: skip
    # On the ninetieth day; published on the eighth working day.
    filed(
        bureau, "3", decided_on=date(2024, 6, 2), outcome="penalised", penalty="warning",
        served_on=date(2024, 6, 5), published_on=date(2024, 6, 13), closed_on=date(2024, 6, 20),
    )  # fmt: skip
    for number, outcome in (("4", "not_penalised"), ("5", "transferred"), ("6", "withdrawn")):
        filed(bureau, number, decided_on=date(2024, 5, 6), outcome=outcome)
    filed(bureau, "7", filed_on=date(2024, 12, 10), decided_on=date(2025, 1, 7), **fine, fine=9)


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau(regimes=("enforcement",))
    certified(made, "001", "甲")
    certified(made, "002", "乙", expires_on=date(2025, 1, 1))
    certified(made, "003", "丙", expires_on=date(2024, 12, 31))
    _inspections(made)
    _cases(made)
    made.close_all(2024)
    return made


def test_every_figure_is_what_it_was_by_hand(bureau: Bureau) -> None:
    found = facts(Scope(bureau.agency.pk, 2024), [f.key for f in REGIME.all_figures()])
    assert {key: found[key].value for key in EXPECTED} == EXPECTED
    assert all(check.holds for check in check_identities(found))
    for key, over, under in (
        ("enforcement.major.rate", 1, 2),
        ("enforcement.cases.on_time.rate", 5, 6),
        ("enforcement.inspections.on_time.rate", 2, 4),
        ("enforcement.penalties.on_time.rate", 1, 2),
        ("enforcement.penalties.recorded.rate", 2, 3),
    ):
        rate = found[key]
        assert (rate.numerator, rate.denominator) == (Decimal(over), Decimal(under)), key


def test_a_year_without_major_decisions_has_no_share_of_them(bureau: Bureau) -> None:
    bureau.close_all(2026)
    found = facts(Scope(bureau.agency.pk, 2026), ["enforcement.major", "enforcement.major.rate"])
    assert found["enforcement.major"].value == 0
    assert found["enforcement.major.rate"].status == Status.UNDEFINED
