"""The adviser at the desk: each page, row by row, opens what they were asked and nothing else."""

import io
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.people import DOCUMENTS, People, record_page, register_page
from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.link.join import link
from zhunsheng.kernel.org.models import Person, Post
from zhunsheng.regimes.counsel.models import Opinion

OPINIONS = "counsel.opinion"
NOW = datetime(2024, 6, 5, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def asked(people: People, title: str, of: str = "adviser", **values: Any) -> Opinion:
    bureau = people.bureau
    given = {"kind": "norm", "asked_on": date(2024, 6, 3), "adviser": "某律师", "no_conflict": True}
    return bureau.confirmed(
        Opinion, division="legal", title=title, consulted=bureau.persons[of], **(given | values)
    )


@pytest.fixture
def second(people: People) -> Person:
    person = Person.objects.create(username="second", name="另一顾问", agency=people.bureau.agency)
    Post.objects.create(person=person, role="legal_adviser", first_day=date(2010, 1, 1))
    people.bureau.persons["second"] = person
    return person


def step_page(row: Opinion, key: str) -> str:
    return reverse("desk:step", args=[OPINIONS, row.pk, key])


def paper(people: People, row: Any, by: str) -> str:
    file = store("底稿.pdf", b"%PDF-1.7 " + row.title.encode())
    kept: Evidence = attach(row, file, by=people.bureau.persons[by], kind="paper")[0]
    return reverse("desk:evidence", args=[row._meta.label_lower, row.pk, kept.pk])


@pytest.mark.parametrize(
    ("who", "mine", "theirs", "about", "other"),
    [
        ("adviser", 200, 404, 200, 404),
        ("second", 404, 200, 404, 404),
        ("team", 404, 404, 404, 404),
        ("administrator", 403, 403, 403, 403),
        ("recorder", 404, 404, 200, 200),  # keeps the division of the documents
        ("legal_officer", 200, 200, 200, 200),
        ("principal", 200, 200, 200, 200),
    ],
)
def test_each_row_on_each_page_that_shows_one(
    people: People, second: Person, who: str, mine: int, theirs: int, about: int, other: int
) -> None:
    rows = [asked(people, "甲事项"), asked(people, "乙事项", of="second")]
    documents = [people.document(title="甲办法"), people.document(title="乙办法")]
    link(rows[0], "counsel_request", documents[0], by=people.bureau.persons["legal_officer"])
    files = [paper(people, row, "legal_officer") for row in rows]
    files += [paper(people, row, "recorder") for row in documents]
    browser = people.at(who)
    for row, file, code in zip(
        [*rows, *documents], files, (mine, theirs, about, other), strict=True
    ):
        assert browser.get(record_page(row)).status_code == code, row.title
        assert browser.get(file).status_code == code, row.title
    if who != "administrator":
        for row, code in zip(rows, (mine, theirs), strict=True):
            assert browser.get(step_page(row, "give")).status_code == code
            assert browser.post(step_page(row, "give")).status_code == (422 if code == 200 else 404)


def test_lists_export_search_and_menu_hold_what_was_asked_alone(
    people: People, second: Person
) -> None:
    asked(people, "甲事项")
    asked(people, "乙事项", of="second")
    people.document(title="甲办法")
    browser = people.at("adviser")
    shown = browser.get(register_page(OPINIONS)).text
    assert ("甲事项" in shown, "乙事项" in shown) == (True, False)
    sheet = load_workbook(io.BytesIO(browser.get(register_page(OPINIONS, "export")).content)).active
    assert sheet is not None
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["甲事项"]
    found = browser.get(reverse("desk:search"), {"q": "事项"}).text
    assert ("甲事项" in found, "乙事项" in found) == (True, False)
    assert "甲办法" not in browser.get(reverse("desk:search"), {"q": "办法"}).text
    menu = browser.get(reverse("desk:home")).text
    assert register_page(OPINIONS) in menu
    assert register_page(DOCUMENTS) not in menu
    assert browser.get(register_page(DOCUMENTS)).context["page"].paginator.count == 0
    assert register_page(DOCUMENTS) not in browser.get(reverse("desk:registers")).text


def test_the_page_of_what_was_asked_about_names_nothing_beside_it(people: People) -> None:
    officer = people.bureau.persons["legal_officer"]
    row, about = asked(people, "甲事项"), people.document(title="甲办法")
    hidden = asked(people, "内部讨论", of="legal_officer", given_on=date(2024, 6, 4))
    link(row, "counsel_request", about, by=officer)
    link(hidden, "legal_opinion", about, by=officer)
    browser = people.at("adviser")
    shown = browser.get(record_page(about)).text
    assert "甲事项" in shown
    assert "内部讨论" not in shown
    assert "其他科室的记录" not in shown  # a record of another division
    assert record_page(about) in browser.get(record_page(row)).text
    assert "内部讨论" in people.at("legal_officer").get(record_page(about)).text


def test_the_adviser_gives_the_opinion_from_their_home(people: People) -> None:
    row = asked(people, "甲事项")
    browser = people.at("adviser")
    with standing_at(NOW):
        assert record_page(row) in browser.get(reverse("desk:home")).text
        form = browser.get(step_page(row, "give"))
        names = [name for _, name in form.context["form"].fields["by"].choices]
        assert names == ["法律顾问"]  # only themselves
        assert "already_taken" not in form.context["form"].fields
        answer = browser.post(
            step_page(row, "give"),
            {
                "on": "2024-06-05",
                "by": str(people.bureau.persons["adviser"].pk),
                "version": row.version,
                "conclusion": "合法，建议明确施行日期",
            },
        )
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.stage, row.given_on) == ("given", date(2024, 6, 5))
    assert row.conclusion == "合法，建议明确施行日期"
    with standing_at(NOW):
        assert record_page(row) not in browser.get(reverse("desk:home")).text


def test_the_adviser_acts_for_nobody_else_and_enters_nothing(people: People) -> None:
    row = asked(people, "甲事项")
    browser = people.at("adviser")
    answer = browser.post(
        step_page(row, "give"),
        {
            "on": "2024-06-05",
            "by": str(people.bureau.persons["legal_officer"].pk),
            "version": row.version,
            "conclusion": "合法",
        },
    )
    assert answer.status_code == 422
    for act in ("edit", "void", "confirm", "send-back", "attach", "links"):
        assert browser.post(record_page(row, act)).status_code == 403
    row.refresh_from_db()
    assert row.stage == "asked"


def test_the_form_offers_advisers_in_post_and_whoever_is_named_already(people: People) -> None:
    bureau = people.bureau
    browser = people.at("legal_recorder")
    page = browser.get(register_page("counsel.opinion", "new"))
    offered = set(page.context["form"].fields["consulted"].queryset)
    assert offered == {bureau.persons["adviser"]}
    row = bureau.put(
        Opinion, division="legal", title="旧征询", kind="policy", adviser="某律师",
        asked_on=date(2024, 3, 4), no_conflict=True, consulted=bureau.persons["deputy"],
    )  # fmt: skip
    page = browser.get(record_page(row, "edit"))
    offered = set(page.context["form"].fields["consulted"].queryset)
    assert offered == {bureau.persons["adviser"], bureau.persons["deputy"]}


def test_an_adviser_whose_post_has_ended_is_offered_no_more(people: People) -> None:
    Post.objects.filter(person=people.bureau.persons["adviser"]).update(last_day=date(2020, 1, 1))
    page = people.at("legal_recorder").get(register_page("counsel.opinion", "new"))
    assert not page.context["form"].fields["consulted"].queryset.exists()
