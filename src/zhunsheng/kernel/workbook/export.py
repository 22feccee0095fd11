"""A register's rows as a workbook: the same sheet and headers an import reads."""

import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.db import models

from zhunsheng.kernel.label import both
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.workbook.layout import Column, columns_of, number_of


def export(register: Register, rows: Iterable[Record]) -> bytes:
    """The workbook as .xlsx. Text is written as text: a cell that begins with “=” stays words."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet(register.zh)
    head = book.add_format({"bold": True, "bg_color": "#E8ECF1", "border": 1})
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    columns = columns_of(register)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.zh, head)
        sheet.set_column(place, place, max(len(column.zh) * 2 + 4, 14))
    sheet.freeze_panes(1, 0)
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            _write(sheet, line, place, _value(row, column), days)
    book.close()
    return buffer.getvalue()


def _write(sheet: Any, line: int, place: int, value: object, days: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(line, place, value, days)
    elif isinstance(value, int | Decimal):
        sheet.write_number(line, place, value)
    elif value not in (None, ""):
        sheet.write_string(line, place, str(value))


def _value(row: Record, column: Column) -> object:
    value = getattr(row, column.name)
    if isinstance(column.field, models.BooleanField):
        return "是" if value else "否"
    if column.field.choices:
        return {v: both(text)[0] for v, text in column.field.flatchoices}.get(value, value)
    if isinstance(value, Record):
        return getattr(value, number_of(type(value)))
    return (
        value if isinstance(value, date | int | Decimal) else ("" if value is None else str(value))
    )
