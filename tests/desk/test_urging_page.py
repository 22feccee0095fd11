"""Urging from the desk, and the calendar that needs no sign-in."""

from datetime import date

from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.urging import Urging
from zhunsheng.regimes.oversight.models import TeamRemark

TITLE = "关于评审回避的意见"  # on recusal in reviews


def owed(people: People) -> Obligation:
    row = people.bureau.confirmed(
        TeamRemark, title=TITLE, about="项目评审", made_on=date(2024, 3, 4)
    )
    return Obligation.objects.get(item_id=row.pk)


def test_the_office_reminds_a_division_and_the_page_keeps_it(people: People) -> None:
    obligation = owed(people)
    office = people.at("office")
    page = reverse("desk:urging", args=[obligation.pk])
    assert page in office.get(reverse("desk:duties")).text
    shown = office.get(page).text
    assert f"“{TITLE}”" in shown
    assert "分管领导 · 逾期5个工作日以上，提级催办" in shown.replace("\n", "")  # why it is them
    answer = office.post(page, follow=True)
    assert "未配置发送渠道" in answer.text  # no channel: copy the words
    assert Urging.objects.get().by == people.bureau.persons["office"]
    assert "仅页面提示" in answer.text  # on the page only


def test_a_recorder_urges_nobody_and_a_head_only_what_they_see(people: People) -> None:
    page = reverse("desk:urging", args=[owed(people).pk])
    assert people.at("recorder").get(page).status_code == 403
    assert people.at("head").get(page).status_code == 200
    Obligation.objects.update(division=people.bureau.divisions["legal"])
    assert people.at("head").get(page).status_code == 404


def test_the_calendar_opens_by_its_address_alone_and_shows_ones_own(people: People) -> None:
    owed(people)
    address = people.at("head").get(reverse("desk:duties")).context["feed"]
    answer = Client().get(address)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert TITLE in answer.text.replace("\r\n ", "")
    other = people.at("legal_recorder").get(reverse("desk:duties")).context["feed"]
    assert TITLE not in Client().get(other).text.replace("\r\n ", "")
    assert Client().get(address[:-6] + "xx.ics").status_code == 404


def test_a_person_who_left_has_no_calendar(people: People) -> None:
    address = people.at("head").get(reverse("desk:duties")).context["feed"]
    head = people.bureau.persons["head"]
    head.is_active = False
    head.save()
    assert Client().get(address).status_code == 404
