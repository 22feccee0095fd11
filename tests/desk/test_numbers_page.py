"""The register of document numbers as a page: every number of the year, and the next one."""

import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from tests.desk.people import People
from zhunsheng.reports.models.number import Use
from zhunsheng.reports.numbering.register import numbers_of

pytestmark = pytest.mark.django_db
PAGE, ENTER, BOOK = (reverse(f"desk:numbers{n}") for n in ("", "-enter", "-book"))
TITLE = "关于申报科技项目的通知"  # the call for projects


def send(people: People, place: int, **sent: str) -> str:
    """The page after the office sent the form."""
    told = {"number": f"澜科〔2025〕{place}号", "as": "use", "told": TITLE, "on": "2025-02-20"}
    return people.at("office").post(ENTER, told | sent, follow=True).text


def states(people: People) -> list[tuple[str, str]]:
    return [(str(n.number), n.use) for n in numbers_of(people.bureau.agency, 2025)]


def test_each_number_stands_with_its_document_its_day_and_its_state(people: People) -> None:
    send(people, 1)
    send(people, 2, **{"as": "reserve", "told": "年度报告"})
    page = send(people, 3, **{"as": "void", "told": "打印错误"})
    assert states(people) == [
        ("澜科〔2025〕1号", Use.OTHER),
        ("澜科〔2025〕2号", Use.RESERVED),
        ("澜科〔2025〕3号", Use.VOID),
    ]
    for word in (TITLE, "2025-02-20", "预留", "作废", "打印错误"):
        assert word in page
    assert 'value="澜科〔2025〕4号"' in page  # the next one stands in the box


def test_a_number_in_use_or_out_of_order_is_refused_on_the_page(people: People) -> None:
    send(people, 1)
    assert "不能重复使用" in send(people, 1)
    assert "下一号是澜科〔2025〕2号" in send(people, 3)
    assert states(people) == [("澜科〔2025〕1号", Use.OTHER)]


def test_what_is_no_day_is_refused_by_name_and_nothing_is_dated_today(people: People) -> None:
    assert "“2025-02-30”不是日期" in send(people, 1, on="2025-02-30")
    assert states(people) == []


def test_several_used_together_are_one_line(people: People) -> None:
    page = send(people, 1, last="4")
    assert "澜科〔2025〕1号至4号" in page
    assert 'value="澜科〔2025〕5号"' in page


def test_nothing_is_entered_without_saying_as_what(people: People) -> None:
    assert people.at("office").post(ENTER, {"number": "澜科〔2025〕1号"}).status_code == 400
    assert states(people) == []


def test_others_read_the_register_and_enter_nothing(people: People) -> None:
    send(people, 1)
    officer = people.at("legal_officer")
    page = officer.get(PAGE, {"year": "2025"}).text
    assert TITLE in page
    assert "<select" not in page.split("<main")[1]
    assert officer.post(ENTER, {"as": "use"}).status_code == 403
    assert people.at("recorder").get(PAGE).status_code == 403


def test_the_register_of_a_year_is_a_workbook(people: People) -> None:
    send(people, 1, told="=SUM(1)")
    data = people.at("office").get(BOOK, {"year": "2025"}).content
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert "2025年发文字号登记" in str(sheet.cell(1, 1).value)
    line = [cell.value for cell in sheet[3]]
    assert line[0] == "澜科〔2025〕1号"
    assert line[3] == "=SUM(1)"
    assert sheet.cell(3, 4).data_type != "f"  # text, no formula
    assert line[4] == date(2025, 2, 20).isoformat()


def test_another_year_has_its_own_numbers(people: People) -> None:
    send(people, 1)
    assert TITLE not in people.at("office").get(PAGE, {"year": "2024"}).text
