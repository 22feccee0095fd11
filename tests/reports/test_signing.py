"""Signature: by the principal, after discussion, of a text against which nothing stands."""

from datetime import date

import pytest

from tests.reports import desk
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.record.models import Standing, Version
from zhunsheng.kernel.testing import Bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.errors import NotReadyError, ReportError
from zhunsheng.reports.models import Report, Stage
from zhunsheng.reports.sign import sign
from zhunsheng.reports.waive import waive

pytestmark = pytest.mark.django_db
DAY = date(2025, 2, 18)


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


def by_paper(bureau: Bureau, report: Report, *, entered_by: str, paper: bool = True) -> Report:
    return sign(
        report,
        by=bureau.persons["principal"],
        on=DAY,
        attested_by=bureau.persons[entered_by],
        paper=desk.scan("签发稿.pdf") if paper else None,
    )


def test_discussion_is_recorded_with_its_day_and_minutes(bureau: Bureau) -> None:
    report = desk.discussed(bureau)
    assert (report.stage, report.discussed_on) == (Stage.DISCUSSED, date(2025, 2, 14))
    assert Evidence.objects.get(item_id=report.pk).kind == "minutes"


def test_discussion_without_minutes_is_refused(bureau: Bureau) -> None:
    report = desk.written(bureau)
    with pytest.raises(ReportError) as refusal:
        discuss(report, on=DAY, minutes=None, by=bureau.persons["legal_officer"])
    assert "会议纪要" in refusal.value.zh  # the minutes
    report.refresh_from_db()
    assert report.stage == Stage.DRAFTING


def test_the_principal_signs_and_the_signature_is_of_the_text(bureau: Bureau) -> None:
    report = desk.signed(bureau)
    assert report.stage == Stage.SIGNED
    assert report.standing == Standing.CONFIRMED
    assert report.signer == bureau.persons["principal"]
    assert report.signed_text.startswith("sm3:")


def test_a_report_not_discussed_is_not_signed(bureau: Bureau) -> None:
    with pytest.raises(ReportError) as refusal:
        sign(desk.written(bureau), by=bureau.persons["principal"], on=DAY)
    assert "起草中" in refusal.value.zh  # it is being drafted
    assert "drafting" in refusal.value.en


@pytest.mark.parametrize("who", ["legal_officer", "deputy", "office", "recorder"])
def test_nobody_but_the_principal_signs(bureau: Bureau, who: str) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        sign(desk.discussed(bureau), by=bureau.persons[who], on=DAY)
    assert "主要负责人" in refusal.value.zh
    last = Entry.objects.order_by("-pk").first()
    assert last is not None
    assert last.action == "refused:sign"


def test_a_typed_number_blocks_and_a_waiver_lets_it_pass(bureau: Bureau) -> None:
    officer = bureau.persons["legal_officer"]
    report = edit_part(desk.written(bureau), "other", "另有12件正在办理。", by=officer)
    report = desk.discussed(bureau, report)
    with pytest.raises(NotReadyError) as refusal:
        sign(report, by=bureau.persons["principal"], on=DAY)
    assert "12件" in refusal.value.zh
    assert len(refusal.value.blockers) == 1
    waive(report, "NUM001", text="12件", reason="依据市政府来文", by=officer)
    assert sign(report, by=bureau.persons["principal"], on=DAY).stage == Stage.SIGNED


def test_every_blocker_is_named_at_once(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.leave_unfed(monkeypatch)
    report = desk.discussed(bureau, desk.compiled(bureau))
    with pytest.raises(NotReadyError) as refusal:
        sign(report, by=bureau.persons["principal"], on=DAY)
    unfed = [zh for zh, _ in refusal.value.blockers if "没有台账支撑" in zh]  # nothing feeds it
    for heading in ("存在的不足和原因", "第一责任人职责", "2025年度主要安排"):
        assert sum(heading in zh for zh in unfed) == 1
    assert all(zh in refusal.value.zh for zh, _ in refusal.value.blockers)
    assert all(en in refusal.value.en for _, en in refusal.value.blockers)


def test_a_signature_on_paper_is_entered_with_its_scan(bureau: Bureau) -> None:
    report = by_paper(bureau, desk.discussed(bureau), entered_by="office")
    assert report.signer == bureau.persons["principal"]
    kept = Version.objects.get(item_id=report.pk, number=report.version)
    assert (kept.by, kept.attested_by) == (bureau.persons["principal"], bureau.persons["office"])
    assert Evidence.objects.filter(item_id=report.pk, kind="signature").exists()


def test_a_signature_on_paper_without_the_paper_is_refused(bureau: Bureau) -> None:
    with pytest.raises(ReportError) as refusal:
        by_paper(bureau, desk.discussed(bureau), entered_by="office", paper=False)
    assert "签批件" in refusal.value.zh  # the signed paper


def test_not_everybody_may_enter_the_principal_s_signature(bureau: Bureau) -> None:
    with pytest.raises(NotAllowedError):
        by_paper(bureau, desk.discussed(bureau), entered_by="recorder")


def test_a_signed_report_is_not_edited_waived_or_discussed(bureau: Bureau) -> None:
    report = desk.signed(bureau)
    officer = bureau.persons["legal_officer"]
    with pytest.raises(ReportError):
        edit_part(report, "other", "补充。", by=officer)  # an addition
    with pytest.raises(ReportError):
        waive(report, "LAW190", reason="另行撰写", by=officer)
    with pytest.raises(ReportError):
        discuss(report, on=DAY, minutes=desk.scan(), by=officer)


def test_a_signed_report_in_which_nothing_changed_is_not_compiled_again(bureau: Bureau) -> None:
    report = desk.signed(bureau)
    with pytest.raises(ReportError) as refusal:
        desk.compiled(bureau)
    assert "请办理印发" in refusal.value.zh  # issue it
    report.refresh_from_db()
    assert report.stage == Stage.SIGNED
