"""The clerk's own workbook again, its faulty cells marked and explained."""

import io
import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from zhunsheng.kernel.workbook.cells import text_of
from zhunsheng.kernel.workbook.delimited import SUFFIXES, open_delimited
from zhunsheng.kernel.workbook.errors import CellFault
from zhunsheng.kernel.workbook.layout import FAULT_SHEET
from zhunsheng.kernel.workbook.opened import open_workbook

_HEAD = ("工作表", "行", "列", "填写内容", "问题和改法")
_WIDTHS = (18, 6, 18, 24, 70)
_RED = PatternFill("solid", start_color="FFFFC7CE")
_LOOK = 10
_REFUSED = re.compile(r"[\[\]:*?/\\]")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def marked(
    name: str,
    data: bytes,
    faults: Sequence[CellFault],
    *,
    theirs: Mapping[str, Mapping[str, str]] = {},
) -> bytes:
    """An .xlsx: first a list of every fault, then the sheets, each faulty cell red with its note.

    `theirs` are, by sheet of another system, its names of the register's columns.

    Errors: WorkbookError where the file cannot be opened.
    """
    book = _book(name, data)
    for sheet in book.worksheets:
        places = _places(sheet)
        for fault in faults:
            if sheet_title(fault.sheet) == sheet.title and fault.row:
                own = theirs.get(fault.sheet, {}).get(fault.column, fault.column)
                _mark(sheet, fault, places.get(own))
    _list(book, faults)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def sheet_title(name: str) -> str:
    """The name as Excel takes it for a sheet: 31 characters, without the signs it refuses."""
    return _REFUSED.sub("_", name)[:31]


def _book(name: str, data: bytes) -> Workbook:
    if name.lower().endswith(SUFFIXES):
        table = open_delimited(name, data)
        book = Workbook()
        sheet = book.active or book.create_sheet()
        sheet.title = sheet_title(table.name)
        for row in table.rows:
            sheet.append([_harmless(text_of(cell)) for cell in row])
        return book
    list(open_workbook(name, data))  # refuses what is not safe to open
    return load_workbook(io.BytesIO(data))


def _places(sheet: Worksheet) -> dict[str, int]:
    """Header → column, from the first rows."""
    found: dict[str, int] = {}
    for row in sheet.iter_rows(min_row=1, max_row=_LOOK):
        for cell in row:
            text = "".join(str(cell.value or "").split()).strip("*＊")
            if text and cell.column:
                found.setdefault(text, cell.column)
    return found


def _mark(sheet: Worksheet, fault: CellFault, place: int | None) -> None:
    cell = sheet.cell(row=fault.row, column=place or 1)
    if not hasattr(cell, "fill"):
        return  # inside a merged range: the list names it
    cell.fill = _RED
    said = f"{fault.zh}" if place else f"{fault.column}：{fault.zh}"
    before = f"{cell.comment.text}\n" if cell.comment else ""
    cell.comment = Comment(before + said, "准绳", width=320, height=120)


def _list(book: Workbook, faults: Sequence[CellFault]) -> None:
    if FAULT_SHEET in book.sheetnames:
        del book[FAULT_SHEET]
    sheet = book.create_sheet(FAULT_SHEET, 0)
    sheet.append(list(_HEAD))
    for fault in faults:
        sheet.append([fault.sheet, fault.row or "", fault.column, _harmless(fault.value), fault.zh])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=2):
        row[-1].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    book.active = 0


def _harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
