"""What a step asks is written beside the step's day; what it is not for is not drawn ahead."""

from datetime import date
from typing import Any

import pytest
from django.db.models import Field
from django.urls import reverse

from tests.desk.people import DOCUMENTS, REQUESTS, People, record_page, register_page
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.disclosure.models import Publication

PUBLICATIONS = "disclosure.publication"
FOUND = date(2024, 10, 10)
LEAK = {"leak_found_on", "leak_found_at", "leak_reported_on", "leak_reported_at", "withdrawn_why"}


def published(people: People, **values: Any) -> Publication:
    given: dict[str, Any] = {
        "title": "申报指南", "index_number": "K1", "category": "planning", "stage": "published",
        "formed_on": date(2024, 9, 5), "published_on": date(2024, 9, 6),
    }  # fmt: skip
    return people.bureau.confirmed(Publication, division="office", **(given | values))


def shown(people: People, address: str, by: str = "office") -> set[str]:
    return set(people.at(by).get(address).context["form"].fields)


def test_the_form_of_a_new_publication_asks_nothing_of_a_leak(people: People) -> None:
    asked = shown(people, register_page(PUBLICATIONS, "new"))
    assert {"index_number", "category", "formed_on"} <= asked
    assert not LEAK & asked


def test_the_step_asks_the_time_beside_its_day(people: People) -> None:
    step = reverse("desk:step", args=[PUBLICATIONS, published(people).pk, "find_leak"])
    page = people.at("office").get(step)
    assert 'name="leak_found_at"' in page.text and 'name="on"' in page.text


def test_what_a_step_asked_can_be_corrected_once_it_is_taken(people: People) -> None:
    row = published(people)
    assert not LEAK & shown(people, record_page(row, "edit"))
    row = published(people, index_number="K2", stage="leak_found", leak_found_on=FOUND)
    assert LEAK & shown(people, record_page(row, "edit")) == {"leak_found_at"}


def test_what_was_imported_without_its_day_can_be_corrected(people: People) -> None:
    row = published(people, withdrawn_why="内容有误")
    assert LEAK & shown(people, record_page(row, "edit")) == {"withdrawn_why"}


def test_a_new_request_has_no_reply_yet(people: People) -> None:
    asked = shown(people, register_page(REQUESTS, "new"))
    assert "needs_correction" in asked  # the correction is owed from then on
    assert not {"reply", "ground"} & asked


def test_what_may_be_known_from_the_beginning_is_asked_then_and_by_the_step(
    people: People,
) -> None:
    new = shown(people, register_page("emergency.hazard", "new"))
    assert "rectifier" in new and "rechecker" not in new
    assert "valid_until" in shown(people, register_page(DOCUMENTS, "new"))


def test_a_new_document_asks_neither_how_it_ends_nor_when_it_was_countersigned(
    people: People,
) -> None:
    form = people.at("recorder").get(register_page(DOCUMENTS, "new"))
    assert "ended_how" not in form.context["form"].fields
    assert [field.name for field in form.context["later"]] == ["countersigned_on"]
    assert form.text.index('<details class="later">') < form.text.index('name="countersigned_on"')
    ended: dict[str, Any] = {"stage": "repealed", "ended_on": FOUND, "ended_how": "repealed"}
    row = people.document(published_on=FOUND, number="澜科规〔2024〕1号", **ended)
    assert "ended_how" in shown(people, record_page(row, "edit"), "recorder")


@pytest.mark.parametrize("kind", [r.kind for r in registry().registers() if r.later])
def test_what_comes_later_is_folded_in_a_new_form_and_no_step_asks_it(
    people: People, kind: str
) -> None:
    register = registry().register(kind)
    procedure = registry().procedure_of(register.of)
    assert not {*register.later} & (procedure.sets if procedure else frozenset())
    assert {*register.later} <= {*register.columns}
    for name in register.later:
        field = register.of._meta.get_field(name)
        assert isinstance(field, Field) and (field.blank or field.has_default())


def test_what_was_typed_of_what_comes_later_comes_back_unfolded(people: People) -> None:
    answer = people.at("office").post(
        register_page("disclosure.account", "new"), {"title": "", "closed_on": "2024-06-03"}
    )
    assert answer.status_code == 422
    assert '<details class="later" open>' in answer.text


def ahead(people: People, row: Publication) -> list[str]:
    way = people.at("office").get(record_page(row)).context["way"]
    return [stop.name for stop in way if stop.state == "ahead"]


def test_the_way_draws_ahead_what_is_for_the_row_alone(people: People) -> None:
    assert ahead(people, published(people)) == []  # no leak is expected of what is published
    leaked = published(people, index_number="K2", stage="leak_found", leak_found_on=FOUND)
    assert ahead(people, leaked) == ["已撤下", "已报告泄密"]
    withdrawn = {"withdrawn_on": FOUND, "withdrawn_why": "含有不应公开的内容"}
    leaked = published(
        people, index_number="K3", stage="leak_found", leak_found_on=FOUND, **withdrawn
    )
    assert ahead(people, leaked) == ["已报告泄密"]


def test_where_nothing_waits_and_nothing_is_owed_a_step_is_no_next_step(people: People) -> None:
    office = people.at("office")
    resting = office.get(record_page(published(people))).text
    assert "需要时办理" in resting and "下一步办理" not in resting
    found = published(people, index_number="K5", stage="leak_found", leak_found_on=FOUND)
    assert "下一步办理" in office.get(record_page(found)).text
    withdrawn = {"stage": "withdrawn", "withdrawn_on": FOUND, "withdrawn_why": "含有不应公开的内容"}
    owed = published(people, index_number="K6", leak_found_on=FOUND, **withdrawn)
    assert "下一步办理" in office.get(record_page(owed)).text  # the report still is
