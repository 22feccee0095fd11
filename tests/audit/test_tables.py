"""Totals of tables in files: an altered cell is found; what a table does not say is no finding."""

from collections.abc import Iterator

import pytest

from zhunsheng.audit import Audit, audit
from zhunsheng.audit.page import html
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import Block, Joined, Kind, OfficialDocument
from zhunsheng.gongwen.read import read

Rows = tuple[tuple[str, ...], ...]

#: The national form of requests, shortened: heads in two storeys, results in two columns.
FORM: Rows = (
    ("项目", "", "申请人情况", "", "总计"),
    ("", "", "自然人", "企业", ""),
    ("一、本年新收政府信息公开申请数量", "", "12", "7", "19"),
    ("二、上年结转政府信息公开申请数量", "", "2", "0", "2"),
    ("三、本年度办理结果", "（一）予以公开", "8", "4", "12"),
    ("", "（二）不予公开", "3", "1", "4"),
    ("", "（三）其他处理", "0", "1", "1"),
    ("", "（四）总计", "11", "6", "17"),
    ("四、结转下年度继续办理", "", "3", "1", "4"),
)
JOINED = (
    Joined(0, 0, rows=2, columns=2),
    Joined(0, 2, columns=2),
    Joined(0, 4, rows=2),
    *(Joined(row, 0, columns=2) for row in (2, 3, 8)),
    Joined(4, 0, rows=4),
)
WRITERS = {"docx": write.docx, "pdf": write.pdf, "html": lambda d: write.html(d).encode()}


def audited(rows: Rows, joined: tuple[Joined, ...] = (), form: str = "docx") -> Audit:
    table = Block(Kind.TABLE, rows=rows, joined=joined)
    document = OfficialDocument("", "", (), "关于情况的报告", "市政府", (table,))
    return audit(read(f"a.{form}", WRITERS[form](document)), document=False)


@pytest.mark.parametrize("form", WRITERS)
def test_the_form_of_requests_balances(form: str) -> None:
    result = audited(FORM, JOINED, form)
    assert result.findings == ()
    held = {relation.zh for relation in result.verified}
    assert "四、结转下年度继续办理，自然人：3 = 12 + 2 − 11" in held
    assert "（四）总计，企业：6 = 4 + 1 + 1" in held
    assert "一、本年新收政府信息公开申请数量，总计：19 = 12 + 7" in held
    assert result.coverage.unchecked == ()


def test_the_page_shows_cells_joined_as_they_are() -> None:
    table = Block(Kind.TABLE, rows=FORM, joined=JOINED)
    document = OfficialDocument("", "", (), "关于情况的报告", "市政府", (table,))
    reading = read("a.docx", write.docx(document))
    page = html("a.docx", reading, audit(reading))
    assert '<td colspan="2" rowspan="2">项目</td>' in page
    assert '<td rowspan="4">三、本年度办理结果</td>' in page
    assert "<td></td>" not in page


def _altered() -> Iterator[tuple[int, int]]:
    for at, row in enumerate(FORM):
        yield from ((at, column) for column, cell in enumerate(row) if cell.isdigit())


@pytest.mark.parametrize(("row", "column"), [*_altered()])
def test_a_cell_altered_is_found_and_named(row: int, column: int) -> None:
    cells = [list(cells) for cells in FORM]
    cells[row][column] = str(int(cells[row][column]) + 20)
    result = audited(tuple(map(tuple, cells)), JOINED)
    assert result.findings
    assert {finding.code for finding in result.findings} <= {"REL028", "REL029"}


SILENT: dict[str, Rows] = {
    "visits may be of one enterprise": (
        ("类别", "企业数"), ("规上", "31"), ("高新", "45"), ("合计", "58"),
    ),
    "of which": (
        ("类别", "件数", "人数"), ("来信", "20", "31"), ("其中：联名信", "4", "12"),
        ("来访", "11", "19"), ("合计", "31", "50"),
    ),
    "columns of which": (
        ("科室", "合计", "其中：网上", "窗口"), ("甲", "9", "5", "4"), ("乙", "20", "12", "7"),
    ),
    "rates": (("科室", "办结率", "合计"), ("甲", "95", "12"), ("乙", "97", "30")),
    "columns that are not its parts": (
        ("科室", "合计", "满意", "主办"), ("甲", "30", "12", "9"), ("乙", "41", "17", "20"),
    ),
    "a total of some rows alone": (
        ("项目", "本年", "上年"), ("收入", "300", "280"), ("支出", "210", "190"),
        ("合计", "90", "95"),
    ),
    "words among the figures": (
        ("科室", "件数"), ("甲", "十余件"), ("乙", "20"), ("合计", "35"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SILENT)
def test_what_a_table_does_not_say_is_no_finding(case: str) -> None:
    assert [f.zh for f in audited(SILENT[case]).findings] == []


def test_rounded_figures_add_up_within_their_rounding() -> None:
    rows = (("项目", "万元"), ("甲", "1.34"), ("乙", "2.34"), ("丙", "3.33"), ("合计", "7.0"))
    result = audited(rows)
    assert result.findings == ()
    assert [r.arithmetic for r in result.verified] == ["7 = 1.34 + 2.34 + 3.33"]
