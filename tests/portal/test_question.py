"""A reader questions a figure on its public page: where, how often, what is refused or told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.reports.questions import FIGURE, HOME, REACHED, WORDS, switch
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.portal.folder import write_folder
from zhunsheng.portal.question import MOST_BYTES, TRAP
from zhunsheng.reports.life.answer_question import answer_question, show_answer
from zhunsheng.reports.life.ask import FROM_ONE
from zhunsheng.reports.models import AskingAddress, Edition, FigureQuestion, QuestionAnswer

Show = Callable[[], Edition]
Hide = Callable[[str], None]
REPLY = "两处口径不同。"  # they count differently
LINK = "对本数据有疑问"  # question this figure


@pytest.fixture
def reader() -> Client:
    return Client(REMOTE_ADDR=HOME, enforce_csrf_checks=True)


@pytest.fixture
def taking(show: Show, bureau: Bureau) -> Edition:
    """A public edition of an agency that takes questions."""
    switch(bureau, on=True)
    edition = show()
    edition.agency.refresh_from_db()
    return edition


def form_of(edition: Edition, key: str = FIGURE) -> str:
    return reverse("portal:question", args=[edition.pk, key])


def figure_of(edition: Edition) -> str:
    return reverse("portal:figure", args=[edition.pk, FIGURE])


def send(reader: Client, edition: Edition, text: str = WORDS, **more: str) -> str:
    """The address of the receipt."""
    answer = reader.post(form_of(edition), {"text": text, "contact": REACHED} | more)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def answered(bureau: Bureau) -> QuestionAnswer:
    question = FigureQuestion.objects.get()
    by = bureau.persons["office"]
    return answer_question(question, kind="explained", text=REPLY, by=by)


def test_where_the_agency_takes_none_there_is_no_link_and_no_form(
    show: Show, reader: Client
) -> None:
    edition = show()
    assert LINK not in reader.get(figure_of(edition)).text
    assert reader.get(form_of(edition)).status_code == 404
    assert reader.post(form_of(edition), {"text": WORDS}).status_code == 404
    assert not FigureQuestion.objects.exists()


def test_from_the_figure_a_link_leads_to_a_form_that_shows_what_is_questioned(
    taking: Edition, reader: Client
) -> None:
    assert form_of(taking) in reader.get(figure_of(taking)).text
    answer = reader.get(form_of(taking))
    assert answer.status_code == 200
    assert '<b class="number">2</b>' in answer.text
    assert "“派驻组意见”台账中已确认的记录" in answer.text
    assert "15个工作日内答复" in answer.text
    assert "<script" not in answer.text
    assert "sessionid" not in answer.cookies


def test_a_question_is_received_with_its_number_and_day_and_no_cookie_is_needed(
    taking: Edition, reader: Client
) -> None:
    receipt = send(reader, taking)
    made = FigureQuestion.objects.get()
    assert (made.edition, made.figure, made.text) == (taking, FIGURE, WORDS)
    assert made.contact.text == REACHED
    told = reader.get(receipt)
    assert told.status_code == 200
    for word in ("您的疑问已收到", "受理编号", "答复期限"):
        assert word in told.text
    assert WORDS not in told.text
    assert "no-store" in told.headers["Cache-Control"]
    assert send(reader, taking) == receipt  # sent twice, received once


def test_the_receipt_tells_its_holder_the_answer_and_nobody_else(
    taking: Edition, reader: Client, bureau: Bureau
) -> None:
    receipt = send(reader, taking)
    answered(bureau)
    assert REPLY in reader.get(receipt).text
    assert REPLY not in reader.get(figure_of(taking)).text
    for guessed in ("1", "1:abc", receipt.strip("/").rpartition("/")[2][:-1]):
        page = reverse("portal:question-received", args=[guessed])
        assert reader.get(page).status_code == 404
    assert "Disallow: /questions/" in reader.get("/robots.txt").text


def test_all_read_question_and_answer_only_while_the_office_shows_them(
    taking: Edition, reader: Client, bureau: Bureau
) -> None:
    send(reader, taking)
    made, office = answered(bureau), bureau.persons["office"]
    assert WORDS not in reader.get(figure_of(taking)).text
    show_answer(made, by=office, public=True)
    page = reader.get(figure_of(taking)).text
    assert WORDS in page
    assert REPLY in page
    assert REACHED not in page
    show_answer(made, by=office, public=False, reason="表述不当")
    page = reader.get(figure_of(taking)).text
    assert WORDS not in page
    assert REPLY not in page


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("sent", "status", "zh", "en"),
    [
        ({"text": " "}, 422, "请写明对数据的疑问", "say what you question"),
        ({"text": "请打13800138000"}, 422, "疑似个人信息", "personal data"),
        ({"text": "问" * 1001}, 413, "最多1000字", "1000 are the most"),
        ({"text": WORDS, "contact": "1" * 101}, 413, "最多100字", "100 are the most"),
        ({"text": "问" * MOST_BYTES}, 413, "内容过长", "too large"),
        ({"text": WORDS, TRAP: "x"}, 400, "不应填写", "stays empty"),
    ],
    ids=["empty", "person", "long", "long contact", "large", "trap"],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence_on_the_form(
    taking: Edition, reader: Client, language: str, sent: dict[str, str], status: int, zh: str,
    en: str,
) -> None:  # fmt: skip
    reader.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answer = reader.post(form_of(taking), sent)
    assert answer.status_code == status
    assert (zh if language == "zh" else en) in answer.text
    assert 'role="alert"' in answer.text
    if status == 422 and sent["text"].strip():
        assert sent["text"] in answer.text  # typed words stay
    assert not FigureQuestion.objects.exists()
    assert not AskingAddress.objects.exists()


def test_a_refusal_leaves_nothing_in_the_trail(taking: Edition, reader: Client) -> None:
    stood = Entry.objects.count()
    reader.post(form_of(taking), {"text": "请打13800138000"})
    assert Entry.objects.count() == stood


def test_the_sixth_question_of_an_hour_is_refused_and_other_readers_are_not(
    taking: Edition, reader: Client
) -> None:
    for n in range(FROM_ONE):
        send(reader, taking, f"疑问{n}")
    answer = reader.post(form_of(taking), {"text": "再问一次"})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3600"
    assert "一小时内最多提交5次" in answer.text
    assert "再问一次" in answer.text
    send(Client(REMOTE_ADDR="203.0.113.8"), taking, "再问一次")
    assert HOME not in str(list(AskingAddress.objects.values()))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, 302),
        ({"Origin": "https://testserver"}, 302),
    ],
    ids=str,
)
def test_another_site_cannot_ask_in_a_visitor_s_name(
    taking: Edition, reader: Client, headers: dict[str, str], status: int
) -> None:
    answer = reader.post(form_of(taking), {"text": WORDS}, headers=headers)
    assert answer.status_code == status
    assert FigureQuestion.objects.exists() == (status == 302)


def test_a_withdrawn_edition_takes_no_questions_and_its_receipts_are_tombstones(
    taking: Edition, reader: Client, hide: Hide
) -> None:
    receipt = send(reader, taking)
    hide("表述有误")
    for answer in (
        reader.get(form_of(taking)),
        reader.post(form_of(taking), {"text": "又一个疑问"}),
        reader.get(receipt),
    ):
        assert answer.status_code == 410
        assert "表述有误" in answer.text
        assert WORDS not in answer.text
    assert FigureQuestion.objects.count() == 1


def test_an_unknown_figure_or_edition_is_not_found(taking: Edition, reader: Client) -> None:
    assert reader.get(form_of(taking, "no.such")).status_code == 404
    assert reader.get(reverse("portal:question", args=[9999, FIGURE])).status_code == 404
    assert reader.put(form_of(taking)).status_code == 405


def test_what_no_reader_sees_is_left_out_of_the_words(taking: Edition, reader: Client) -> None:
    send(reader, taking, "为什么\x00\u202e是2件？\r\n请说明。")
    assert FigureQuestion.objects.get().text == "为什么是2件？\n请说明。"


def test_words_are_shown_as_text_and_never_as_a_page(
    taking: Edition, reader: Client, bureau: Bureau
) -> None:
    send(reader, taking, "<script>alert(1)</script>")
    show_answer(answered(bureau), by=bureau.persons["office"], public=True)
    page = reader.get(figure_of(taking)).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_switched_off_again_receipts_and_shown_answers_stay(
    taking: Edition, reader: Client, bureau: Bureau
) -> None:
    receipt = send(reader, taking)
    switch(bureau, on=False)
    assert reader.get(form_of(taking)).status_code == 404
    assert reader.get(receipt).status_code == 200
    show_answer(answered(bureau), by=bureau.persons["office"], public=True)
    page = reader.get(figure_of(taking)).text
    assert REPLY in page
    assert LINK not in page


def test_a_folder_has_no_form_and_no_answers_and_says_so(
    taking: Edition, reader: Client, bureau: Bureau, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")
    send(reader, taking)
    show_answer(answered(bureau), by=bureau.persons["office"], public=True)
    write_folder(tmp_path / "site")
    pages = {path: path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")}
    figure = next(text for path, text in pages.items() if path.name == f"{FIGURE}.html")
    assert "不受理对数据的疑问" in figure
    for text in pages.values():
        assert "<form" not in text
        assert WORDS not in text
        assert REPLY not in text
