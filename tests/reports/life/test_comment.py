"""Comments: said on a part, answered, settled; all of it in the trail."""

from datetime import date

import pytest

from tests.reports import desk
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.life.collect import call_part
from zhunsheng.reports.life.comment import comment, settle
from zhunsheng.reports.life.threads import threads
from zhunsheng.reports.models import PartComment, Report

pytestmark = pytest.mark.django_db
PART = "shortcomings"
SAID = "原因分析偏少，请补充。"  # too little on the causes


@pytest.fixture
def bureau(monkeypatch: pytest.MonkeyPatch) -> Bureau:
    desk.leave_unfed(monkeypatch)
    return desk.small_year()


@pytest.fixture
def report(bureau: Bureau) -> Report:
    return desk.written(bureau)


def said(bureau: Bureau, report: Report, text: str = SAID) -> PartComment:
    return comment(report, PART, text, by=bureau.persons["principal"])


def test_a_thread_is_settled_until_somebody_speaks_again(bureau: Bureau, report: Report) -> None:
    officer = bureau.persons["legal_officer"]
    first = said(bureau, report)
    comment(report, PART, "已补充。", by=officer, parent=first)
    settle(report, first, by=officer)
    (thread,) = threads(report)[PART]
    assert [a.text for a in thread.answers] == ["已补充。"]
    assert thread.settled is not None and thread.settled.by == officer
    comment(report, PART, "仍不具体。", by=bureau.persons["principal"], parent=first)
    (again,) = threads(report)[PART]
    assert again.settled is None
    kept = Entry.objects.filter(action__in=["comment", "settle_comment"])
    assert kept.count() == 4


def test_a_comment_changes_neither_text_nor_stage(bureau: Bureau, report: Report) -> None:
    before = (report.version, report.parts, report.stage)
    said(bureau, report)
    report.refresh_from_db()
    assert (report.version, report.parts, report.stage) == before


def test_only_its_author_or_the_legal_officer_settles_a_comment(
    bureau: Bureau, report: Report
) -> None:
    first = said(bureau, report)
    with pytest.raises(NotAllowedError, match="提出人"):
        settle(report, first, by=bureau.persons["deputy"])
    settle(report, first, by=bureau.persons["principal"])


def test_a_division_comments_on_the_part_it_was_asked_for_and_no_other(
    bureau: Bureau, report: Report
) -> None:
    head = bureau.persons["head"]
    with pytest.raises(NotAllowedError):
        comment(report, PART, SAID, by=head)
    call_part(
        report,
        PART,
        division=bureau.divisions["rnd"],
        due_on=date(2025, 1, 20),
        by=bureau.persons["legal_officer"],
    )
    comment(report, PART, SAID, by=head)
    with pytest.raises(NotAllowedError):
        comment(report, "principal", SAID, by=head)
    with pytest.raises(NotAllowedError):
        comment(report, PART, SAID, by=bureau.persons["adviser"])


@pytest.mark.parametrize("text", ["", "  ", "长" * 501])
def test_no_words_or_too_many_are_refused(bureau: Bureau, report: Report, text: str) -> None:
    with pytest.raises(ReportError):
        said(bureau, report, text)


def test_an_issued_report_takes_no_comment(bureau: Bureau) -> None:
    edition = desk.issued(bureau)
    report = Report.objects.get(pk=edition.report_id)
    with pytest.raises(ReportError, match="勘误"):
        said(bureau, report)
