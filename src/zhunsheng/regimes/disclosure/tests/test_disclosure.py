"""Items and postings, requests and their clock."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from zhunsheng.kernel import clock
from zhunsheng.kernel.procedure.perform import objections_to
from zhunsheng.kernel.testing import (
    Bureau,
    Obligation,
    Scope,
    StepRefusedError,
    Taking,
    check_identities,
    facts,
    make_bureau,
    perform,
)
from zhunsheng.regimes.disclosure.models import Posting, Publication, Request, Review

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def item(bureau: Bureau, number: str, *channels: str, **values: Any) -> Publication:
    given: dict[str, Any] = {
        "title": f"信息{number}",
        "index_number": number,
        "category": "other",
        "formed_on": date(2024, 3, 4),
        "secrecy_on": date(2024, 3, 5),
        "reviewed_on": date(2024, 3, 5),
        "published_on": date(2024, 3, 6),
    }
    row = bureau.confirmed(Publication, division="office", **(given | values))
    for channel in channels:
        bureau.confirmed(
            Posting,
            division="office",
            title=row.title,
            publication=row,
            channel=channel,
            posted_on=date(2024, 3, 6),
        )
    return row


def request(bureau: Bureau, number: str, **values: Any) -> Request:
    given: dict[str, Any] = {
        "title": f"申请{number}",
        "number": number,
        "applicant": "person",
        "means": "online",
        "received_on": date(2024, 9, 10),
    }
    return bureau.confirmed(Request, division="office", **(given | values))


def test_an_extension_adds_twenty_working_days_and_a_correction_restarts(bureau: Bureau) -> None:
    plain = request(bureau, "1", received_on=date(2024, 3, 4))
    extended = request(bureau, "2", received_on=date(2024, 3, 4), extended_on=date(2024, 3, 20))
    corrected = request(
        bureau,
        "3",
        received_on=date(2024, 3, 4),
        correction_noticed_on=date(2024, 3, 6),
        corrected_on=date(2024, 3, 11),
    )
    waiting = request(
        bureau, "4", received_on=date(2024, 3, 4), correction_noticed_on=date(2024, 3, 6)
    )

    def due(row: Request, duty: str = "disclosure.reply") -> list[date]:
        found = Obligation.objects.filter(item_id=row.pk, duty=duty)
        return [o.due_on for o in found]

    assert due(plain) == [date(2024, 4, 1)]
    assert due(extended) == [date(2024, 4, 29)]
    assert due(corrected) == [date(2024, 4, 9)]
    assert due(waiting) == []
    assert due(waiting, "disclosure.correction") == [date(2024, 3, 13)]


def test_the_national_table_balances(bureau: Bureau) -> None:
    answered = {"reply": "opened"}
    request(bureau, "1", received_on=date(2023, 12, 20), replied_on=date(2024, 1, 10), **answered)
    request(bureau, "2", received_on=date(2024, 5, 6), replied_on=date(2024, 5, 20), **answered)
    request(bureau, "3", received_on=date(2024, 12, 20))
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024))
    values = {k.rsplit(".", 1)[-1]: f.value for k, f in found.items() if ".requests." in k}
    assert [values["carried_in"], values["new"]] == [1, 2]
    assert [values["handled"], values["carried_out"]] == [2, 1]
    assert all(c.holds for c in check_identities(found) if c.key.startswith("disclosure.requests"))


def test_nothing_is_published_unreviewed_for_secrecy(bureau: Bureau) -> None:
    row = item(
        bureau, "A", published_on=None, secrecy_on=None, reviewed_on=None,
        formed_on=clock.today(),
    )  # fmt: skip
    with pytest.raises(StepRefusedError) as refusal:
        perform(row, "publish", Taking(by=bureau.persons["office"], on=clock.today()))
    first = refusal.value.objections[0]
    assert (first.rule, first.blocks) == ("disclosure.secrecy_review", True)
    asked = {o.rule: o for o in objections_to(row, "publish", clock.today())}
    # The chain is an internal rule nobody verified: it is said, and does not block.
    assert not asked["disclosure.review_chain"].blocks


def test_one_person_may_not_take_two_levels_of_the_chain(bureau: Bureau) -> None:
    row = item(bureau, "A", published_on=None)
    for level, reviewer in ((1, "甲"), (2, "乙"), (3, "甲")):
        bureau.confirmed(
            Review,
            division="office",
            title=row.title,
            publication=row,
            level=level,
            reviewer=reviewer,
            reviewed_on=date(2024, 3, 5),
        )
    found = {o.rule: o for o in objections_to(row, "publish", date(2024, 3, 6))}
    assert "同一人" in found["disclosure.review_chain"].zh


def test_the_database_refuses_what_cannot_be(bureau: Bureau) -> None:
    with pytest.raises(IntegrityError):
        item(bureau, "A", published_on=date(2024, 3, 1))
    with pytest.raises(IntegrityError):
        request(bureau, "1", replied_on=date(2024, 9, 20))
    item(bureau, "B", "portal")
    with pytest.raises(IntegrityError):
        item(bureau, "B")


def test_items_published_late_lower_the_rate(bureau: Bureau) -> None:
    item(bureau, "A", "portal")
    item(bureau, "B", "portal", published_on=date(2024, 4, 2))
    bureau.close_all(2024)
    rate = facts(Scope(bureau.agency.pk, 2024))["disclosure.items.rate"]
    assert [rate.numerator, rate.denominator, rate.value] == [1, 2, 50]
