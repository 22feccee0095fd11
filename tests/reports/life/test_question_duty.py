"""A question about a figure makes the office owe an answer: listed, fed and urged as duties are."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from tests.desk.people import People
from tests.kernel.tampering import verified
from tests.reports import desk
from tests.reports.questions import asked, published
from zhunsheng.cli.commands import due, problems
from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.duty.due_list import due_list
from zhunsheng.kernel.duty.load_notice import remove_notice
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.refresh import refresh_all
from zhunsheng.kernel.duty.urge import reminder, urge_all
from zhunsheng.kernel.link.faults import faults_of
from zhunsheng.kernel.org.change import approve, propose
from zhunsheng.kernel.org.changes import KINDS
from zhunsheng.kernel.org.models import Division, Person, Post
from zhunsheng.kernel.record.models import Item, Version
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.life.answer_question import answer_question
from zhunsheng.reports.life.questions import RULE
from zhunsheng.reports.models import FigureQuestion
from zhunsheng.reports.withdraw import withdraw

pytestmark = pytest.mark.django_db
CAME = datetime(2025, 3, 4, 10, 0, tzinfo=get_current_timezone())
LIMIT = date(2025, 3, 25)  # the fifteenth working day after it


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


@pytest.fixture
def question(bureau: Bureau) -> FigureQuestion:
    edition = published(bureau, desk.issued(bureau))
    with clock.standing_at(CAME):
        return asked(edition)


def owed() -> Obligation:
    return Obligation.objects.get(duty=RULE)


def answered(bureau: Bureau, question: FigureQuestion, *, days: int) -> None:
    with clock.standing_at(CAME + timedelta(days=days)):
        answer_question(question, kind="explained", text="口径不同。", by=bureau.persons["office"])


def test_it_is_opened_with_the_question_and_falls_on_the_office(
    bureau: Bureau, question: FigureQuestion
) -> None:
    made = owed()
    assert (made.item_id, made.agency) == (question.pk, bureau.agency)
    assert (made.started_on, made.due_on, made.done_on) == (CAME.date(), LIMIT, None)
    assert made.division == bureau.divisions["office"]


def test_the_answer_meets_it(bureau: Bureau, question: FigureQuestion) -> None:
    answered(bureau, question, days=2)
    assert owed().done_on == date(2025, 3, 6)
    assert not due_list(bureau.persons["office"], on=LIMIT).filter(duty=RULE).exists()


def test_a_withdrawn_edition_still_owes_it(bureau: Bureau, question: FigureQuestion) -> None:
    withdraw(question.edition, by=bureau.persons["office"], reason="表述有误")
    refresh_all(bureau.agency.pk)
    assert owed().done_on is None


def test_a_limit_the_agency_sets_and_a_notice_removed_move_it(
    bureau: Bureau, question: FigureQuestion
) -> None:
    admin, kind = bureau.persons["administrator"], KINDS["limit"]
    fields = {"limit": f"{RULE}/working_days", "value": "5"}
    change = propose(bureau.agency, kind, fields, by=admin, reason="局务会决定")
    approve(change, kind, by=bureau.persons["administrator_second"])
    assert owed().due_on == date(2025, 3, 11)
    remove_notice(2025, by=bureau.persons["legal_officer"])
    assert owed().provisional


def test_the_office_is_told_at_once_then_it_goes_up(
    bureau: Bureau, question: FigureQuestion
) -> None:
    told = [reminder(owed(), today=day) for day in (CAME.date(), date(2025, 4, 1))]
    assert [[p.name for p in said.to] for said in told if said] == [["办公室主任"], ["副局长"]]
    head = Person.objects.create(agency=bureau.agency, username="oh", name="办公室副主任")
    Post.objects.create(
        person=head, role="division_head", division=owed().division, first_day=date(2024, 1, 1)
    )
    late = reminder(owed(), today=date(2025, 3, 26))
    assert late is not None
    assert [p.name for p in late.to] == ["办公室副主任"]
    assert late.text.startswith(f"【催办】办公室：“{question.title}”须于2025年3月25日前")


def test_a_level_nobody_holds_goes_to_whom_the_duty_falls(
    bureau: Bureau, question: FigureQuestion
) -> None:
    late = reminder(owed(), today=date(2025, 3, 26))
    assert late is not None
    assert [p.name for p in late.to] == ["办公室主任"]


def test_the_daily_run_reminds_of_it_once(bureau: Bureau, question: FigureQuestion) -> None:
    office = bureau.persons["office"]
    with clock.standing_at(CAME):
        first = [u.to for u in urge_all(bureau.agency, by=office) if u.duty == RULE]
        again = [u.to for u in urge_all(bureau.agency, by=office) if u.duty == RULE]
    assert (first, again) == ([office], [])


def test_pages_and_feed_show_it_to_those_who_may_and_lead_nobody_astray(
    bureau: Bureau, question: FigureQuestion
) -> None:
    people, page = People(bureau), reverse("desk:question", args=[question.pk])
    seen = {}
    for who in ("office", "principal", "office_recorder", "recorder", "adviser"):
        answer = people.at(who).get(reverse("desk:duties"))
        seen[who] = (question.title in answer.text, page in answer.text)
    assert seen == {
        "office": (True, True),
        "principal": (True, True),
        "office_recorder": (True, False),  # of the division, but no reader of questions
        "recorder": (False, False),
        "adviser": (False, False),
    }
    office = people.at("office")
    feed = office.get(reverse("desk:duties")).context["feed"]
    text = office.get(feed).text.replace("\r\n ", "")
    assert f"SUMMARY:答复对数据的疑问：{question.title}" in text
    assert "DTSTART;VALUE=DATE:20250325" in text
    urging = office.get(reverse("desk:urging", args=[owed().pk])).text
    assert page in urging
    assert question.text not in urging


def test_a_late_answer_is_listed_among_what_went_wrong_and_is_no_record(
    bureau: Bureau, question: FigureQuestion, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(bureau, question, days=30)
    (fault,) = (f for f in faults_of(bureau.agency.pk, 2025, LIMIT) if f.item == question.pk)
    assert (fault.title, fault.zh) == (
        question.title,
        "答复对数据的疑问逾期，2025-04-03办结",
    )
    officer = People(bureau).at("legal_officer")
    page = officer.get(reverse("desk:problems"), {"year": "2025"}).text
    assert question.title in page
    assert f'name="item" value="{question.pk}"' not in page
    sent = {"item": str(question.pk), "problem": str(question.pk), "year": "2025"}
    assert officer.post(reverse("desk:take-up"), sent).status_code == 404
    problems.run(["2025", "--agency", bureau.agency.code])
    assert question.title in capsys.readouterr().out


def test_the_command_lists_it(
    bureau: Bureau, question: FigureQuestion, capsys: pytest.CaptureFixture[str]
) -> None:
    due.run(["--agency", bureau.agency.code])
    assert f"答复对数据的疑问：{question.title}" in capsys.readouterr().out


def test_the_chain_still_verifies_and_no_version_hides_there(
    bureau: Bureau, question: FigureQuestion
) -> None:
    assert verified().holds
    item = Item.objects.get(pk=question.pk)
    assert item.kind == "matter.reports.figurequestion"
    Version.objects.create(
        item=item, number=1, action="create", by=bureau.persons["office"], on=CAME.date(),
        standing="confirmed", data="{}", digest=sm3(b"{}"), agency=bureau.agency, entry=1,
    )  # fmt: skip
    told = [one.en for one in verified().broken]
    assert "a version of what is no record" in told


def test_an_office_without_a_division_answers_from_the_first(
    bureau: Bureau, question: FigureQuestion
) -> None:
    Post.objects.filter(role="office").update(division=None)
    with clock.standing_at(CAME):
        other = asked(question.edition, "又一个疑问")
    assert other.division == Division.objects.filter(agency=bureau.agency).first()
