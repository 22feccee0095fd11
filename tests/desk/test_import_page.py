"""The import page: every fault by sheet, row and column, and nothing of a faulty file stored."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.desk.people import People
from tests.kernel.workbooks import HEAD, document, workbook
from zhunsheng.kernel.record.models import Batch, Item, Standing
from zhunsheng.regimes.norms.models import NormativeDocument

PAGE = reverse("desk:imports")
SHEET = "规范性文件"  # the sheet of normative documents
GOOD = workbook({SHEET: [HEAD, document("1号"), document("2号")]})
FAULTY = workbook(
    {SHEET: [HEAD, document("1号", 公布日期="2024-02-30"), document("2号", 制定方式="联合")]}
)


def sent(people: People, browser: Client, data: bytes, **more: str) -> Any:
    given = {
        "division": str(people.bureau.divisions["legal"].pk),
        "workbook": SimpleUploadedFile("台账.xlsx", data),
        "papers": SimpleUploadedFile("登记簿.pdf", b"%PDF-1.4 register"),
    }
    return browser.post(PAGE, given | more, follow=True)


def test_a_faulty_workbook_shows_its_faults_and_leaves_nothing(people: People) -> None:
    answer = sent(people, people.at("legal_recorder"), FAULTY)
    assert answer.status_code == 422
    assert "“台账.xlsx”未导入：共2处问题" in answer.text
    shown = [(f.sheet, f.row, f.column, f.value) for f in answer.context["faults"]]
    assert shown == [(SHEET, 2, "公布日期", "2024-02-30"), (SHEET, 3, "制定方式", "联合")]
    assert "这一天不存在；请核对日期" in answer.text  # there is no such day
    assert not Item.objects.exists()
    assert not Batch.objects.exists()


def test_the_faults_are_told_in_english_too(people: People) -> None:
    browser = people.at("legal_recorder")
    browser.post(reverse("desk:language"), {"language": "en"})
    answer = sent(people, browser, FAULTY)
    assert "was not stored: 2 faults" in answer.text
    assert all(f.en in answer.text for f in answer.context["faults"])


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(people: People) -> None:
    answer = sent(people, people.at("legal_recorder"), b"no workbook at all")
    assert answer.status_code == 200
    assert "said error" in answer.text
    assert "台账.xlsx" in answer.text
    assert not Item.objects.exists()


def test_without_a_workbook_the_page_asks_for_one(people: People) -> None:
    division = str(people.bureau.divisions["legal"].pk)
    answer = people.at("legal_recorder").post(PAGE, {"division": division}, follow=True)
    assert "请选择科室和工作簿" in answer.text  # choose a division and a workbook


def test_an_import_waits_for_a_second_person_and_then_counts(people: People) -> None:
    importer, officer = people.at("legal_recorder"), people.at("legal_officer")
    assert "已导入2行" in sent(people, importer, GOOD).text
    batch = Batch.objects.get()
    confirm = reverse("desk:confirm-batch", args=[batch.pk])
    assert confirm not in importer.get(PAGE).text
    assert "台账.xlsx" in officer.get(reverse("desk:home")).text
    assert confirm in officer.get(PAGE).text
    assert importer.post(confirm).status_code == 403
    officer.post(confirm)
    standings = NormativeDocument.objects.values_list("standing", flat=True)
    assert set(standings) == {Standing.CONFIRMED}


def test_an_import_sent_twice_is_stored_once(people: People) -> None:
    browser = people.at("legal_recorder")
    key = browser.get(PAGE).context["key"]
    for _ in range(2):
        assert sent(people, browser, GOOD, key=key).status_code == 200
    assert Batch.objects.count() == 1
    assert NormativeDocument.objects.count() == 2


def test_an_import_is_known_to_its_division_and_to_those_who_see_everything(
    people: People,
) -> None:
    sent(people, people.at("legal_recorder"), GOOD)
    for name, knows in (("office", True), ("head", False), ("recorder", False)):
        assert ("台账.xlsx" in people.at(name).get(PAGE).text) == knows, name
    confirm = reverse("desk:confirm-batch", args=[Batch.objects.get().pk])
    assert people.at("head").post(confirm).status_code == 404


def test_a_recorder_imports_for_their_own_divisions_only(people: People) -> None:
    sent(people, people.at("recorder"), GOOD)
    assert not Item.objects.exists()


def test_the_template_of_a_register_is_a_workbook(people: People) -> None:
    answer = people.at("recorder").get(reverse("desk:template", args=["norms.normativedocument"]))
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["Content-Disposition"]
