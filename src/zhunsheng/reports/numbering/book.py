"""The register of a year as a workbook, to print and to bind."""

import io
from collections.abc import Iterable

import xlsxwriter

from zhunsheng.kernel.label import both
from zhunsheng.reports.numbering.register import Entered

_HEADS = ("发文字号", "至", "状态", "文件名称或者说明", "日期", "登记人")
_WIDTHS = (22, 8, 16, 56, 14, 12)


def number_book(entered: Iterable[Entered], *, title: str) -> bytes:
    """The workbook as .xlsx, a line for each line of the register; every cell is text."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    head = book.add_format({"bold": True, "border": 1, "align": "center"})
    plain = book.add_format({"border": 1, "text_wrap": True})
    sheet = book.add_worksheet("发文字号登记")
    sheet.write_string(0, 0, title)
    for place, (name, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(1, place, name, head)
    for line, one in enumerate(entered, start=2):
        for place, text in enumerate(_cells(one)):
            sheet.write_string(line, place, text, plain)
    sheet.freeze_panes(2, 0)
    book.close()
    return buffer.getvalue()


def _cells(one: Entered) -> tuple[str, ...]:
    through = f"{one.row.last}号" if one.row.last > one.row.first else ""
    zh, _ = both(one.use.label)
    return str(one.number), through, zh, one.told, one.on.isoformat(), one.by.name
