"""A small year counted by hand: seven cases of reconsideration, six court cases."""

from datetime import date
from decimal import Decimal

import pytest

from zhunsheng.kernel.testing import Bureau, Scope, Status, check_identities, facts, make_bureau
from zhunsheng.regimes.disputes.regime import REGIME
from zhunsheng.regimes.disputes.tests.rows import contested, sued

pytestmark = pytest.mark.django_db
EXPECTED = {
    "disputes.reconsiderations.carried_in": 1,
    "disputes.reconsiderations": 6,
    "disputes.reconsiderations.disclosure": 5,
    "disputes.reconsiderations.penalty": 1,
    "disputes.reconsiderations.ended": 6,
    "disputes.reconsiderations.ended.upheld": 2,
    "disputes.reconsiderations.ended.dismissed": 1,
    "disputes.reconsiderations.ended.revoked": 1,
    "disputes.reconsiderations.ended.unlawful": 1,
    "disputes.reconsiderations.ended.mediated": 0,
    "disputes.reconsiderations.ended.withdrawn": 1,
    "disputes.reconsiderations.carried_out": 1,
    "disputes.reconsiderations.corrected": 2,
    "disputes.reconsiderations.answered": 4,
    "disputes.reconsiderations.on_time": 2,
    "disputes.reconsiderations.opinions": 2,
    "disputes.reconsiderations.opinions.on_time": 1,
    "disputes.lawsuits.carried_in": 1,
    "disputes.lawsuits": 5,
    "disputes.lawsuits.first": 4,
    "disputes.lawsuits.second": 1,
    "disputes.lawsuits.judged": 5,
    "disputes.lawsuits.judged.dismissed": 2,
    "disputes.lawsuits.judged.revoked": 1,
    "disputes.lawsuits.judged.withdrawn": 1,
    "disputes.lawsuits.judged.remanded": 1,
    "disputes.lawsuits.carried_out": 1,
    "disputes.lawsuits.lost": 1,
    "disputes.lawsuits.answered": 3,
    "disputes.lawsuits.on_time": 2,
    "disputes.lawsuits.heard": 3,
    "disputes.lawsuits.heard.head": 2,
    "disputes.lawsuits.heard.staff": 1,
    "disputes.lawsuits.heard.nobody": 0,
}


def _reconsiderations(bureau: Bureau) -> None:
    contested(
        bureau, "1", received_on=date(2023, 12, 18), answered_on=date(2023, 12, 28),
        ended_on=date(2024, 2, 6), ending="upheld",
    )  # fmt: skip
    # The tenth working day, and the eleventh.
    contested(
        bureau, "2", answered_on=date(2024, 3, 18), ended_on=date(2024, 4, 22), ending="revoked",
        opinion_on=date(2024, 4, 22), opinion_answered_on=date(2024, 6, 21),
    )  # fmt: skip
    contested(
        bureau, "3", answered_on=date(2024, 3, 19), ended_on=date(2024, 4, 23),
        ending="unlawful", opinion_on=date(2024, 4, 23), opinion_answered_on=date(2024, 6, 25),
    )  # fmt: skip
    # Simple procedure: the fifth working day, and the sixth.
    contested(
        bureau, "4", simple=True, answered_on=date(2024, 3, 11), ended_on=date(2024, 3, 29),
        ending="upheld",
    )  # fmt: skip
    contested(
        bureau, "5", simple=True, answered_on=date(2024, 3, 12), ended_on=date(2024, 3, 29),
        ending="dismissed",
    )  # fmt: skip
    contested(bureau, "6", ended_on=date(2024, 3, 6), ending="withdrawn")
    contested(bureau, "7", conduct="penalty", received_on=date(2024, 12, 23))


def _lawsuits(bureau: Bureau) -> None:
    sued(bureau, "1", received_on=date(2023, 11, 6), answered_on=date(2023, 11, 17),
         heard_on=date(2024, 1, 9), appearance="head", ended_on=date(2024, 2, 20),
         judgement="dismissed")  # fmt: skip
    # The fifteenth day, and the sixteenth.
    sued(bureau, "2", answered_on=date(2024, 3, 19), heard_on=date(2024, 4, 10),
         appearance="staff", absence_reason="负责人出差", ended_on=date(2024, 5, 22),
         judgement="revoked")  # fmt: skip
    sued(bureau, "3", answered_on=date(2024, 3, 20), ended_on=date(2024, 4, 2),
         judgement="withdrawn")  # fmt: skip
    # The fifteenth day is a Saturday: Monday, 9 September, is in time.
    sued(bureau, "4", received_on=date(2024, 8, 23), answered_on=date(2024, 9, 9),
         heard_on=date(2024, 10, 10), appearance="head", ended_on=date(2024, 11, 5),
         judgement="dismissed")  # fmt: skip
    sued(bureau, "5", instance="second", received_on=date(2024, 6, 20),
         ended_on=date(2024, 9, 12), judgement="remanded")  # fmt: skip
    sued(bureau, "6", received_on=date(2024, 12, 24))


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau(regimes=("disputes",))
    _reconsiderations(made)
    _lawsuits(made)
    made.close_all(2024)
    return made


def test_every_figure_is_what_it_was_by_hand(bureau: Bureau) -> None:
    found = facts(Scope(bureau.agency.pk, 2024), [f.key for f in REGIME.all_figures()])
    assert {key: found[key].value for key in EXPECTED} == EXPECTED
    assert all(check.holds for check in check_identities(found))
    for key, over, under in (
        ("disputes.reconsiderations.corrected.rate", 2, 6),
        ("disputes.reconsiderations.on_time.rate", 2, 4),
        ("disputes.lawsuits.lost.rate", 1, 5),
        ("disputes.lawsuits.on_time.rate", 2, 3),
        ("disputes.lawsuits.head.rate", 2, 3),
    ):
        rate = found[key]
        assert (rate.numerator, rate.denominator) == (Decimal(over), Decimal(under)), key


def test_a_year_without_judgements_has_no_share_of_lost_cases(bureau: Bureau) -> None:
    bureau.close_all(2026)
    found = facts(Scope(bureau.agency.pk, 2026), ["disputes.lawsuits.lost.rate"])
    assert found["disputes.lawsuits.lost.rate"].status == Status.UNDEFINED
