"""The empty workbook a division fills: a sheet a register, choices in lists, a guide in front."""

import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter
from django.db import models

from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.workbook.layout import (
    CLOSING_COLUMNS,
    CLOSING_SHEET,
    DECLARED_COLUMNS,
    DECLARED_SHEET,
    EVIDENCE,
    GUIDE_SHEET,
    Column,
    columns_of,
)

_ROWS = 2000
_GUIDE = (
    "每张工作表对应一本台账，请勿改动工作表名称和表头。",
    "表头带*的为必填；日期写成2024-03-05；数字用半角，不加单位。",
    "下拉列表中的内容请从列表选择；编号不得重复。",
    "已经办理的步骤，请在“佐证”栏填写注明日期的扫描件文件名，并与工作簿一并上传；多个文件用；隔开。",
    "全年没有记录的台账，在“报送”表中填写台账、科室、年度，零报告填“是”。",
    "导入时整份检查，有一处问题则整份不保存，请按提示改正后重新导入。",
)


def template(registers: Iterable[Register], agency: Agency) -> bytes:
    """The workbook as .xlsx."""
    listed = tuple(registers)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    styles = {
        "head": book.add_format({"bold": True, "bg_color": "#E8ECF1", "border": 1}),
        "must": book.add_format({"bold": True, "bg_color": "#F6D9D7", "border": 1}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "text": book.add_format({"num_format": "@"}),
    }
    guide = book.add_worksheet(GUIDE_SHEET)
    guide.set_column(0, 0, 100)
    for row, line in enumerate(_GUIDE):
        guide.write_string(row, 0, f"{row + 1}. {line}")
    divisions = [d.name for d in agency.divisions.all()]
    for register in listed:
        _sheet(book, register, divisions, styles)
    _plain(book, CLOSING_SHEET, CLOSING_COLUMNS, styles)
    _plain(book, DECLARED_SHEET, DECLARED_COLUMNS, styles)
    book.close()
    return buffer.getvalue()


def _sheet(book: Any, register: Register, divisions: list[str], styles: dict[str, Any]) -> None:
    sheet = book.add_worksheet(register.zh)
    sheet.freeze_panes(1, 0)
    columns = columns_of(register)
    for place, column in enumerate(columns):
        mark = "*" if column.required else ""
        style = styles["must" if column.required else "head"]
        sheet.write_string(0, place, column.zh + mark, style)
        sheet.set_column(place, place, max(len(column.zh) * 2 + 4, 12), _format(column, styles))
        allowed = _allowed(column, divisions)
        # Excel keeps at most 255 characters of choices in a cell's list.
        if allowed and len(",".join(allowed)) <= 255:
            sheet.data_validation(1, place, _ROWS, place, {"validate": "list", "source": allowed})
    sheet.write_string(0, len(columns), EVIDENCE[0], styles["head"])
    sheet.set_column(len(columns), len(columns), 30)


def _plain(book: Any, name: str, columns: tuple[str, ...], styles: dict[str, Any]) -> None:
    sheet = book.add_worksheet(name)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, styles["head"])
        sheet.set_column(place, place, 24)


def _format(column: Column, styles: dict[str, Any]) -> Any:
    if isinstance(column.field, models.DateField):
        return styles["date"]
    number = isinstance(column.field, models.IntegerField | models.DecimalField)
    return None if number else styles["text"]


def _allowed(column: Column, divisions: list[str]) -> list[str]:
    if column.name == "division":
        return divisions
    if isinstance(column.field, models.BooleanField):
        return ["是", "否"]
    return [both(text)[0] for value, text in column.field.flatchoices if value != ""]
