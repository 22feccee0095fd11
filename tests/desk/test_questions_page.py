"""Questions about figures at the desk: who reads, who answers, what stands until it is done."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.people import People
from tests.reports.desk import issued, small_year
from tests.reports.questions import FIGURE, REACHED, WORDS, asked, published, switch
from zhunsheng.kernel import clock
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.life.answer_question import show_answer
from zhunsheng.reports.life.correct import correct
from zhunsheng.reports.models import Edition, FigureQuestion, QuestionAnswer, QuestionContact

LIST = reverse("desk:questions")
REPLY = "两处口径不同。"  # they count differently
MOST = 15


@pytest.fixture
def people(db: None) -> People:
    return People(small_year())


@pytest.fixture
def edition(people: People) -> Edition:
    return published(people.bureau, issued(people.bureau))


@pytest.fixture
def question(edition: Edition) -> FigureQuestion:
    return asked(edition)


def page_of(question: FigureQuestion) -> str:
    return reverse("desk:question", args=[question.pk])


def act(people: People, question: FigureQuestion, verb: str, **sent: str) -> str:
    """The page after the office's act."""
    address = reverse("desk:question-act", args=[question.pk, verb])
    return people.at("office").post(address, sent, follow=True).text


def answer(people: People, question: FigureQuestion, **sent: str) -> str:
    return act(people, question, "answer", **{"kind": "explained", "text": REPLY} | sent)


def test_the_office_finds_it_at_home_and_on_the_list_until_it_is_answered(
    people: People, question: FigureQuestion
) -> None:
    office, home = people.at("office"), reverse("desk:home")
    shown = office.get(home).text
    assert question.title in shown
    assert "答复对数据的疑问" in shown
    assert page_of(question) in shown
    listed = office.get(LIST).text
    assert WORDS in listed
    assert page_of(question) in listed
    answer(people, question)
    assert question.title not in office.get(home).text
    listed = office.get(LIST).text
    assert "没有待答复的疑问" in listed
    assert "已说明" in listed


def test_what_is_overdue_says_so(people: People, question: FigureQuestion) -> None:
    office, pages = people.at("office"), (LIST, page_of(question))
    assert ["逾期" in office.get(page).text for page in pages] == [False, False]
    with clock.standing_at(clock.now() + timedelta(days=60)):
        office = people.at("office")
        assert ["逾期" in office.get(page).text for page in pages] == [True, True]


def test_the_page_shows_the_figure_as_issued_the_day_with_its_working_and_its_ground(
    people: People, question: FigureQuestion
) -> None:
    shown = people.at("office").get(page_of(question)).text
    assert '<b class="number">2</b>' in shown
    assert "“派驻组意见”台账中已确认的记录" in shown
    assert "15个工作日" in shown
    assert "未核实" in shown
    assert reverse("portal:figure", args=[question.edition_id, FIGURE]) in shown


@pytest.mark.parametrize("who", ["legal_officer", "principal", "deputy"])
def test_leaders_read_and_neither_answer_nor_learn_who_asked(
    people: People, question: FigureQuestion, who: str
) -> None:
    browser = people.at(who)
    assert WORDS in browser.get(LIST).text
    shown = browser.get(page_of(question)).text
    assert WORDS in shown
    assert REACHED not in shown
    assert "联系方式" not in shown
    assert "<textarea" not in shown
    for verb in ("answer", "contact", "delete-contact", "show", "hide"):
        address = reverse("desk:question-act", args=[question.pk, verb])
        assert browser.post(address, {"kind": "explained", "text": REPLY}).status_code == 403
    assert not QuestionAnswer.objects.exists()


def test_others_do_not_open_them(people: People, question: FigureQuestion) -> None:
    for who in ("recorder", "head", "adviser", "team", "administrator"):
        assert people.at(who).get(LIST).status_code == 403
        assert people.at(who).get(page_of(question)).status_code == 403


def test_another_agency_finds_none(people: People, question: FigureQuestion) -> None:
    abroad = People(make_bureau("abroad")).at("office")
    assert WORDS not in abroad.get(LIST).text
    assert abroad.get(page_of(question)).status_code == 404
    address = reverse("desk:question-act", args=[question.pk, "answer"])
    assert abroad.post(address, {"kind": "explained", "text": REPLY}).status_code == 404


def test_the_contact_is_shown_on_asking_and_the_trail_says_to_whom(
    people: People, question: FigureQuestion
) -> None:
    assert REACHED not in people.at("office").get(page_of(question)).text
    assert REACHED in act(people, question, "contact")
    entry = Entry.objects.latest("pk")
    assert (entry.action, entry.actor) == ("read_contact", people.bureau.persons["office"].username)
    assert REACHED not in entry.payload


def test_the_answer_ends_it_and_deletes_the_contact(
    people: People, question: FigureQuestion
) -> None:
    shown = answer(people, question)
    assert "提问人联系方式已删除" in shown
    assert REPLY in shown
    assert "仅提问人可凭回执网址查看" in shown
    assert not QuestionContact.objects.exists()
    assert "已经答复" in answer(people, question)


def test_the_contact_is_deleted_on_demand(people: People, question: FigureQuestion) -> None:
    assert "联系方式已删除" in act(people, question, "delete-contact", reason="本人要求")
    assert not QuestionContact.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": ""}, "请选择答复的类别"),
        ({"text": ""}, "请填写答复"),
        ({"kind": "erratum"}, "须指明是哪一号更正"),
        ({"text": f"请致电{REACHED}", "public": "1"}, "手机号码"),
    ],
)
def test_a_refused_answer_keeps_what_was_typed(
    people: People, question: FigureQuestion, sent: dict[str, str], said: str
) -> None:
    typed = {"kind": "explained", "text": REPLY} | sent
    address = reverse("desk:question-act", args=[question.pk, "answer"])
    refused = people.at("office").post(address, typed)
    assert refused.status_code == 422
    assert said in refused.text
    assert typed["text"] in refused.text
    assert QuestionContact.objects.exists()
    assert not QuestionAnswer.objects.exists()


def test_a_correction_leads_to_its_erratum(people: People, question: FigureQuestion) -> None:
    made = correct(
        question.edition,
        wrong="特此报告",
        right="特此报告。",
        reason="漏标点",
        on=date(2025, 3, 5),
        approved_by=people.bureau.persons["principal"],
        by=people.bureau.persons["office"],
    )
    shown = answer(people, question, kind="erratum", erratum=str(made.pk))
    assert "已更正" in shown
    assert "第1号更正" in shown


def test_both_are_shown_and_taken_back(people: People, question: FigureQuestion) -> None:
    answer(people, question, public="1")
    assert QuestionAnswer.objects.get().showings.latest("pk").public
    shown = act(people, question, "hide", reason="表述不当")
    assert "不再公开" in shown
    assert "表述不当" in shown
    act(people, question, "show")
    assert QuestionAnswer.objects.get().showings.latest("pk").public


def test_an_act_there_is_not_is_not_found(people: People, question: FigureQuestion) -> None:
    for verb in ("nonsense", "show", "hide"):
        address = reverse("desk:question-act", args=[question.pk, verb])
        assert people.at("office").post(address).status_code == 404
    assert people.at("office").get(address).status_code == 405


def test_the_administrators_see_and_change_whether_questions_are_taken(people: People) -> None:
    admin = people.at("administrator")
    take = reverse("desk:admin-change", args=["take_questions"])
    assert take in admin.get(reverse("desk:admin")).text
    admin.post(take, {"reason": "局务会决定"})
    assert "公众可以对公开报告的数据提出疑问" in admin.get(reverse("desk:admin")).text
    assert "目前不受理" in people.at("office").get(LIST).text
    people.bureau.agency.refresh_from_db()
    assert not people.bureau.agency.takes_questions  # only proposed


def test_the_reports_page_leads_there_once_questions_are_taken_or_there_are_any(
    people: People, edition: Edition
) -> None:
    reports = reverse("desk:reports")
    assert LIST not in people.at("office").get(reports).text
    switch(people.bureau, on=True)
    assert LIST in people.at("office").get(reports).text
    asked(edition)
    switch(people.bureau, on=False)
    assert LIST in people.at("office").get(reports).text


def test_however_many_wait_the_pages_ask_few_questions(people: People, edition: Edition) -> None:
    switch(people.bureau, on=True)
    made = [asked(edition, f"疑问{n}", address=f"203.0.113.{n}") for n in range(30)]
    for one in made[:10]:
        answer(people, one)
        show_answer(one.answer, by=people.bureau.persons["office"], public=True)
    office = people.at("office")
    public = reverse("portal:figure", args=[edition.pk, FIGURE])
    form = reverse("portal:question", args=[edition.pk, FIGURE])
    pages = (LIST, page_of(made[0]), page_of(made[20]), reverse("desk:home"), public, form)
    for page in pages:
        office.get(page)
        with CaptureQueriesContext(connection) as captured:
            assert office.get(page).status_code == 200
        assert len(captured) <= MOST, f"{page}: {len(captured)}"
