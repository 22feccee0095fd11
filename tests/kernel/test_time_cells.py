"""A time of day is read as the clerk sees it, however the cell is formatted."""

import io
from datetime import time

import pytest
import xlsxwriter

from zhunsheng.kernel.workbook.cells import text_of
from zhunsheng.kernel.workbook.opened import open_workbook


@pytest.mark.parametrize("form", ["hh:mm", "h:mm:ss"])
def test_a_time_cell_of_excel_is_a_time_as_typed(form: str) -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("表")
    sheet.write_datetime(0, 0, time(9, 30), book.add_format({"num_format": form}))
    sheet.write_string(0, 1, "09:30")
    book.close()
    [read] = open_workbook("台账.xlsx", buffer.getvalue())
    assert [text_of(cell) for cell in read.rows[0]] == ["09:30", "09:30"]
