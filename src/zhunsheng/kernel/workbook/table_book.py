"""Tables of an official form as a workbook, one sheet each, to copy from."""

import io
from collections.abc import Iterable
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.fill_table import Filled, fill
from zhunsheng.kernel.figure.table import CONTENT, Line, Table

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
        sheet.set_column(0, 0, _WIDEST)
        sheet.set_column(1, table.columns, _NARROW)
        sheet.merge_range(0, 0, 0, table.columns, f"{table.zh}（{scope.year}年）", head)
        row = _heads(sheet, 1, Line(_CORNER, "", heads=table.heads), head) if table.heads else 1
        for line, cells in fill(table, scope):
            if line.heads:
                sheet.merge_range(row, 0, row, table.columns, line.zh, head)
                row = _heads(sheet, row + 1, Line(*CONTENT, heads=line.heads), head)
                continue
            sheet.write_string(row, 0, line.zh, plain)
            for place, cell in enumerate(cells, start=1):
                sheet.write(row, place, printed(cell), plain)
            row += 1
    book.close()
    return buffer.getvalue()


def _heads(sheet: Worksheet, row: int, line: Line, head: Format) -> int:
    """The row of heads written; the number of the next row."""
    for place, text in enumerate((line.zh, *(zh for zh, _ in line.heads))):
        sheet.write_string(row, place, text, head)
    return row + 1


def printed(cell: Filled) -> int | float | str:
    """The number, or why there is none."""
    if cell.text:
        number = Decimal(cell.text)
        return int(number) if number == number.to_integral_value() else float(number)
    return _MISSING if cell.key else _NOT_KEPT
