"""The tables of the annual disclosure report on the desk, as a workbook, and by command."""

import io
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from django.urls import reverse
from docx.table import _Cell

from tests.desk.people import People
from zhunsheng.cli.main import main

PAGE = reverse("desk:tables", args=["disclosure"])


def answered(people: People) -> None:
    people.request(reply="opened", replied_on=date(2024, 9, 24))
    people.bureau.close_all(2024)


def test_the_page_shows_every_table_and_each_number_leads_to_its_figure(people: People) -> None:
    answered(people)
    officer = people.at("legal_officer")
    shown = officer.get(f"{PAGE}?year=2024").text
    assert shown.count("<section") == 3
    assert "因政府信息公开工作被申请行政复议、提起行政诉讼情况" in shown
    figure = reverse("desk:figure", args=["disclosure.requests.handled.opened"])
    assert f'<a href="{figure}?year=2024">1</a>' in shown
    assert PAGE in officer.get(f"{reverse('desk:figures')}?year=2024&regime=disclosure").text


def test_what_is_not_closed_is_missing_and_a_regime_without_tables_is_not_there(
    people: People,
) -> None:
    officer = people.at("legal_officer")
    assert "缺数" in officer.get(f"{PAGE}?year=2024").text
    assert officer.get(reverse("desk:tables", args=["study"])).status_code == 404


def test_the_workbook_holds_numbers(people: People) -> None:
    answered(people)
    book = reverse("desk:tables-book", args=["disclosure"])
    data = people.at("legal_officer").get(f"{book}?year=2024").content
    sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert [sheet.title for sheet in sheets][1] == "收到和处理政府信息公开申请情况"
    rows = {row[:3]: row[3:] for row in sheets[1].iter_rows(values_only=True)}
    assert rows["三、本年度办理结果", "（一）予以公开", None] == (0, 1, 0, 0, 0, 0, 1)
    joined = {str(each) for each in sheets[1].merged_cells.ranges}
    assert {"A2:C4", "D2:J2", "E3:I3", "A7:A28", "B9:B16"} <= joined
    first = list(sheets[0].iter_rows(values_only=True))
    assert ("规章", "—", "—", "—") in first
    permits = first.index(("行政许可", 0, None, None))
    assert first[permits - 2 : permits] == [
        ("第二十条第（五）项", None, None, None),
        ("信息内容", "本年处理决定数量", None, None),
    ]


def test_the_word_file_is_the_official_form_with_its_articles(people: People) -> None:
    answered(people)
    word = reverse("desk:tables-word", args=["disclosure"])
    officer = people.at("legal_officer")
    assert word in officer.get(f"{PAGE}?year=2024").text
    _is_the_form(officer.get(f"{word}?year=2024").content)


def _is_the_form(data: bytes) -> None:
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "一、主动公开政府信息情况" in texts
    items, requests, contests = (
        [[_Cell(cell, table).text for cell in row._tr.tc_lst] for row in table.rows]
        for table in document.tables
    )
    assert [row[0] for row in items if row[0].startswith("第二十条")] == [
        f"第二十条第（{number}）项" for number in "一五六八"
    ]
    assert items[1] == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    # As in the official form, an article and what stands alone reach to the edge.
    assert ["第二十条第（五）项"] in items
    assert ["行政许可", "0"] in items
    opened = ["三、本年度办理结果", "（一）予以公开", "0", "1", "0", "0", "0", "0", "1"]
    assert opened in requests
    assert [row[:2] for row in contests[:2]] == [["行政复议", "行政诉讼"], ["结果维持", "结果纠正"]]
    assert contests[-1] == ["0"] * 15


def test_the_command_prints_the_tables_and_says_whether_anything_is_missing(
    people: People, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tables", "disclosure", "2024"]) == 1
    answered(people)
    assert main(["tables", "disclosure", "2024"]) == 0
    assert "未经复议直接起诉" in capsys.readouterr().out
    file = tmp_path / "报表.docx"
    assert main(["tables", "disclosure", "2024", "--docx", str(file)]) == 0
    _is_the_form(file.read_bytes())
    with pytest.raises(SystemExit):
        main(["tables", "study", "2024"])
