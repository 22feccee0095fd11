"""What last year's report promised is answered before this one is signed, and sealed with it."""

import json
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.reports import desk
from zhunsheng.cli.main import main
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.planning.models import NextTask
from zhunsheng.reports.errors import PersonalDataError, ReportError
from zhunsheng.reports.life.promise import answer_promise
from zhunsheng.reports.life.promised import promised
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.publish import publish
from zhunsheng.reports.review import review

pytestmark = pytest.mark.django_db
TASK = "修订科技创新券管理办法"  # to revise the measures for vouchers
DONE = "已于9月修订印发"  # revised and issued in September


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


def promise(bureau: Bureau, title: str = TASK, year: int = 2023) -> None:
    bureau.confirmed(
        NextTask, division="legal", title=title, number=f"{year}-1", statement=f"{title}。",
        as_of=date(year, 12, 31), due_on=date(year + 1, 10, 31),
    )  # fmt: skip


def answer(bureau: Bureau, report: Report, *, ordinal: int = 1, told: str = DONE) -> None:
    officer = bureau.persons["legal_officer"]
    answer_promise(report, ordinal=ordinal, outcome="done", told=told, by=officer)


def blockers(report: Report) -> list[str]:
    return [blocker.zh for blocker in review(report).blockers]


def test_a_promise_of_the_registers_stands_against_signature_until_it_is_answered(
    bureau: Bureau,
) -> None:
    promise(bureau)
    report = desk.written(bureau)
    assert f"上年报告提出的“{TASK}”没有说明落实情况" in blockers(report)
    answer(bureau, report)
    assert blockers(report) == []


def test_what_is_promised_for_next_year_is_none_of_this_one(bureau: Bureau) -> None:
    promise(bureau, year=2024)
    assert promised(desk.written(bureau)) == ()


def test_a_promise_made_on_paper_is_added_by_its_words_once(bureau: Bureau) -> None:
    report, officer = desk.written(bureau), bureau.persons["legal_officer"]
    for told in ("正在起草", DONE):
        answer_promise(report, statement=TASK, outcome="going_on", told=told, by=officer)
    (one,) = promised(report)
    assert one.answer is not None
    assert (one.ordinal, one.statement, one.answer.told) == (1, TASK, DONE)


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"ordinal": 4, "outcome": "done", "told": DONE}, ReportError),
        ({"ordinal": 1, "outcome": "perhaps", "told": DONE}, ReportError),
        ({"ordinal": 1, "outcome": "done", "told": " "}, NotPossibleError),
    ],
)
def test_an_answer_to_nothing_or_that_says_nothing_is_refused(
    bureau: Bureau, given: dict[str, object], refused: type[Exception]
) -> None:
    promise(bureau)
    report = desk.written(bureau)
    with pytest.raises(refused):
        answer_promise(report, **given, by=bureau.persons["legal_officer"])  # type: ignore[arg-type]


def test_only_the_legal_officer_answers_and_nobody_after_signature(bureau: Bureau) -> None:
    promise(bureau)
    report = desk.written(bureau)
    with pytest.raises(NotAllowedError):
        answer_promise(report, ordinal=1, outcome="done", told=DONE, by=bureau.persons["recorder"])
    answer(bureau, report)
    signed = desk.signed(bureau)
    with pytest.raises(ReportError):
        answer(bureau, signed, told="改写")


def issued(bureau: Bureau) -> Edition:
    promise(bureau)
    answer(bureau, desk.written(bureau))
    return desk.issued(bureau)


def test_the_edition_seals_what_was_answered(bureau: Bureau) -> None:
    edition = issued(bureau)
    (kept,) = json.loads(edition.promises)
    assert (kept["statement"], kept["outcome"], kept["told"]) == (TASK, "done", DONE)


def test_the_public_reads_it_beside_the_report(bureau: Bureau) -> None:
    edition = issued(bureau)
    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    publish(edition, by=office, reviewed_by=legal, note="可以公开")
    address = reverse("portal:report", args=[edition.pk])
    page = Client().get(address).text
    assert TASK in page
    assert "已完成" in page
    assert DONE in page


def test_a_person_s_number_in_an_answer_is_found_before_it_is_public(bureau: Bureau) -> None:
    promise(bureau)
    answer(bureau, desk.written(bureau), told="联系人电话13812345678")  # a contact's telephone
    edition = desk.issued(bureau)
    office, legal = bureau.persons["office"], bureau.persons["legal_officer"]
    with pytest.raises(PersonalDataError):
        publish(edition, by=office, reviewed_by=legal, note="可以公开")


def test_the_desk_and_the_verb_both_answer_it(
    bureau: Bureau, capsys: pytest.CaptureFixture[str]
) -> None:
    promise(bureau)
    report = desk.written(bureau)
    browser = Client()
    browser.force_login(bureau.persons["legal_officer"])
    sent = {"version": report.version, "ordinal": "1", "outcome": "going_on", "told": "正在起草"}
    address = reverse("desk:report-act", args=[report.pk, "promise"])
    assert "正在起草" in browser.post(address, sent, follow=True).text
    given = ["promises", "2024", "--by", "bureau-legal_officer"]
    assert main([*given, "--answer", "1", "--outcome", "done", "--told", DONE]) == 0
    assert f"{TASK}：已完成，{DONE}" in capsys.readouterr().out
