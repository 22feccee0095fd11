"""Linking from the desk: what is offered is listed, and the link answers the guard that asks."""

from datetime import date

from django.urls import reverse

from tests.desk.people import People
from zhunsheng.kernel.link.join import has_role
from zhunsheng.kernel.link.models import Link
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.oversight.models import TeamRemark

ANSWERED = "关于评审回避的意见"  # on recusal in reviews


def remark(people: People, title: str, answered: date | None) -> TeamRemark:
    return people.bureau.confirmed(
        TeamRemark, title=title, about="项目评审", made_on=date(2024, 3, 4), answered_on=answered
    )


def target(people: People) -> NormativeDocument:
    return people.bureau.confirmed(
        NormativeDocument,
        title="科技创新券管理办法",
        normative=True,
        judgement_reason="普遍约束力",
        issuing="own",
        basis="科学技术进步法",
        affects_rights=True,
        market_related=False,
    )


def test_what_meets_the_offer_is_listed_and_linked(people: People) -> None:
    wanted = remark(people, ANSWERED, date(2024, 3, 20))
    remark(people, "尚未答复的意见", None)
    row = target(people)
    page = reverse("desk:links", args=["norms.normativedocument", row.pk])
    officer = people.at("legal_officer")
    record = reverse("desk:record", args=["norms.normativedocument", row.pk])
    assert page in officer.get(record).text
    shown = officer.get(f"{page}?role=answers_problem")
    assert [c.record.title for c in shown.context["candidates"]] == [ANSWERED]
    answer = officer.post(f"{page}?role=answers_problem", {"source": wanted.pk}, follow=True)
    assert ANSWERED in answer.text
    assert has_role(row, "answers_problem")
    assert not officer.get(f"{page}?role=answers_problem").context["candidates"]


def test_the_list_is_narrowed_by_words(people: People) -> None:
    remark(people, ANSWERED, date(2024, 3, 20))
    remark(people, "关于采购论证的意见", date(2024, 3, 20))
    page = reverse("desk:links", args=["norms.normativedocument", target(people).pk])
    shown = people.at("legal_officer").get(f"{page}?role=answers_problem&q=采购")
    assert [c.record.title for c in shown.context["candidates"]] == ["关于采购论证的意见"]


def test_another_division_links_nothing_here(people: People) -> None:
    source = remark(people, ANSWERED, date(2024, 3, 20))
    row = target(people)
    page = reverse("desk:links", args=["norms.normativedocument", row.pk])
    clerk = people.at("legal_recorder")
    assert clerk.get(page).status_code == 404  # a row of another division
    assert people.at("team").get(page).status_code == 403
    people.at("office").post(f"{page}?role=answers_problem", {"source": source.pk})
    assert not Link.objects.exists()


def test_nothing_chosen_is_said(people: People) -> None:
    page = reverse("desk:links", args=["norms.normativedocument", target(people).pk])
    answer = people.at("legal_officer").post(
        f"{page}?role=answers_problem", {"source": "999999"}, follow=True
    )
    assert "没有选择可以关联的记录" in answer.text


def test_the_way_shows_what_is_passed_where_it_stands_and_what_can_follow(people: People) -> None:
    row = target(people)
    record = reverse("desk:record", args=["norms.normativedocument", row.pk])
    way = people.at("legal_officer").get(record).context["way"]
    assert [s.state for s in way].count("here") == 1
    assert way[0].state == "here"
    assert "passed" not in {s.state for s in way}
    assert len(way) > 3
