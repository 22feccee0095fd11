"""What was posted once is entered once: its page leads to the register that counts it too."""

from datetime import date
from typing import Any

import pytest

from tests.desk.people import People, record_page
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.occasion.hang import hang, open_aspects
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.void import void
from zhunsheng.regimes.disclosure.models import Publication
from zhunsheng.regimes.outreach.models import OnlineItem

POSTED = date(2024, 5, 8)


def publication(people: People, **values: Any) -> Publication:
    given: dict[str, Any] = {
        "title": "民法典里的技术合同", "index_number": "K1", "category": "other",
        "formed_on": POSTED, "published_on": POSTED, "stage": "published",
    }  # fmt: skip
    return people.bureau.confirmed(Publication, division="office", **(given | values))


def _links(people: People, row: Record) -> list[str]:
    page = people.at("legal_officer").get(record_page(row))
    return [where for where, _ in page.context["aspects"]]


def test_what_was_posted_is_entered_in_the_other_register_without_typing_it_again(
    people: People,
) -> None:
    row = publication(people)
    [address] = _links(people, row)
    form = people.at("legal_officer").get(address).context["form"]
    assert (form["title"].value(), form["posted_on"].value()) == (row.title, POSTED)
    division = people.bureau.divisions["legal"].pk
    sent = {"title": row.title, "posted_on": "2024-05-08", "channel": "wechat"}
    answer = people.at("legal_officer").post(address, sent | {"division": division})
    made = OnlineItem.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, record_page(made))
    assert (made.standing, made.posted_on) == (Standing.SUBMITTED, POSTED)
    assert _links(people, row) == []  # once, not twice


def test_it_is_confirmed_by_itself_and_voided_with_what_it_is_an_aspect_of(people: People) -> None:
    row, persons = publication(people), people.bureau.persons
    [aspect] = open_aspects(row)
    values = {"title": row.title, "posted_on": POSTED, "channel": "wechat"}
    legal = people.bureau.divisions["legal"]
    made = hang(row, aspect, values, by=persons["legal_recorder"], division=legal)
    confirm(made, by=persons["legal_officer"])
    assert list(open_aspects(row)) == []
    with pytest.raises(NotPossibleError):
        hang(row, aspect, values, by=persons["legal_recorder"], division=legal)
    void(row, by=persons["legal_second"], reason="重复登记")
    made.refresh_from_db()
    assert made.standing == Standing.VOIDED


def test_what_is_not_posted_yet_is_no_item_online(people: People) -> None:
    row = publication(people, published_on=None, stage="drafted")
    assert _links(people, row) == []
    assert _links(people, people.document()) == []
