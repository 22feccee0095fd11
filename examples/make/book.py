"""Writing a workbook as a clerk keeps one: a title line, Chinese headers, a sheet a register."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

#: Columns by header, rows as mappings from header to value.
Rows = Sequence[Mapping[str, object]]
#: The sheet another system exports: it has no title of the bureau's.
EXPORT_SHEET = "办件导出"
#: When every example says it was made, so that its bytes never change.
MADE = datetime(2025, 1, 10, 9, 0)  # noqa: DTZ001 - a workbook's date has no zone


def write(path: Path, sheets: Mapping[str, Rows], *, titles: bool = True) -> None:
    """The workbook; a header is every column any row fills, in the order first met."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": MADE, "author": "澜川市科学技术局"})
    styles = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
    }
    for name, rows in sheets.items():
        _sheet(book, name, rows, styles, titled=titles)
    book.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())


def _sheet(book: Any, name: str, rows: Rows, styles: Mapping[str, Any], *, titled: bool) -> None:
    sheet = book.add_worksheet(name)
    headers = list(dict.fromkeys(header for row in rows for header in row))
    top = 0
    if titled and name not in ("报送", "往年数据", EXPORT_SHEET):
        sheet.write_string(0, 0, f"澜川市科学技术局2024年{name}台账", styles["title"])
        top = 1
    for place, header in enumerate(headers):
        sheet.write_string(top, place, header, styles["head"])
        longest = max((_width(row.get(header)) for row in rows), default=0)
        sheet.set_column(place, place, min(max(longest, _width(header)) + 2, 46))
    for line, row in enumerate(rows, start=top + 1):
        for place, header in enumerate(headers):
            _cell(sheet, line, place, row.get(header), styles)
    sheet.freeze_panes(top + 1, 1)


def _cell(sheet: Any, line: int, place: int, value: object, styles: Mapping[str, Any]) -> None:
    if isinstance(value, date):
        sheet.write_datetime(line, place, value, styles["date"])
    elif isinstance(value, bool):
        sheet.write_string(line, place, "是" if value else "否")
    elif isinstance(value, int):
        sheet.write_number(line, place, value)
    elif value not in (None, ""):
        sheet.write_string(line, place, str(value))


def _width(value: object) -> int:
    text = "" if value is None else str(value)
    return sum(2 if ord(char) > 255 else 1 for char in text)
