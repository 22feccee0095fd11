"""The words of evidence are searched: read apart, only of records one sees, failures told."""

import io
from datetime import date
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.people import People, record_page
from tests.kernel.workbooks import workbook
from zhunsheng.cli.commands import read_evidence
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.models import File, FileText
from zhunsheng.kernel.evidence.store import path_of, store
from zhunsheng.kernel.evidence.words import read_words
from zhunsheng.kernel.evidence.words_apart import words_apart
from zhunsheng.regimes.oversight.models import TeamRemark

PAGE = reverse("desk:search")
MINUTES = "会议研究了智慧园区建设资金安排，"  # the meeting took up the money of a smart park
WORDS = f"{MINUTES}同意按程序推进。"


def paper(text: str = WORDS) -> bytes:
    """A Word file with a heading and one paragraph."""
    document = docx.Document()
    document.add_paragraph("会议纪要")
    document.add_paragraph(text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def remark(people: People, division: str = "rnd") -> TeamRemark:
    return people.bureau.confirmed(
        TeamRemark,
        title="关于经费的意见",
        about="经费",
        made_on=date(2024, 3, 4),
        division=division,
    )


def sent(people: People, row: TeamRemark, name: str, data: bytes) -> Any:
    """The recorder attaches the file on the record's page."""
    form = {"file": SimpleUploadedFile(name, data), "version": row.version}
    return people.at("recorder").post(record_page(row, "attach"), form, follow=True)


def hits(people: People, name: str, q: str) -> list[tuple[str, str, str]]:
    found = people.at(name).get(PAGE, {"q": q}).context["found"]
    return [(h.record.title, h.column, h.word) for register in found for h in register.hits]


def test_a_record_is_found_by_the_words_of_its_evidence_and_the_place_is_shown(
    people: People,
) -> None:
    row = remark(people)
    sent(people, row, "纪要.docx", paper())
    assert hits(people, "legal_officer", "智慧园区") == [(row.title, "佐证“纪要.docx”", "智慧园区")]
    page = people.at("legal_officer").get(PAGE, {"q": "智慧园区"}).text
    assert "研究了<mark>智慧园区</mark>建设资金安排" in page
    assert hits(people, "legal_officer", "智慧园区 经费")  # one word here, one there
    assert not hits(people, "legal_officer", "智慧园区 采购")


def test_a_phrase_stands_as_it_is(people: People) -> None:
    sent(people, remark(people), "纪要.docx", paper())
    assert hits(people, "legal_officer", "“园区建设资金”")
    assert not hits(people, "legal_officer", "“建设园区资金”")


def test_evidence_of_another_division_is_not_found(people: People) -> None:
    row = remark(people, division="office")
    attach(row, store("纪要.docx", paper()), by=people.bureau.persons["office"], kind="paper")
    assert read_words(File.objects.get()).text
    assert hits(people, "recorder", "智慧园区") == []
    assert hits(people, "office", "智慧园区")


def test_what_cannot_be_read_is_said_and_found_by_its_name(people: People) -> None:
    row = remark(people)
    page = sent(people, row, "签到照片.jpg", b"\xff\xd8 not a picture")
    assert "“签到照片.jpg”只能按文件名查到：图片中的文字不读取。" in page.text
    later = people.at("legal_officer").get(record_page(row)).text
    assert "只能按文件名查到： 图片中的文字不读取" in later
    assert hits(people, "legal_officer", "签到照片") == [(row.title, "佐证“签到照片.jpg”", "")]
    assert "said warning" in sent(people, row, "损坏.pdf", b"%PDF-1.4 damaged").text
    assert FileText.objects.get(file__name="损坏.pdf").unread_zh


def test_what_was_not_read_yet_is_counted_and_read_by_the_daily_job(
    people: People, capsys: pytest.CaptureFixture[str]
) -> None:
    row = remark(people)
    attach(row, store("纪要.docx", paper()), by=people.bureau.persons["recorder"], kind="paper")
    page = people.at("legal_officer").get(PAGE, {"q": "智慧园区"}).text
    assert "1份佐证尚未读取内容" in page
    assert hits(people, "legal_officer", "智慧园区") == []
    assert read_evidence.run([]) == 0
    assert "读取1份佐证，尚余0份" in capsys.readouterr().out
    assert hits(people, "legal_officer", "智慧园区")
    assert "尚未读取内容" not in people.at("legal_officer").get(PAGE, {"q": "智慧园区"}).text


@pytest.mark.django_db
def test_the_cells_of_a_workbook_are_words_too() -> None:
    file = store("名单.xlsx", workbook({"名单": [["单位", "金额"], ["澜川量子研究院", 120]]}))
    assert "澜川量子研究院 120" in words_apart(file.name, path_of(file.digest)).text


@pytest.mark.django_db
def test_a_file_that_is_gone_stops_nothing() -> None:
    file = store("纪要.docx", paper("已不在存储中"))
    path_of(file.digest).unlink()
    assert read_words(file).unread_zh == "文件不在存储中"
