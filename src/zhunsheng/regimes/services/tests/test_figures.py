"""Figures where a careless count would go wrong."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunsheng.kernel.testing import (
    Bureau,
    Obligation,
    Scope,
    Status,
    check_identities,
    facts,
    make_bureau,
)
from zhunsheng.regimes.services.regime import REGIME
from zhunsheng.regimes.services.tests.rows import application, guided, item

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    for year in (2023, 2024):
        made.close_all(year)
    return made


def _values(bureau: Bureau, year: int = 2024) -> dict[str, Any]:
    found = facts(Scope(bureau.agency.pk, year), KEYS)
    assert [c.key for c in check_identities(found) if not c.holds] == []
    return {key.removeprefix("services."): fact.value for key, fact in found.items()}


def test_each_application_ends_in_one_way_or_is_carried_on(bureau: Bureau) -> None:
    of = item(bureau)
    day = {"ended_on": date(2024, 3, 8)}
    for number, result in enumerate(("granted", "refused", "withdrawn", "not_accepted")):
        application(bureau, of, str(number), result=result, **day)
    application(bureau, of, "open")
    application(bureau, of, "old", received_on=date(2023, 12, 20), result="granted", **day)
    values = _values(bureau)
    assert (values["carried_in"], values["received"], values["decided"]) == (1, 5, 3)
    assert (values["withdrawn"], values["not_accepted"], values["carried_out"]) == (1, 1, 1)
    # Who withdraws or is not accepted is not decided late or in time.
    assert values["statutory.decided"] == 3


@pytest.mark.parametrize(
    ("ended", "suspensions", "statutory", "promised"),
    [
        (date(2024, 3, 12), "", 1, 1),
        (date(2024, 3, 13), "", 1, 0),
        (date(2024, 3, 20), "", 0, 0),
        (date(2024, 3, 20), "2024-03-06至2024-03-12专家评审", 1, 0),
        (date(2024, 3, 20), "2024-03-06至2024-03-08检测；2024-03-11至2024-03-13专家评审", 1, 1),
    ],
)
def test_days_of_a_special_procedure_do_not_count(
    bureau: Bureau, ended: date, suspensions: str, statutory: int, promised: int
) -> None:
    row = {"ended_on": ended, "result": "granted", "suspensions": suspensions}
    application(bureau, item(bureau), "1", **row)
    values = _values(bureau)
    assert (values["statutory.on_time"], values["promised.on_time"]) == (statutory, promised)


def test_persons_guided_are_never_added_to_applications(bureau: Bureau) -> None:
    application(bureau, item(bureau), "1")
    guided(bureau, 12)
    guided(bureau, 5, kind="throughout")
    values = _values(bureau)
    assert (values["guided"], values["guided.throughout"], values["received"]) == (17, 5, 1)


def test_the_two_lists_are_two_figures(bureau: Bureau) -> None:
    item(bureau, visits=0, depth="4")
    item(bureau, "LC-2", in_powers=False, level="main", visits=1, depth="2")
    item(bureau, "LC-3", in_catalogue=False, kind="penalty")
    item(bureau, "LC-4", removed_on=date(2024, 5, 6))
    item(bureau, "LC-5", added_on=date(2024, 5, 6), visits=2)
    values = _values(bureau)
    assert (values["items"], values["powers"], values["items.main"]) == (3, 3, 1)
    assert (values["items.start"], values["items.added"], values["items.removed"]) == (3, 1, 1)
    assert (values["items.no_visit"], values["items.one_visit"]) == (1, 2)
    assert values["items.online.rate"] == Decimal("33.33")


def test_satisfaction_is_over_those_rated_and_a_poor_one_is_called_back(bureau: Bureau) -> None:
    of, day = item(bureau), date(2024, 3, 11)
    application(bureau, of, "1", rated_on=day, rating="5")
    poor = application(bureau, of, "2", rated_on=day, rating="2", called_back_on=date(2024, 3, 18))
    application(bureau, of, "3")
    values = _values(bureau)
    assert (values["rated"], values["satisfaction"]) == (2, Decimal(50))
    assert (values["poor"], values["poor.called_back"]) == (1, 1)
    owed = Obligation.objects.get(item_id=poor.pk, duty="services.call_back")
    assert owed.due_on == date(2024, 3, 18)


@pytest.mark.parametrize(
    ("days", "on_time"),
    [
        ({"accepted_on": date(2024, 3, 11)}, 1),
        ({"accepted_on": date(2024, 3, 12)}, 0),
        ({"accepted_on": date(2024, 3, 12), "correction_on": date(2024, 3, 6)}, 1),
        ({"accepted_on": None}, 0),
    ],
)
def test_an_application_is_answered_in_five_working_days(
    bureau: Bureau, days: dict[str, Any], on_time: int
) -> None:
    application(bureau, item(bureau), "1", **days)
    assert _values(bureau)["acceptance.on_time"] == on_time


def test_nobody_rated_is_undefined_not_a_hundred_per_cent(bureau: Bureau) -> None:
    found = facts(Scope(bureau.agency.pk, 2024), KEYS)
    rate = found["services.satisfaction"]
    assert (rate.status, rate.value) == (Status.UNDEFINED, None)


@pytest.mark.parametrize(
    ("extended", "days", "ended", "on_time"),
    [
        # Ten days from 5 March end on the 19th; ten more on 2 April.
        (date(2024, 3, 19), 10, date(2024, 4, 2), 1),
        (date(2024, 3, 19), 15, date(2024, 4, 3), 0),  # the law allows ten
        (date(2024, 3, 20), 10, date(2024, 3, 25), 0),  # a term that has ended is not lengthened
        (date(2024, 3, 18), 2, date(2024, 3, 22), 0),
    ],
)
def test_the_statutory_term_is_lengthened_in_time_and_by_ten_days_at_most(
    bureau: Bureau, extended: date, days: int, ended: date, on_time: int
) -> None:
    more = {"extended_on": extended, "extended_days": days, "extended_why": "情况复杂"}
    application(bureau, item(bureau), "1", ended_on=ended, result="granted", **more)
    values = _values(bureau)
    assert (values["statutory.on_time"], values["extended"]) == (on_time, 1)
    assert values["promised.on_time"] == 0  # what was promised is not lengthened by the bureau


def test_a_certificate_is_delivered_within_ten_working_days_of_what_was_granted(
    bureau: Bureau,
) -> None:
    of, day = item(bureau), date(2024, 3, 8)
    granted = {"ended_on": day, "result": "granted"}
    application(bureau, of, "1", **granted, certificate=True, delivered_on=date(2024, 3, 22))
    application(bureau, of, "2", **granted, certificate=True, delivered_on=date(2024, 3, 25))
    open_ = application(bureau, of, "3", **granted, certificate=True)
    application(bureau, of, "4", **granted)
    application(bureau, of, "5", ended_on=day, result="refused", certificate=True)
    values = _values(bureau)
    assert (values["certificates"], values["certificates.on_time"]) == (3, 1)
    owed = Obligation.objects.get(item_id=open_.pk, duty="services.certificate")
    assert (owed.due_on, owed.done_on) == (date(2024, 3, 22), None)


def test_the_share_applied_for_online_is_over_what_was_received(bureau: Bureau) -> None:
    of = item(bureau)
    application(bureau, of, "1")
    application(bureau, of, "2", channel="window")
    rate = facts(Scope(bureau.agency.pk, 2024), KEYS)["services.received.online.rate"]
    assert (rate.value, rate.numerator, rate.denominator) == tuple(map(Decimal, (50, 1, 2)))
