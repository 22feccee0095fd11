"""Rows ticked in a list are confirmed one by one; what is refused is told and stays."""

from typing import Any

from django.urls import reverse

from tests.desk.people import DOCUMENTS, People, register_page
from zhunsheng.kernel.record.models import Record, Standing

LIST = register_page(DOCUMENTS)
CONFIRM = reverse("desk:confirm-many", args=[DOCUMENTS])


def ticked(*rows: Record) -> list[str]:
    return [f"{row.pk}:{row.version}" for row in rows]


def ticks(people: People, name: str) -> Any:
    return people.at(name).get(LIST).context["ticks"]


def standings(*rows: Record) -> list[str]:
    for row in rows:
        row.refresh_from_db()
    return [row.standing for row in rows]


def test_the_ticked_rows_are_confirmed_and_the_list_is_shown_as_it_was(people: People) -> None:
    rows = [people.waiting(title=title) for title in ("甲办法", "乙办法", "丙办法")]
    form = {"row": ticked(*rows[:2]), "query": "sort=title&page=2"}
    answer = people.at("head").post(CONFIRM, form)
    assert answer.headers["Location"] == f"{LIST}?sort=title"
    assert standings(*rows) == [Standing.CONFIRMED, Standing.CONFIRMED, Standing.SUBMITTED]


def test_only_rows_that_wait_for_this_person_have_a_tick(people: People) -> None:
    mine, other = people.waiting(), people.waiting(division="office")
    people.document()
    assert ticks(people, "head") == {mine.pk}
    assert ticks(people, "legal_officer") == {mine.pk, other.pk}
    assert ticks(people, "recorder") == frozenset()
    assert ticks(people, "office") == frozenset()


def test_a_row_changed_since_the_list_was_shown_is_refused_and_the_others_are_not(
    people: People,
) -> None:
    one, two = people.waiting(title="甲办法"), people.waiting(title="乙办法")
    stale = [f"{one.pk}:{one.version - 1}", *ticked(two)]
    page = people.at("head").post(CONFIRM, {"row": stale}, follow=True)
    assert standings(one, two) == [Standing.SUBMITTED, Standing.CONFIRMED]
    assert "said error" in page.text
    assert "已确认1条记录" in page.text


def test_rows_of_others_and_of_one_s_own_are_not_confirmed_by_a_made_up_form(
    people: People,
) -> None:
    other = people.waiting(division="office")
    assert people.at("head").post(CONFIRM, {"row": ticked(other)}).status_code == 404
    assert people.at("recorder").post(CONFIRM, {"row": ticked(other)}).status_code == 403
    assert people.at("head").post(CONFIRM, {"row": ["x:1"]}).status_code == 400
    assert standings(other) == [Standing.SUBMITTED]


def test_a_list_sent_twice_confirms_once_and_refuses_nothing(people: People) -> None:
    row, head = people.waiting(), people.at("head")
    form = {"row": ticked(row), "key": "a" * 32}
    head.post(CONFIRM, form)
    page = head.post(CONFIRM, form, follow=True)
    assert "said error" not in page.text
    row.refresh_from_db()
    assert row.version == 2


def test_without_a_tick_the_list_asks_for_one(people: People) -> None:
    assert "请先勾选" in people.at("head").post(CONFIRM, {}, follow=True).text
