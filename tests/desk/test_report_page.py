"""The report's page: text beside what stands against it, and each act by whoever may do it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from tests.reports.desk import (
    ADDRESSEES,
    NUMBER,
    OWN_WORDS,
    compiled,
    leave_unfed,
    small_year,
    written,
)
from zhunsheng.reports.models import Edition, Report, Stage, Waiver


@pytest.fixture
def office_people(db: None) -> People:
    """The people of a bureau whose small year is ready to be reported."""
    return People(small_year())


def page(report: Report) -> str:
    return reverse("desk:report", args=[report.pk])


def act(browser: Client, report: Report, verb: str, **values: Any) -> Any:
    report.refresh_from_db()
    address = reverse("desk:report-act", args=[report.pk, verb])
    return browser.post(address, {"version": report.version, **values}, follow=True)


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("纪要.pdf", b"%PDF-1.4 minutes")


def test_the_legal_officer_compiles_and_sees_the_text_beside_its_findings(
    office_people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_unfed(monkeypatch)
    officer = office_people.at("legal_officer")
    sent = {"year": "2024", "addressees": ADDRESSEES}
    shown = officer.post(reverse("desk:reports"), sent, follow=True)
    assert "2024年法治政府建设情况的报告" in shown.text
    assert "个问题，不能签发" in shown.text  # things stand against signature
    assert "LAW190" in shown.text
    assert reverse("desk:figure", args=["oversight.remarks"]) in shown.text


def test_an_edit_is_saved_and_audited(office_people: People) -> None:
    report, officer = compiled(office_people.bureau), office_people.at("legal_officer")
    shown = act(officer, report, "edit", part="shortcomings", text=OWN_WORDS["shortcomings"])
    assert "已保存并重新审核" in shown.text
    assert OWN_WORDS["shortcomings"] in shown.text


def test_a_typed_number_is_a_finding_until_it_is_waived_with_a_reason(
    office_people: People,
) -> None:
    report, officer = written(office_people.bureau), office_people.at("legal_officer")
    text = "基层力量偏弱，原因是缺编12名。"
    shown = act(officer, report, "edit", part="shortcomings", text=text)
    assert "“12名”是手工键入的数字" in shown.text
    assert "理由" in act(officer, report, "waive", code="NUM001", text="12名", reason="").text
    assert not Waiver.objects.exists()
    shown = act(officer, report, "waive", code="NUM001", text="12名", reason="编制部门核定数")
    assert "审核无问题，可以签发" in shown.text
    assert "编制部门核定数" in shown.text


def test_a_report_with_blockers_is_not_signed_and_says_why(office_people: People) -> None:
    report = compiled(office_people.bureau)
    act(office_people.at("legal_officer"), report, "discuss", on="2025-02-14", paper=paper())
    principal = office_people.bureau.persons["principal"]
    shown = act(
        office_people.at("principal"), report, "sign", signer=str(principal.pk), on="2025-02-18"
    )
    assert "不能签发" in shown.text
    report.refresh_from_db()
    assert report.stage == Stage.DISCUSSED


def test_discussion_signature_issue_publication_and_withdrawal(office_people: People) -> None:
    report, persons = written(office_people.bureau), office_people.bureau.persons
    officer, office = office_people.at("legal_officer"), office_people.at("office")
    act(officer, report, "discuss", on="2025-02-14", paper=paper())
    signer = str(persons["principal"].pk)
    act(office_people.at("principal"), report, "sign", signer=signer, on="2025-02-18")
    act(office, report, "issue", number=NUMBER, on="2025-02-20")
    edition = Edition.objects.get()
    public, reader = reverse("portal:report", args=[edition.pk]), Client()
    assert reader.get(public).status_code == 404
    reviewer = str(persons["legal_officer"].pk)
    act(office, report, "publish", reviewer=reviewer, reason="不涉密，可以公开")
    assert reader.get(public).status_code == 200
    shown = act(office, report, "withdraw", reason="发现表述有误")
    assert "发现表述有误" in shown.text
    assert reader.get(public).status_code == 410
    kept = office.get(reverse("desk:edition-file", args=[edition.pk, "pdf"]))
    assert kept.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "verb"),
    [("principal", "edit"), ("office", "sign"), ("legal_officer", "issue"), ("deputy", "discuss")],
)
def test_an_act_is_refused_to_whoever_may_not_do_it(
    office_people: People, name: str, verb: str
) -> None:
    report = written(office_people.bureau)
    values = {
        "part": "shortcomings",
        "text": "改",
        "signer": str(office_people.bureau.persons["principal"].pk),
        "number": NUMBER,
        "on": "2025-02-18",
    }
    shown = act(office_people.at(name), report, verb, **values)
    assert "said error" in shown.text
    before = report.version
    report.refresh_from_db()
    assert report.version == before


def test_a_stale_page_of_the_report_is_refused_and_says_who_changed_it(
    office_people: People,
) -> None:
    report = compiled(office_people.bureau)
    seen = report.version
    officer = office_people.at("legal_officer")
    act(officer, report, "edit", part="next_year", text=OWN_WORDS["next_year"])
    address = reverse("desk:report-act", args=[report.pk, "edit"])
    stale = {"version": seen, "part": "next_year", "text": "另行安排。"}
    shown = office_people.at("legal_second").post(address, stale, follow=True)
    assert office_people.bureau.persons["legal_officer"].name in shown.text
    report.refresh_from_db()
    assert "另行安排" not in report.parts  # nothing stored, and yet what was typed is not lost:
    assert "您输入的文字没有保存" in shown.text
    assert "另行安排。</pre>" in shown.text


def test_an_unknown_act_is_not_there(office_people: People) -> None:
    report = compiled(office_people.bureau)
    assert act(office_people.at("legal_officer"), report, "burn").status_code == 404
