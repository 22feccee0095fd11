"""Views of a list: kept under a name with its filters, order and columns; shared, opened first."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.urls import reverse

from tests.desk.people import DOCUMENTS, People, register_page
from zhunsheng.kernel.view.keep import MOST
from zhunsheng.kernel.view.models import SavedView

LIST = register_page(DOCUMENTS)
KEEP = reverse("desk:view-keep", args=[DOCUMENTS])
QUERY = "sort=-published_on&standing=confirmed&year=2024"


def kept(people: People, who: str, **given: Any) -> Any:
    """The list after the person kept a view of it."""
    form = {"name": "本年已确认", "query": QUERY} | given
    return people.at(who).post(KEEP, form, follow=True)


def views(people: People, name: str, **query: str) -> Any:
    return people.at(name).get(LIST, query or {"all": "1"}).context["views"]


def names(found: tuple[SavedView, ...]) -> list[str]:
    return [view.name for view in found]


def test_a_view_is_the_address_it_was_kept_at(people: People) -> None:
    people.document(title="甲办法")
    shown = kept(people, "recorder", query=f"{QUERY}&page=3&q=")
    assert "本年已确认" in shown.text
    assert shown.context["listed"].asked["standing"] == "confirmed"
    (view,) = views(people, "recorder").own
    assert view.query == QUERY  # neither the page nor what was left empty
    given = {name: value[0] for name, value in parse_qs(QUERY).items()}
    assert views(people, "recorder", **given).here == view
    assert views(people, "recorder", year="2023").here is None


def test_nobody_else_sees_a_view_that_is_not_shared(people: People) -> None:
    kept(people, "recorder")
    assert names(views(people, "head").own + views(people, "head").shared) == []


def test_a_view_shared_with_the_division_is_its_people_s_to_open_and_its_owner_s_to_delete(
    people: People,
) -> None:
    kept(people, "recorder", division=str(people.bureau.divisions["rnd"].pk))
    (view,) = views(people, "head").shared
    assert names(views(people, "legal_officer").shared) == []
    drop = reverse("desk:view-drop", args=[DOCUMENTS, view.pk])
    assert drop not in people.at("head").get(LIST).text
    refused = people.at("head").post(drop, follow=True)
    assert "只能由本人删除" in refused.text
    assert people.at("legal_officer").post(drop).status_code == 404
    assert SavedView.objects.filter(pk=view.pk).exists()
    people.at("recorder").post(drop)
    assert not SavedView.objects.exists()


def test_a_view_is_not_shared_with_a_division_of_others(people: People) -> None:
    answer = kept(people, "recorder", division=str(people.bureau.divisions["office"].pk))
    assert "不能与该科室共用视图" in answer.text
    assert not SavedView.objects.exists()


def test_the_register_opens_with_the_view_chosen_for_it(people: People) -> None:
    kept(people, "recorder", name="一", default="1")
    kept(people, "recorder", name="二", query="year=2023", default="1")
    recorder = people.at("recorder")
    opened = recorder.get(LIST)
    assert urlsplit(opened.headers["Location"]).query == "year=2023"  # one at a time, the last
    assert recorder.get(LIST, {"all": "1"}).status_code == 200
    assert people.at("head").get(LIST).status_code == 200


def test_a_name_used_again_is_the_same_view_changed(people: People) -> None:
    kept(people, "recorder")
    kept(people, "recorder", query="year=2023")
    (view,) = views(people, "recorder").own
    assert view.query == "year=2023"


def test_what_cannot_be_kept_is_refused_in_a_sentence(people: People) -> None:
    assert "请填写视图名称" in kept(people, "recorder", name="  ").text
    assert "请填写视图名称" in kept(people, "recorder", name="长" * 41).text
    assert "筛选条件过长" in kept(people, "recorder", query="q=" + "a" * 1200).text
    assert not SavedView.objects.exists()
    for number in range(MOST):
        kept(people, "recorder", name=f"视图{number}")
    assert f"视图已有{MOST}个" in kept(people, "recorder", name="再一个").text


def test_a_query_of_somebody_s_making_is_only_ever_a_query(people: People) -> None:
    kept(people, "recorder", query='"><script>alert(1)</script>&year=2024')
    page = people.at("recorder").get(LIST, {"all": "1"}).text
    assert "<script>alert" not in page
    (view,) = views(people, "recorder").own
    assert "<" not in view.query
