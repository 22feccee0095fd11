"""Tables of an official form as a workbook, one sheet each, to copy from."""

import io
from collections.abc import Iterable
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.fill_table import Filled, fill
from zhunsheng.kernel.figure.table import CONTENT, Name, Table

_CORNER = "项目"  # above the names of the lines
_NOT_KEPT, _MISSING = "—", "未报送"  # no register keeps it; not closed
_WIDEST, _NARROW = 44, 14
_SHEET = 31  # characters a sheet's name may have


def table_book(tables: Iterable[Table], scope: Scope) -> bytes:
    """The workbook as .xlsx, in Chinese as the form is."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"})
    plain = book.add_format({"border": 1, "text_wrap": True})
    for table in tables:
        sheet = book.add_worksheet(table.zh[:_SHEET])
        stubs, last = table.stubs, table.stubs + table.columns - 1
        if stubs:
            sheet.set_column(0, stubs - 1, _WIDEST / stubs)
        sheet.set_column(stubs, last, _NARROW)
        sheet.merge_range(0, 0, 0, last, f"{table.zh}（{scope.year}年）", head)
        row = _heads(sheet, 1, table, head)
        for names, (line, cells) in zip(table.line_names(), fill(table, scope), strict=True):
            if line.heads:
                sheet.merge_range(row, 0, row, last, line.zh, head)
                row += 1
            for name in (Name(*CONTENT, 0, stubs),) if line.heads else names:
                _write(sheet, row, name, head if line.heads else plain)
            for place, (zh, _) in enumerate(line.heads, start=stubs):
                sheet.write_string(row, place, zh, head)
            for place, cell in enumerate(cells, start=stubs):
                sheet.write(row, place, printed(cell), plain)
            row += 1
    book.close()
    return buffer.getvalue()


def _heads(sheet: Worksheet, row: int, table: Table, head: Format) -> int:
    """The heads and their corner written; the number of the next row."""
    rows = table.head_rows()
    if rows and table.stubs:
        _write(sheet, row, Name(_CORNER, "", 0, table.stubs, len(rows)), head)
    for at, names in enumerate(rows, start=row):
        for name in names:
            _write(sheet, at, name, head)
    return row + len(rows)


def _write(sheet: Worksheet, row: int, name: Name, form: Format) -> None:
    """A name in its cells, which are one."""
    if name.rows * name.columns == 1:
        sheet.write_string(row, name.column, name.zh, form)
        return
    right = name.column + name.columns - 1
    sheet.merge_range(row, name.column, row + name.rows - 1, right, name.zh, form)


def printed(cell: Filled) -> int | float | str:
    """The number, or why there is none."""
    if cell.text:
        number = Decimal(cell.text)
        return int(number) if number == number.to_integral_value() else float(number)
    return _MISSING if cell.key else _NOT_KEPT
