"""An inspection's list as a workbook to be completed once: what is proposed, and all there is."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from zhunsheng.kernel.org.models import Agency
from zhunsheng.reports.evidence_pack.inspection import PROVEN_BY, Item
from zhunsheng.reports.evidence_pack.items import choices, proposed

_ITEMS = ("序号", "内容", PROVEN_BY)
_CHOICES = ("代码", "名称", "类别")


def mapping_workbook(agency: Agency, items: Iterable[Item]) -> bytes:
    """Two sheets: the items with what their words suggest; the keys that may be written there."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    rows = [(i.number, i.text, "、".join(i.proven_by)) for i in proposed(agency, items)]
    _sheet(book, "检查事项", _ITEMS, rows, (8, 80, 50))
    _sheet(book, "可选项", _CHOICES, list(choices(agency)), (44, 44, 10))
    book.close()
    return buffer.getvalue()


def _sheet(
    book: xlsxwriter.Workbook,
    name: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#E8ECF1", "border": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.write_string(0, place, heading, head)
        sheet.set_column(place, place, width)
    for line, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            sheet.write_string(line, place, cell[:32000], wrapped)
    sheet.freeze_panes(1, 0)
