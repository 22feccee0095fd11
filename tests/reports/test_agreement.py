"""A figure two reports of a year share has one value, or the difference is accepted and shown."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.reports import desk, kinds
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.reports.agreement import DISAGREES
from zhunsheng.reports.blockers import Blocker
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.errors import NotReadyError, ReportError
from zhunsheng.reports.issue import issue
from zhunsheng.reports.life.correct import correct
from zhunsheng.reports.models import Edition, Report
from zhunsheng.reports.publish import publish
from zhunsheng.reports.review import review
from zhunsheng.reports.sign import sign
from zhunsheng.reports.waive import waive

pytestmark = pytest.mark.django_db
REASON = "公开年报印发后一件申请经核实为重复登记，已作废"  # voided after that issue: a double


@pytest.fixture
def bureau(monkeypatch: pytest.MonkeyPatch) -> Bureau:
    desk.leave_unfed(monkeypatch)
    made = desk.small_year()
    kinds.request(made, "1", "申请公开项目名单")
    kinds.request(made, "2", "申请公开评审专家名单", reply="partly")
    return made


@pytest.fixture
def first(bureau: Bureau) -> Edition:
    """The disclosure report, issued while two requests stood."""
    return kinds.issued(bureau, number="澜科〔2025〕2号")


def one_voided(bureau: Bureau) -> None:
    row = Request.objects.get(number="1")
    void(row, by=bureau.persons["legal_officer"], reason="重复登记")


def differences(report: Report) -> dict[str, Blocker]:
    """Figure named → what is said of it."""
    found = [b for b in review(report).blockers if b.code == DISAGREES]
    return {b.text.partition("：")[0]: b for b in found}


def ready(bureau: Bureau) -> Report:
    """The rule-of-law report, written and discussed."""
    return desk.discussed(bureau)


def test_reports_from_the_same_rows_agree(bureau: Bureau, first: Edition) -> None:
    assert differences(desk.compiled(bureau)) == {}


def test_a_row_changed_since_is_told_with_both_values_and_the_row(
    bureau: Bureau, first: Edition
) -> None:
    one_voided(bureau)
    kinds.request(bureau, "3", "申请公开预算说明")  # on the budget
    kinds.request(bureau, "4", "申请公开决算说明")  # on the accounts
    told = differences(desk.compiled(bureau))["新收信息公开申请"]
    for words in (told.zh, told.en):
        assert first.number in words
        assert "2件" in words
        assert "3件" in words
        for title in ("申请公开项目名单", "申请公开预算说明", "申请公开决算说明"):
            assert title in words
        assert "申请公开评审专家名单" not in words  # that one did not move
    assert "减少“申请公开项目名单”" in told.zh
    assert told.part == "measures.disclosure"


def test_the_second_is_not_signed_until_the_difference_is_accepted(
    bureau: Bureau, first: Edition
) -> None:
    one_voided(bureau)
    report, principal = ready(bureau), bureau.persons["principal"]
    with pytest.raises(NotReadyError) as refusal:
        sign(report, by=principal, on=date(2025, 2, 18))
    assert "澜科〔2025〕2号" in refusal.value.zh
    for blocker in differences(report).values():
        waive(
            report,
            DISAGREES,
            text=blocker.text,
            reason=REASON,
            by=bureau.persons["legal_officer"],
        )
    assert differences(report) == {}
    sign(report, by=principal, on=date(2025, 2, 18))


def test_an_accepted_difference_accepts_these_two_values_and_no_others(
    bureau: Bureau, first: Edition
) -> None:
    one_voided(bureau)
    report, officer = desk.compiled(bureau), bureau.persons["legal_officer"]
    for blocker in differences(report).values():
        waive(report, DISAGREES, text=blocker.text, reason=REASON, by=officer)
    void(Request.objects.get(number="2"), by=officer, reason="重复登记")
    assert "0件" in differences(report)["新收信息公开申请"].zh


def test_who_reads_the_second_sees_what_was_accepted_and_why(
    bureau: Bureau, first: Edition
) -> None:
    one_voided(bureau)
    report, officer = ready(bureau), bureau.persons["legal_officer"]
    for blocker in differences(report).values():
        waive(report, DISAGREES, text=blocker.text, reason=REASON, by=officer)
    sign(report, by=bureau.persons["principal"], on=date(2025, 2, 18))
    office = bureau.persons["office"]
    edition = issue(report, number="澜科〔2025〕3号", on=date(2025, 2, 20), by=office)
    publish(edition, by=office, reviewed_by=officer, note="不涉密，可以公开")
    page = Client().get(reverse("portal:report", args=[edition.pk])).content.decode()
    assert "新收信息公开申请：澜科〔2025〕2号为2件，本报告为1件" in page
    assert REASON in page


def test_an_erratum_that_states_the_value_makes_them_agree(bureau: Bureau, first: Edition) -> None:
    one_voided(bureau)
    report = desk.compiled(bureau)
    assert "新收信息公开申请" in differences(report)
    correct(
        first,
        wrong="2024年新收2件",
        right="2024年新收1件",
        reason="重复登记",
        figure=kinds.NEW,
        on=date(2025, 2, 1),
        approved_by=bureau.persons["principal"],
        by=bureau.persons["legal_officer"],
    )
    assert "新收信息公开申请" not in differences(report)


def test_a_row_that_moves_nothing_they_share_is_no_difference(
    bureau: Bureau, first: Edition
) -> None:
    desk.remark(bureau, "关于档案的意见")  # on archives: the disclosure report has no such figure
    assert differences(desk.compiled(bureau)) == {}


def test_a_report_of_another_year_is_not_compared(bureau: Bureau, first: Edition) -> None:
    bureau.close_all(2023)
    assert differences(desk.compiled(bureau, 2023)) == {}


def test_another_report_issued_after_signature_stops_the_issue(bureau: Bureau) -> None:
    report = sign(ready(bureau), by=bureau.persons["principal"], on=date(2025, 2, 18))
    kinds.request(bureau, "3", "申请公开预算说明", reply="refused_process")
    kinds.issued(bureau, number="澜科〔2025〕2号")
    with pytest.raises(ReportError):
        issue(report, number="", on=date(2025, 2, 20), by=bureau.persons["office"])


def test_it_takes_the_discussion_of_each_report(bureau: Bureau, first: Edition) -> None:
    report = desk.written(bureau)
    discuss(report, on=date(2025, 2, 14), minutes=desk.scan(), by=bureau.persons["legal_officer"])
    assert review(report).blockers == ()
