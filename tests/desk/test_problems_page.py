"""The legal officer sees what went wrong in a year and puts it under the problem it shows."""

from datetime import date

import pytest
from django.urls import reverse

from tests.desk.people import People, record_page
from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.link.join import has_role
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.regimes.planning.models import Problem

pytestmark = pytest.mark.django_db
PAGE = reverse("desk:problems")


def late_remark(people: People) -> TeamRemark:
    """Due on 23 April 2024, never answered."""
    return people.bureau.confirmed(
        TeamRemark,
        division="office",
        title="关于评审回避的意见",
        about="评审",
        made_on=date(2024, 4, 1),
    )


def problem(people: People) -> Problem:
    return people.bureau.confirmed(
        Problem, division="legal", title="答复不及时", number="1", statement="答复不够及时",
        cause="没有提醒", evidence="overdue", ground="台账", as_of=date(2024, 12, 31),
    )  # fmt: skip


def test_what_went_wrong_is_listed_and_put_under_a_problem(people: People) -> None:
    source, target = late_remark(people), problem(people)
    officer = people.at("legal_officer")
    shown = officer.get(PAGE, {"year": "2024"}).text
    assert "答复派驻组意见逾期未办结" in shown
    assert '<option value="">请选择</option>' in shown, "no problem is chosen for anybody"
    sent = {"item": source.pk, "problem": target.pk, "year": "2024"}
    after = officer.post(reverse("desk:take-up"), sent, follow=True).text
    assert has_role(target, "answers_problem")
    assert "<select" not in after.split("<table")[1]
    assert "答复不及时" in after


def test_another_year_holds_nothing_of_it(people: People) -> None:
    late_remark(people)
    assert "答复派驻组意见" not in people.at("legal_officer").get(PAGE, {"year": "2023"}).text


def test_what_is_in_order_is_refused_and_says_so(people: People) -> None:
    target = problem(people)
    officer = people.at("legal_officer")
    sent = {"item": target.pk, "problem": target.pk, "year": "2024"}
    after = officer.post(reverse("desk:take-up"), sent, follow=True).text
    assert "尚不具备" in after  # it does not meet the condition
    assert not has_role(target, "answers_problem")


def test_without_a_problem_the_list_stands_and_offers_no_choice(people: People) -> None:
    late_remark(people)
    shown = people.at("legal_officer").get(PAGE, {"year": "2024"}).text
    assert "答复派驻组意见逾期未办结" in shown
    assert "<select" not in shown


def test_nobody_else_puts_anything_under_a_problem(people: People) -> None:
    source, target = late_remark(people), problem(people)
    sent = {"item": source.pk, "problem": target.pk, "year": "2024"}
    for who in ("recorder", "head", "team", "principal"):
        assert people.at(who).post(reverse("desk:take-up"), sent).status_code == 403
    assert not has_role(target, "answers_problem")


def test_a_figure_told_in_a_problem_is_called_by_its_name(people: People) -> None:
    row = people.bureau.confirmed(
        Problem, division="legal", title="报备不及时", number="2", cause="没有提醒",
        statement="全年报备{norms.filed}件", evidence="figure", ground="台账",
        as_of=date(2024, 12, 31),
    )  # fmt: skip
    shown = people.at("legal_officer").get(record_page(row)).text
    assert f"全年报备〔{name_of('norms.filed')[0]}〕件" in shown
    assert "{norms.filed}" not in shown
