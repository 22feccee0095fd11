"""Asking about a figure: what is stored, what the trail holds, how often, and what is refused."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import get_current_timezone

from tests.reports import desk
from tests.reports.questions import FIGURE, HOME, REACHED, WORDS, asked, published, switch
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.chain import walk
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.errors import QuestionError, TooManyQuestionsError
from zhunsheng.reports.life import ask as asking
from zhunsheng.reports.models import AskingAddress, Edition, FigureQuestion, QuestionContact

pytestmark = pytest.mark.django_db
NIGHT = datetime(2025, 3, 4, 23, 40, tzinfo=get_current_timezone())


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


@pytest.fixture
def edition(bureau: Bureau) -> Edition:
    return published(bureau, desk.issued(bureau))


def last_entry(bureau: Bureau) -> Entry:
    return Entry.objects.filter(agency=bureau.agency).latest("sequence")


def test_it_is_off_until_two_administrators_switch_it_on(bureau: Bureau) -> None:
    assert not bureau.agency.takes_questions
    switch(bureau, on=True)
    assert bureau.agency.takes_questions
    assert "对数据有疑问" in last_entry(bureau).payload
    with pytest.raises(NotPossibleError):
        switch(bureau, on=True)
    switch(bureau, on=False)
    assert not bureau.agency.takes_questions


def test_a_question_waits_with_its_number_and_its_contact_apart(edition: Edition) -> None:
    first = asked(edition)
    second = asked(edition, "两件都是哪一天提出的？", contact="")
    assert [(q.ordinal, q.figure) for q in (first, second)] == [(1, FIGURE), (2, FIGURE)]
    assert first.contact.text == REACHED
    assert not QuestionContact.objects.filter(question=second).exists()


def test_the_trail_holds_a_digest_and_neither_words_nor_contact_nor_address(
    bureau: Bureau, edition: Edition
) -> None:
    made, entry = asked(edition), last_entry(bureau)
    assert (entry.action, entry.actor, entry.sequence) == ("ask", asking.PUBLIC, made.entry)
    assert made.digest in entry.payload
    for kept_out in (WORDS, REACHED, HOME):
        assert kept_out not in entry.payload
    assert walk(bureau.agency).broken_at == 0


def test_the_address_is_kept_as_a_digest_of_the_day_and_an_hour_only(edition: Edition) -> None:
    with clock.standing_at(NIGHT):
        asked(edition)
    (kept,) = AskingAddress.objects.values_list("digest", flat=True)
    assert len(kept) == 64
    with clock.standing_at(NIGHT + timedelta(hours=2)):
        asked(edition, "又一个疑问")
    (other,) = AskingAddress.objects.values_list("digest", flat=True)
    assert other != kept  # another day, another key; the first is gone


@pytest.mark.parametrize("pause", [timedelta(minutes=5), timedelta(minutes=30)])
def test_the_sixth_question_within_an_hour_is_refused_midnight_or_not(
    edition: Edition, pause: timedelta
) -> None:
    with clock.standing_at(NIGHT):
        for n in range(asking.FROM_ONE):
            asked(edition, f"疑问{n}")
    with clock.standing_at(NIGHT + pause):
        with pytest.raises(TooManyQuestionsError) as refused:
            asked(edition, "再问一次")
        asked(edition, "别人问的", address="203.0.113.8")
    assert "一小时" in refused.value.zh
    with clock.standing_at(NIGHT + timedelta(minutes=61)):
        asked(edition, "再问一次")
    assert FigureQuestion.objects.count() == asking.FROM_ONE + 2


def test_a_network_of_64_bits_is_one_address(edition: Edition) -> None:
    for n in range(asking.FROM_ONE):
        asked(edition, f"疑问{n}", address=f"2001:db8:0:1::{n + 1}")
    with pytest.raises(TooManyQuestionsError):
        asked(edition, "再问一次", address="2001:db8:0:1:ffff::1")
    asked(edition, "再问一次", address="2001:db8:0:2::1")


def test_a_flood_from_many_addresses_ends_too(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "IN_ALL", 2)
    for n in range(2):
        asked(edition, f"疑问{n}", address=f"203.0.113.{n}")
    with pytest.raises(TooManyQuestionsError) as refused:
        asked(edition, "再问一次", address="203.0.113.9")
    assert "较多" in refused.value.zh


def test_the_same_words_sent_twice_are_one_question(edition: Edition) -> None:
    assert asked(edition).pk == asked(edition).pk
    assert FigureQuestion.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "contact", "said"),
    [
        ("", "", "请写明"),
        ("  \n", "", "请写明"),
        ("问" * 1001, "", "最多1000字"),
        ("有疑问", "1" * 101, "最多100字"),
        ("请打13800138000告诉我", "", "手机号码"),
    ],
)
def test_words_that_cannot_be_taken_are_refused_by_name(
    edition: Edition, text: str, contact: str, said: str
) -> None:
    with pytest.raises(QuestionError) as refused:
        asked(edition, text, contact=contact)
    assert said in refused.value.zh
    assert refused.value.en
    assert not FigureQuestion.objects.exists()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE reports_figurequestion SET text = 'x'",
        "DELETE FROM reports_figurequestion",
    ],
)
def test_no_sql_changes_a_question_while_its_contact_may_go(edition: Edition, sql: str) -> None:
    asked(edition)
    connection.check_constraints()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert QuestionContact.objects.all().delete()[0] == 1
