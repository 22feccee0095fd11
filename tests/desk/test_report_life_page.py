"""On the desk: divisions supply and sign off; deliveries, errata, archive, package, evidence."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from tests.reports.desk import ADDRESSEES, SCAN, issued, leave_unfed, small_year, written
from zhunsheng.reports.models import Edition, PartAnswer, PartComment, Report
from zhunsheng.reports.package.check import check
from zhunsheng.reports.publish import is_public

PART = "shortcomings"
TEXT = "人才服务力量不足，原因是编制不足。"  # too few hands, for want of posts


@pytest.fixture
def desk(db: None, monkeypatch: pytest.MonkeyPatch) -> People:
    leave_unfed(monkeypatch)
    return People(small_year())


def act(client: Client, report: Report, verb: str, **values: Any) -> Any:
    report.refresh_from_db()
    address = reverse("desk:report-act", args=[report.pk, verb])
    return client.post(address, {"version": report.version, **values}, follow=True)


def part_act(client: Client, report: Report, verb: str, **values: Any) -> str:
    report.refresh_from_db()
    address = reverse("desk:report-part-act", args=[report.pk, verb])
    given = {"version": report.version, "part": PART, **values}
    return str(client.post(address, given, follow=True).text)


def report_of(edition: Edition) -> Report:
    return Report.objects.get(pk=edition.report_id)


def asked(desk: People) -> Report:
    report = written(desk.bureau)
    division = desk.bureau.divisions["rnd"].pk
    officer = desk.at("legal_officer")
    shown = act(officer, report, "call", part=PART, division=division, on="2025-01-20")
    assert "科技发展科" in shown.text
    return report


def test_a_division_finds_what_it_owes_supplies_it_and_its_head_signs_off(desk: People) -> None:
    report = asked(desk)
    recorder, head = desk.at("recorder"), desk.at("head")
    page = recorder.get(reverse("desk:report-parts")).text
    assert "未签认" in page
    assert "签认</button>" not in page  # only the head signs off
    assert TEXT in part_act(recorder, report, "supply", text=TEXT)
    assert "签认</button>" in head.get(reverse("desk:report-parts")).text
    assert "已签认" in part_act(head, report, "sign-off")
    assert PartAnswer.objects.get().by == desk.bureau.persons["head"]


def test_another_division_sees_and_signs_nothing_of_it(desk: People) -> None:
    report = asked(desk)
    other = desk.at("office_recorder")
    assert "目前没有向您所在科室征集的报告材料" in other.get(reverse("desk:report-parts")).text
    assert "said error" in part_act(other, report, "supply", text="改")
    assert "said error" in part_act(desk.at("recorder"), report, "sign-off")
    assert not PartAnswer.objects.exists()


def test_a_stale_text_does_not_overwrite_a_newer_one(desk: People) -> None:
    report = asked(desk)
    seen = report.version
    part_act(desk.at("recorder"), report, "supply", text=TEXT)
    address = reverse("desk:report-part-act", args=[report.pk, "supply"])
    stale = {"version": seen, "part": PART, "text": "旧稿"}
    assert "said error" in desk.at("head").post(address, stale, follow=True).text
    assert "旧稿" not in Report.objects.get().parts


def test_the_officer_does_without_a_sign_off_for_a_reason(desk: People) -> None:
    report = asked(desk)
    shown = act(desk.at("legal_officer"), report, "excuse", part=PART, reason="科室已撤并")
    assert "科室已撤并" in shown.text
    assert PartAnswer.objects.get().waived


def test_an_unknown_act_on_a_part_is_not_there(desk: People) -> None:
    report = asked(desk)
    address = reverse("desk:report-part-act", args=[report.pk, "burn"])
    assert desk.at("head").post(address, {"version": report.version}).status_code == 404


def test_deliveries_with_receipts_then_the_archive(desk: People) -> None:
    edition = issued(desk.bureau)
    report, office = report_of(edition), desk.at("office")
    mark = {"number": "2025-WS-永久-0012", "retention": "永久", "on": "2025-03-10"}
    assert "said error" in act(office, report, "archive", **mark).text
    receipt = SimpleUploadedFile("回执.pdf", SCAN, content_type="application/pdf")
    shown = act(
        office, report, "deliver", addressee=ADDRESSEES, on="2025-03-03", paper=receipt
    ).text
    assert "逾期3天" in shown
    assert "已存回执" in shown
    assert mark["number"] in act(office, report, "archive", **mark).text


def test_an_erratum_is_entered_by_one_and_approved_by_another(desk: People) -> None:
    report = report_of(issued(desk.bureau))
    approver = desk.bureau.persons["principal"].pk
    given = {"wrong": "基层力量偏弱", "right": "基层执法力量偏弱", "reason": "漏字"}
    officer = desk.at("legal_officer")
    shown = act(officer, report, "correct", approver=approver, on="2025-03-05", **given)
    assert "更正第1号已印发" in shown.text
    own = desk.bureau.persons["legal_officer"].pk
    assert "said error" in act(officer, report, "correct", approver=own, **given).text


def test_the_signed_package_is_made_and_taken_away(desk: People) -> None:
    edition = issued(desk.bureau)
    address = reverse("desk:edition-file", args=[edition.pk, "zip"])
    office = desk.at("office")
    assert office.get(address).status_code == 404
    shown = act(office, report_of(edition), "package")
    assert edition.packages.get().key in shown.text
    assert check(office.get(address).content).holds


def test_the_evidence_pack_is_a_download(desk: People) -> None:
    answer = act(desk.at("office"), written(desk.bureau), "evidence-pack")
    data = b"".join(answer.streaming_content)
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        assert "00 目录.xlsx" in pack.namelist()


def test_it_comes_back_without_what_was_taken_out(desk: People) -> None:
    edition = issued(desk.bureau)
    report, office = report_of(edition), desk.at("office")
    reviewer = desk.bureau.persons["legal_officer"].pk
    given = {"reviewer": reviewer, "reason": "可以公开"}
    act(office, report, "publish", redact="人员编制不足|内部事项", **given)
    public = Client().get(reverse("portal:report", args=[edition.pk])).text
    assert "人员编制不足" not in public
    assert "内部事项" in public


def test_a_leak_says_until_when_it_is_reported(desk: People) -> None:
    edition = issued(desk.bureau)
    report, office = report_of(edition), desk.at("office")
    reviewer = desk.bureau.persons["legal_officer"].pk
    act(office, report, "publish", reviewer=reviewer, reason="可以公开")
    shown = act(office, report, "withdraw", reason="误公开内部事项", leak="1")
    assert "须在此前报告" in shown.text
    assert not is_public(edition)
    told = act(office, report, "report-leak", to="澜川市国家保密局")
    assert "澜川市国家保密局" in told.text


def test_a_division_comments_on_its_own_part_and_answers_there(desk: People) -> None:
    report = asked(desk)
    officer, recorder = desk.at("legal_officer"), desk.at("recorder")
    act(officer, report, "comment", part=PART, text="请补充原因分析")
    page = recorder.get(reverse("desk:report-parts")).text
    assert "请补充原因分析" in page
    first = PartComment.objects.get()
    shown = part_act(recorder, report, "comment", text="已补充，请审阅", parent=first.pk)
    assert "已补充，请审阅" in shown
    assert "已补充，请审阅" in officer.get(reverse("desk:report", args=[report.pk])).text
    own = part_act(recorder, report, "comment", text="人数待核")
    assert "人数待核" in own
    settled = part_act(recorder, report, "settle", parent=PartComment.objects.latest("pk").pk)
    assert "批注已办结" in settled
    refused = part_act(recorder, report, "settle", parent=first.pk)
    assert "由提出人" in refused


def test_a_division_neither_reads_nor_answers_the_comments_of_other_parts(desk: People) -> None:
    report = asked(desk)
    act(desk.at("legal_officer"), report, "comment", part="principal", text="仅供法规科")
    other = PartComment.objects.get()
    recorder = desk.at("recorder")
    assert "仅供法规科" not in recorder.get(reverse("desk:report-parts")).text
    shown = part_act(recorder, report, "comment", text="越界答复", parent=other.pk)
    assert "所答批注不在这一部分" in shown
    shown = part_act(recorder, report, "comment", part="principal", text="越界批注")
    assert "不能查看报告的这一部分" in shown
    assert PartComment.objects.count() == 1
