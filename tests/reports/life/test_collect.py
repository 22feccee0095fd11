"""A part asked for is supplied by its division and signed off by its head, or nothing is signed."""

from datetime import date

import pytest

from tests.reports import desk
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.testing import Bureau
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.errors import NotReadyError, ReportError
from zhunsheng.reports.issue import issue
from zhunsheng.reports.life.collect import call_part, excuse_part, sign_off, supply_part
from zhunsheng.reports.life.collected import Owed, collected, unsettled
from zhunsheng.reports.models import PartCall, Report
from zhunsheng.reports.review import review
from zhunsheng.reports.sign import sign

pytestmark = pytest.mark.django_db
PART = "shortcomings"
TEXT = "人才服务力量不足，原因是编制不足。"  # too few hands, for want of posts
DUE, AFTER = date(2025, 1, 20), date(2025, 1, 21)


@pytest.fixture
def bureau(monkeypatch: pytest.MonkeyPatch) -> Bureau:
    desk.leave_unfed(monkeypatch)
    return desk.small_year()


@pytest.fixture
def report(bureau: Bureau) -> Report:
    return desk.written(bureau)


def asked(bureau: Bureau, report: Report) -> PartCall:
    legal = bureau.persons["legal_officer"]
    return call_part(report, PART, division=bureau.divisions["rnd"], due_on=DUE, by=legal)


def state(report: Report, today: date = DUE) -> Owed:
    (only,) = collected(report, today=today)
    return only.owed


def test_what_no_division_was_asked_for_stands_in_nobodys_way(report: Report) -> None:
    assert collected(report, today=DUE) == ()


def test_an_open_part_is_named_with_its_division_and_stands_against_signature(
    bureau: Bureau, report: Report
) -> None:
    asked(bureau, report)
    assert state(report) == Owed.OPEN
    blockers = [b for b in review(report).blockers if b.text == PART]
    assert [("科技发展科" in b.zh, "2025-01-20" in b.en) for b in blockers] == [(True, True)]
    desk.discussed(bureau, report)
    with pytest.raises(NotReadyError) as refusal:
        sign(report, by=bureau.persons["principal"], on=AFTER)
    assert PART in refusal.value.zh


def test_it_is_late_the_day_after_its_due_day(bureau: Bureau, report: Report) -> None:
    asked(bureau, report)
    assert [collected(report, today=day)[0].late for day in (DUE, AFTER)] == [False, True]


def test_the_division_supplies_its_head_signs_off_and_the_report_goes_on(
    bureau: Bureau, report: Report
) -> None:
    asked(bureau, report)
    supply_part(report, PART, f" {TEXT} \n\n", by=bureau.persons["recorder"])
    answer = sign_off(report, PART, by=bureau.persons["head"])
    assert state(report) == Owed.SIGNED_OFF
    assert TEXT in review(report).text
    assert answer.entry > 0
    desk.discussed(bureau, report)
    sign(report, by=bureau.persons["principal"], on=AFTER)
    edition = issue(report, number=desk.NUMBER, on=AFTER, by=bureau.persons["office"])
    assert TEXT in edition.document


def test_a_text_changed_after_the_sign_off_is_signed_off_again(
    bureau: Bureau, report: Report
) -> None:
    asked(bureau, report)
    head = bureau.persons["head"]
    sign_off(report, PART, by=head)
    edit_part(report, PART, f"{TEXT}另有不足。", by=bureau.persons["legal_officer"])
    assert state(report) == Owed.CHANGED
    assert unsettled(report, today=DUE)
    sign_off(report, PART, by=head)
    assert not unsettled(report, today=DUE)


def test_asking_again_takes_the_place_of_the_older_call(bureau: Bureau, report: Report) -> None:
    asked(bureau, report)
    sign_off(report, PART, by=bureau.persons["head"])
    asked(bureau, report)
    assert state(report) == Owed.OPEN


def test_a_part_is_excused_with_a_reason_by_the_legal_officer_alone(
    bureau: Bureau, report: Report
) -> None:
    asked(bureau, report)
    legal = bureau.persons["legal_officer"]
    with pytest.raises(NotPossibleError):
        excuse_part(report, PART, reason=" ", by=legal)
    with pytest.raises(NotAllowedError):
        excuse_part(report, PART, reason="科室已撤并", by=bureau.persons["head"])
    answer = excuse_part(report, PART, reason="科室已撤并", by=legal)  # merged away
    assert state(report) == Owed.WAIVED
    assert answer.reason == "科室已撤并"
    assert not unsettled(report, today=AFTER)


@pytest.mark.parametrize("who", ["recorder", "legal_officer", "principal", "office"])
def test_nobody_but_the_divisions_head_signs_off(bureau: Bureau, report: Report, who: str) -> None:
    asked(bureau, report)
    with pytest.raises(NotAllowedError):
        sign_off(report, PART, by=bureau.persons[who])


def test_another_division_does_not_supply_the_part(bureau: Bureau, report: Report) -> None:
    asked(bureau, report)
    with pytest.raises(NotAllowedError):
        supply_part(report, PART, TEXT, by=bureau.persons["legal_recorder"])


def test_an_empty_part_is_not_signed_off(bureau: Bureau, report: Report) -> None:
    asked(bureau, report)
    supply_part(report, PART, "", by=bureau.persons["recorder"])
    with pytest.raises(ReportError):
        sign_off(report, PART, by=bureau.persons["head"])


def test_a_part_there_is_not_is_not_asked_for(bureau: Bureau, report: Report) -> None:
    legal = bureau.persons["legal_officer"]
    with pytest.raises(ReportError):
        call_part(report, "fame", division=bureau.divisions["rnd"], due_on=DUE, by=legal)
    with pytest.raises(ReportError):
        sign_off(report, PART, by=bureau.persons["head"])


def test_a_part_asked_for_after_signature_would_not_be_answered_and_is_refused(
    bureau: Bureau, report: Report
) -> None:
    desk.discussed(bureau, report)
    sign(report, by=bureau.persons["principal"], on=AFTER)
    with pytest.raises(ReportError):
        asked(bureau, report)
