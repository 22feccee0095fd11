"""Figures where a careless count would go wrong."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.testing import (
    Bureau,
    Scope,
    Status,
    check_identities,
    facts,
    make_bureau,
    void,
)
from zhunsheng.regimes.disclosure.models import Reply
from zhunsheng.regimes.disclosure.regime import REGIME
from zhunsheng.regimes.disclosure.tests.rows import asked, contested, posted, publication

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())
MAY, DECEMBER, JANUARY = date(2024, 5, 7), date(2024, 12, 30), date(2025, 1, 2)


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    made.close_all(2024)
    made.close_all(2025)
    return made


def _values(bureau: Bureau, year: int = 2024) -> dict[str, Any]:
    return {key: fact.value for key, fact in facts(Scope(bureau.agency.pk, year), KEYS).items()}


def _holds(bureau: Bureau, year: int = 2024) -> dict[str, bool | None]:
    found = facts(Scope(bureau.agency.pk, year), KEYS)
    return {c.key: c.holds for c in check_identities(found)}


def test_a_posting_of_the_next_year_does_not_change_the_year_reported(bureau: Bureau) -> None:
    row = publication(bureau, "K1", published_on=DECEMBER)
    posted(bureau, row, "portal", DECEMBER)
    before = _values(bureau)
    posted(bureau, row, "wechat", JANUARY)
    assert _values(bureau) == before
    assert before["disclosure.items.both_channels"] == 0
    assert all(_holds(bureau).values())
    following = _values(bureau, 2025)
    assert following["disclosure.items"] == 0
    assert following["disclosure.postings.wechat"] == 1


def test_an_item_nobody_posted_breaks_the_identities(bureau: Bureau) -> None:
    publication(bureau, "K1", published_on=MAY)
    holds = _holds(bureau)
    assert holds["disclosure.items.channels"] is False
    assert holds["disclosure.items.dated_alike"] is False


def test_an_item_posted_before_its_day_breaks_an_identity(bureau: Bureau) -> None:
    row = publication(bureau, "K1", published_on=MAY)
    posted(bureau, row, "portal", date(2024, 5, 6))
    posted(bureau, row, "wechat", MAY)
    holds = _holds(bureau)
    assert holds["disclosure.items.channels"] is True
    assert holds["disclosure.items.dated_alike"] is False


def test_a_voided_item_takes_its_postings_with_it(bureau: Bureau) -> None:
    row = publication(bureau, "K1", published_on=MAY)
    posted(bureau, row, "portal", MAY)
    void(row, by=bureau.persons["legal_second"], reason="重复登记")
    values = _values(bureau)
    assert values["disclosure.items"] == values["disclosure.postings"] == 0


def test_only_a_secrecy_review_before_publication_counts(bureau: Bureau) -> None:
    for number, day in (("K1", date(2024, 5, 6)), ("K2", MAY), ("K3", date(2024, 5, 8))):
        publication(bureau, number, published_on=MAY, secrecy_on=day)
    publication(bureau, "K4", published_on=MAY)
    values = _values(bureau)
    assert values["disclosure.items.cleared"] == 2
    assert values["disclosure.items.cleared.rate"] == 50


def test_a_withdrawal_counts_in_the_year_it_was_made(bureau: Bureau) -> None:
    publication(bureau, "K1", published_on=DECEMBER, withdrawn_on=JANUARY, withdrawn_why="内容失效")
    assert _values(bureau)["disclosure.withdrawn"] == 0
    assert _values(bureau, 2025)["disclosure.withdrawn"] == 1


def test_a_request_never_corrected_is_handled_but_not_late(bureau: Bureau) -> None:
    asked(
        bureau,
        "1",
        correction_noticed_on=date(2024, 9, 12),
        replied_on=date(2024, 12, 2),
        reply="otherwise_uncorrected",
    )
    asked(bureau, "2", replied_on=date(2024, 10, 14), reply="opened")
    asked(bureau, "3", replied_on=date(2024, 10, 15), reply="opened")
    values = _values(bureau)
    assert values["disclosure.requests.handled"] == 3
    assert values["disclosure.requests.answered"] == 2
    assert values["disclosure.requests.on_time"] == 1
    assert values["disclosure.requests.rate"] == 50


def test_what_is_carried_out_is_carried_into_the_next_year(bureau: Bureau) -> None:
    # Answered on 1 January, it was open when the old year ended and when the new one began.
    asked(bureau, "1", replied_on=date(2025, 1, 1), reply="opened")
    asked(bureau, "2", received_on=date(2024, 12, 31))
    asked(bureau, "3", received_on=date(2025, 1, 1))
    this, following = _values(bureau), _values(bureau, 2025)
    assert this["disclosure.requests.carried_out"] == 2
    assert following["disclosure.requests.carried_in"] == 2
    assert (following["disclosure.requests.new"], following["disclosure.requests.handled"]) == (
        1,
        1,
    )
    assert _holds(bureau)["disclosure.requests"] is True
    assert _holds(bureau, 2025)["disclosure.requests"] is True


def test_nothing_kept_is_zero_and_rates_are_undefined(bureau: Bureau) -> None:
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    rates = {key for key in KEYS if key.endswith(".rate")}
    assert {found[key].status for key in rates} == {Status.UNDEFINED}
    assert {found[key].value for key in set(KEYS) - rates} == {0}


def test_until_the_office_closes_them_figures_are_missing() -> None:
    bureau = make_bureau()
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    assert {fact.status for fact in found.values()} == {Status.MISSING}
    assert found["disclosure.postings.portal"].missing_from == ("办公室",)


def test_replies_fall_into_the_rows_and_groups_of_the_national_table(bureau: Bureau) -> None:
    for place, reply in enumerate(Reply.values):
        asked(bureau, str(place), replied_on=date(2024, 10, 8), reply=reply)
    values = _values(bureau)
    handled = "disclosure.requests.handled"
    assert values[handled] == len(Reply.values) == 21
    groups = {"refused": 8, "unavailable": 3, "not_handled": 5, "otherwise": 3}
    assert {g: values[f"{handled}.{g}"] for g in groups} == groups
    assert (values[f"{handled}.opened"], values[f"{handled}.partly"]) == (1, 1)
    assert all(_holds(bureau).values())


def test_a_review_is_pending_until_its_year_ends_it(bureau: Bureau) -> None:
    row = asked(bureau, "1", replied_on=date(2024, 10, 8), reply="opened")
    contested(bureau, row, begun_on=date(2024, 11, 4))
    contested(bureau, row, kind="after", begun_on=date(2024, 12, 2), ended_on=JANUARY,
              result="corrected")  # fmt: skip
    this, following = _values(bureau), _values(bureau, 2025)
    assert this["disclosure.contests"] == 2
    assert (this["disclosure.contests.review.pending"], this["disclosure.contests.review.all"]) == (
        1, 1,
    )  # fmt: skip
    assert this["disclosure.contests.after.corrected"] == 0
    assert following["disclosure.contests.after.corrected"] == 1
    assert following["disclosure.contests.after.pending"] == 0


def test_a_leak_counts_when_it_was_found_and_is_on_time_within_a_day(bureau: Bureau) -> None:
    found = {"published_on": MAY, "withdrawn_on": date(2024, 10, 10), "withdrawn_why": "泄密"}
    for number, reported in (("K1", date(2024, 10, 11)), ("K2", date(2024, 10, 12)), ("K3", None)):
        publication(
            bureau, number, **found, leak_found_on=date(2024, 10, 10), leak_reported_on=reported
        )
    values = _values(bureau)
    assert values["disclosure.leaks"] == 3
    assert values["disclosure.leaks.reported_on_time"] == 1


def test_a_leak_whose_hours_are_recorded_is_on_time_to_the_hour(bureau: Bureau) -> None:
    found = {"published_on": MAY, "withdrawn_on": date(2024, 10, 10), "withdrawn_why": "泄密"}
    for number, day, at in (
        ("K1", 10, "23:50"), ("K2", 11, "09:30"), ("K3", 11, "09:31"), ("K4", 11, ""),
    ):  # fmt: skip
        publication(
            bureau, number, **found, leak_found_on=date(2024, 10, 10), leak_found_at="09:30",
            leak_reported_on=date(2024, 10, day), leak_reported_at=at,
        )  # fmt: skip
    assert _values(bureau)["disclosure.leaks.reported_on_time"] == 3  # all but K3
