"""Answering a question: by its day, once, with its erratum; the contact goes, the trail holds."""

from datetime import date, datetime

import pytest
from django.utils.timezone import get_current_timezone

from tests.reports import desk
from tests.reports.questions import FIGURE, REACHED, WORDS, asked, published
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.registry import law
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.chain import walk
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.errors import PersonalDataError, QuestionError
from zhunsheng.reports.life.answer_question import answer_question, delete_contact, show_answer
from zhunsheng.reports.life.correct import correct
from zhunsheng.reports.life.questions import RULE, answered, shown_questions, waiting
from zhunsheng.reports.models import (
    AnswerKind,
    Edition,
    Erratum,
    FigureQuestion,
    QuestionAnswer,
    QuestionContact,
)

pytestmark = pytest.mark.django_db
REPLY = "两处口径不同：年报只统计全年正式意见。"  # the two count differently
DAY = datetime(2025, 3, 4, 10, 0, tzinfo=get_current_timezone())


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


@pytest.fixture
def question(bureau: Bureau) -> FigureQuestion:
    edition = published(bureau, desk.issued(bureau))
    with clock.standing_at(DAY):
        return asked(edition)


def erratum(bureau: Bureau, edition: Edition) -> Erratum:
    return correct(
        edition,
        wrong="特此报告",
        right="特此报告。",
        reason="漏标点",
        on=date(2025, 3, 5),
        approved_by=bureau.persons["principal"],
        by=bureau.persons["office"],
    )


def payloads(bureau: Bureau) -> str:
    return "\n".join(Entry.objects.filter(agency=bureau.agency).values_list("payload", flat=True))


def reply(bureau: Bureau, question: FigureQuestion, **values: object) -> QuestionAnswer:
    given: dict[str, object] = {"kind": AnswerKind.EXPLAINED, "text": REPLY}
    return answer_question(question, by=bureau.persons["office"], **given | values)  # type: ignore[arg-type]


def test_it_waits_fifteen_working_days_by_a_rule_an_agency_may_set(
    bureau: Bureau, question: FigureQuestion
) -> None:
    rule = law().rule(RULE)
    assert not rule.blocks()
    assert "未核实" in rule.citation()
    (one,) = waiting(bureau.agency, today=date(2025, 3, 25))
    assert (one.due.on, one.overdue) == (date(2025, 3, 25), False)
    assert waiting(bureau.agency, today=date(2025, 3, 26))[0].overdue
    bureau.agency.limits = {f"{RULE}/working_days": 5}
    bureau.agency.save()
    assert waiting(bureau.agency, today=date(2025, 3, 5))[0].due.on == date(2025, 3, 11)


def test_the_answer_ends_the_wait_and_the_contact(bureau: Bureau, question: FigureQuestion) -> None:
    made = reply(bureau, question)
    assert waiting(bureau.agency, today=date(2025, 3, 5)) == ()
    (row,) = answered(bureau.agency)
    assert (row.answer.text, row.answer.by, row.__dict__["shown"]) == (
        REPLY,
        bureau.persons["office"],
        None,
    )
    assert not QuestionContact.objects.exists()
    entry = Entry.objects.get(agency=bureau.agency, sequence=made.entry)
    assert '"contact_deleted":true' in entry.payload
    for kept_out in (REACHED, WORDS, REPLY):
        assert kept_out not in payloads(bureau)
    assert walk(bureau.agency).broken_at == 0


def test_there_is_one_answer(bureau: Bureau, question: FigureQuestion) -> None:
    reply(bureau, question)
    with pytest.raises(QuestionError) as refused:
        reply(bureau, question)
    assert "已经答复" in refused.value.zh


def test_a_correction_names_an_erratum_of_the_same_edition(
    bureau: Bureau, question: FigureQuestion
) -> None:
    with pytest.raises(QuestionError) as refused:
        reply(bureau, question, kind=AnswerKind.ERRATUM)
    assert "更正" in refused.value.zh
    own = erratum(bureau, question.edition)
    with pytest.raises(QuestionError):
        reply(bureau, question, erratum=own)  # explained, and yet an erratum
    assert reply(bureau, question, kind=AnswerKind.ERRATUM, erratum=own).erratum == own


def test_another_edition_s_erratum_answers_nothing(
    bureau: Bureau, question: FigureQuestion
) -> None:
    other = erratum(bureau, question.edition)
    other.edition_id += 1
    with pytest.raises(QuestionError):
        reply(bureau, question, kind=AnswerKind.ERRATUM, erratum=other)


@pytest.mark.parametrize(
    "wrong", [{"kind": "nonsense"}, {"text": " "}, {"text": "答" * 1001}], ids=str
)
def test_an_answer_without_kind_or_words_is_refused(
    bureau: Bureau, question: FigureQuestion, wrong: dict[str, object]
) -> None:
    with pytest.raises(QuestionError):
        reply(bureau, question, **wrong)


@pytest.mark.parametrize("who", ["recorder", "legal_officer", "principal", "administrator"])
def test_only_the_office_answers(bureau: Bureau, question: FigureQuestion, who: str) -> None:
    by = bureau.persons[who]
    with pytest.raises(NotAllowedError):
        answer_question(question, kind=AnswerKind.EXPLAINED, text=REPLY, by=by)
    with pytest.raises(NotAllowedError):
        delete_contact(question, by=by, reason="本人要求")
    assert QuestionContact.objects.exists()


def test_another_agency_s_office_answers_nothing(bureau: Bureau, question: FigureQuestion) -> None:
    by = make_bureau("abroad").persons["office"]
    with pytest.raises(QuestionError):
        answer_question(question, kind=AnswerKind.EXPLAINED, text=REPLY, by=by)


def test_the_contact_goes_on_demand_with_a_reason(bureau: Bureau, question: FigureQuestion) -> None:
    office = bureau.persons["office"]
    with pytest.raises(NotPossibleError):
        delete_contact(question, by=office, reason=" ")
    delete_contact(question, by=office, reason="本人要求")
    assert not QuestionContact.objects.exists()
    assert "delete_contact" in payloads(bureau)
    assert REACHED not in payloads(bureau)
    with pytest.raises(QuestionError):
        delete_contact(question, by=office, reason="本人要求")


def test_both_are_public_only_where_the_office_shows_them_and_until_it_takes_them_back(
    bureau: Bureau, question: FigureQuestion
) -> None:
    edition, office = question.edition, bureau.persons["office"]
    made = reply(bureau, question)
    assert shown_questions(edition, FIGURE) == []
    show_answer(made, by=office, public=True)
    assert shown_questions(edition, FIGURE) == [question]
    assert shown_questions(edition, "oversight.other") == []
    with pytest.raises(QuestionError):
        show_answer(made, by=office, public=True)
    with pytest.raises(NotPossibleError):
        show_answer(made, by=office, public=False)  # without a reason
    show_answer(made, by=office, public=False, reason="表述不当")
    assert shown_questions(edition, FIGURE) == []


def test_personal_data_is_not_shown_and_the_trail_does_not_learn_it(
    bureau: Bureau, question: FigureQuestion
) -> None:
    named = f"请致电{REACHED}核实。"
    with pytest.raises(PersonalDataError) as refused:
        reply(bureau, question, text=named, public=True)
    assert f"手机号码“{REACHED}”" in refused.value.zh
    assert not QuestionAnswer.objects.exists()
    made = reply(bureau, question, text=named)
    with pytest.raises(PersonalDataError):
        show_answer(made, by=bureau.persons["office"], public=True)
    assert REACHED not in payloads(bureau)
