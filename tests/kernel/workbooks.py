"""Small workbooks for the tests, as a clerk would keep them."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import xlsxwriter

from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.layout import columns_of

Rows = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """An .xlsx with these sheets; dates become date cells."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(r, c, value, days)
                elif isinstance(value, str) and value.startswith("="):
                    sheet.write_formula(r, c, value)
                elif value is not None:
                    sheet.write(r, c, value)
    book.close()
    return buffer.getvalue()


HEAD = (
    "名称", "科室", "文号", "统一登记号", "是否规范性文件", "认定理由", "制定方式", "制定依据",
    "涉及重大权益", "涉及经营主体生产经营", "公布日期", "佐证",
)  # fmt: skip


def document(number: str, **changes: object) -> list[object]:
    """A row of the register of normative documents, with changes by header."""
    row: dict[str, object] = dict(
        zip(
            HEAD,
            (
                f"管理办法之{number}", "政策法规科", number, f"登记{number}", "是", "普遍约束力",
                "本单位制定", "科学技术进步法", "是", "否", date(2024, 3, 15), "登记簿.pdf",
            ),
            strict=True,
        )
    )  # fmt: skip
    return list((row | changes).values())


def table(
    name: str, rows: Sequence[Mapping[str, object]], *, paper: str
) -> tuple[str, list[list[object]]]:
    """The register's sheet with a column for each field the rows give, the scan beside each."""
    register = next(r for r in registry().registers() if r.zh == name)
    columns = [c for c in columns_of(register) if any(c.name in row for row in rows)]
    told = [[*(row.get(c.name) for c in columns), paper] for row in rows]
    return name, [[*(c.zh for c in columns), "佐证"], *told]
