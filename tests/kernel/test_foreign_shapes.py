"""Exports as other systems shape them: titles, merged groups, odd separators, rows that vanish."""

import io
from collections.abc import Sequence

import openpyxl
import pytest

from tests.kernel.test_foreign_tables import EXPORT, LINES, mapped
from tests.kernel.test_import_again import confirm, load
from zhunsheng.kernel.record.models import BatchChange, Version
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.workbook.delimited import open_delimited
from zhunsheng.kernel.workbook.foreign_header import likely_heads
from zhunsheng.kernel.workbook.load import Checked, check_workbook
from zhunsheng.kernel.workbook.marked import marked
from zhunsheng.kernel.workbook.opened import Sheet, open_workbook
from zhunsheng.regimes.oversight.models import Submission


def _sheet(*rows: Sequence[object]) -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet("导出", [[*row, *[""] * (width - len(row))] for row in rows], (), ())


GROUPED = (
    ("办件", "事项", "受理", "", "办结", ""),
    ("", "", "日期", "经办人", "日期", "结果"),
    ("B1", "奖励申报", "2024-03-04", "周可", "2024-03-08", "准予"),
)


@pytest.mark.parametrize(
    ("rows", "index", "names"),
    [
        ((("编号", "标题"), ("1", "甲")), 0, ("编号", "标题")),
        # A title, an empty row and the name of who printed it above the header.
        ((("市政务服务平台办件导出",), (), ("制表人", "周可"), ("编号", "标题", "日期")), 3,
         ("编号", "标题", "日期")),
        (GROUPED, 1, ("办件", "事项", "受理-日期", "经办人", "办结-日期", "结果")),
        ((("办件导出",), *GROUPED), 2,
         ("办件", "事项", "受理-日期", "经办人", "办结-日期", "结果")),
        # A first row of data with an empty first cell is no second row of the header.
        ((("序号", "标题", "备注"), ("", "甲", "乙")), 0, ("序号", "标题", "备注")),
        ((("日期", "标题", "日期"),), 0, ("日期", "标题", "日期（2）")),
    ],
)  # fmt: skip
def test_the_header_is_found_below_titles_and_under_groups(
    rows: Sequence[Sequence[object]], index: int, names: tuple[str, ...]
) -> None:
    heads = likely_heads(_sheet(*rows))
    assert (heads.index, heads.names) == (index, names)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("title", ["", "提案办理系统，2024年导出\r\n\r\n"])
def test_cells_are_parted_by_the_sign_of_the_table_not_of_its_title(sign: str, title: str) -> None:
    text = title + sign.join(("提案号", "案由")) + "\r\n" + sign.join(("0031", "关于A的提案"))
    rows = open_delimited("导出.csv", text.encode("gb18030")).rows
    assert rows[-1] == ["0031", "关于A的提案"]


def test_tabs_that_keep_zeros_part_nothing_and_a_line_may_name_the_sign() -> None:
    kept = open_delimited("导出.csv", "号,名,日\n\t0031\t,\t甲\t,\t2024\t\n".encode())
    assert kept.rows[1] == ["0031", "甲", "2024"]
    said = open_delimited("导出.csv", "sep=|\n号|名，甲,乙\n1|丙\n".encode())
    assert [row for row in said.rows if row[0]] == [["号", "名，甲,乙"], ["1", "丙"]]
    assert said.rows[1][0] == "号"  # lines are counted as in the file


def _book(*rows: Sequence[object], merged: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


HEAD = [
    ("提案办理情况导出",),
    ("提案号", "案由", "交办", "", "系统备注"),
    ("", "", "承办类型", "交办时间", ""),
]
MERGED = ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3")


@pytest.mark.django_db
def test_a_workbook_with_titles_and_a_merged_header_is_read_and_its_faults_marked() -> None:
    bureau = make_bureau()
    mapped(bureau)
    rows = [*HEAD, ("0031", "关于科技金融的提案", "主办件", "2024-03-04", "")]
    done = load(bureau, _book(*rows, merged=MERGED), name="导出.xlsx")
    assert done.total == 1
    wrong = _book(*rows, ("0032", "关于中试的提案", "主办件", "二月三十", ""), merged=MERGED)
    checked = _checked(bureau, wrong, name="导出.xlsx")
    assert [(f.row, f.column) for f in checked.faults] == [(5, "交办日期")]
    book = openpyxl.load_workbook(
        io.BytesIO(marked("导出.xlsx", wrong, checked.faults, theirs=checked.theirs))
    )
    assert book["Sheet1"]["D5"].comment is not None
    assert book["Sheet1"]["A5"].comment is None


def _checked(bureau: Bureau, data: bytes, name: str = "导出.csv") -> Checked:
    return check_workbook(
        name,
        data,
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
    )


@pytest.mark.django_db
def test_rows_that_vanished_from_the_source_are_told_and_left_alone() -> None:
    bureau = make_bureau()
    mapped(bureau)
    third = "0033,关于实验室的提案,主办件,2024-03-06,政协,\n"
    april = "0040,关于四月的提案,主办件,2024-04-09,政协,\n"
    confirm(bureau, load(bureau, (EXPORT + "".join(LINES) + third).encode(), name="三月.csv"))
    confirm(bureau, load(bureau, (EXPORT + april).encode(), name="四月.csv"))
    again = _checked(bureau, (EXPORT + LINES[0] + third).encode())
    # The April row is of other days: an export of March says nothing of it.
    assert [(g.number, g.title) for g in again.gone] == [("0032", "关于中试基地的提案")]
    before = Version.objects.count()
    void(Submission.objects.get(number="0032"), by=bureau.persons["legal_second"], reason="已撤案")
    assert Version.objects.count() == before + 1
    assert _checked(bureau, (EXPORT + LINES[0] + third).encode()).gone == ()


@pytest.mark.django_db
def test_a_row_with_a_fault_has_not_vanished_nor_has_one_entered_by_hand() -> None:
    bureau = make_bureau()
    mapped(bureau)
    confirm(bureau, load(bureau, (EXPORT + "".join(LINES)).encode(), name="三月.csv"))
    faulty = EXPORT + LINES[0] + LINES[1].replace("会办件", "不明")
    checked = _checked(bureau, faulty.encode())
    assert (len(checked.faults), checked.gone) == (1, ())
    by_hand = bureau.confirmed(
        Submission, division="office", title="手工登记的提案", number="0099", body="cppcc",
        role="lead", assigned_on=Submission.objects.get(number="0031").assigned_on,
        assigned_by="市政协",
    )  # fmt: skip
    assert by_hand.pk not in {
        g.item for g in _checked(bureau, (EXPORT + "".join(LINES)).encode()).gone
    }
    assert not BatchChange.objects.exists()


def test_merged_cells_of_a_register_sheet_are_still_refused() -> None:
    (sheet,) = open_workbook("导出.xlsx", _book(*HEAD, merged=MERGED))
    assert (2, 2) in sheet.merged
