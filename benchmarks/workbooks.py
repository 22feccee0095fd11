"""Large workbooks of two registers, a row at a time: one with steps and duties, one plain."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

SCAN = "登记簿.pdf"  # the register's scan, named as evidence in every row
_FIRST = date(2024, 1, 2)
_KINDS = ("听取专项工作报告", "视察调研", "执法检查")
_CATEGORIES = ("机构职能", "统计信息", "财政预算决算", "政府集中采购", "其他应当公开的信息")

Row = Sequence[object]


def items_published(rows: int) -> Iterator[Row]:
    """主动公开信息 (items published): three steps, a duty and a scan behind each row."""
    yield (
        "索引号", "名称", "科室", "公开类别", "形成日期", "三审三校完成日期", "保密审查日期",
        "首次公开日期", "撤下日期", "撤下原因", "佐证",
    )  # fmt: skip
    for n in range(rows):
        formed = _FIRST + timedelta(days=n % 300)
        days = [formed + timedelta(days=k) for k in (3, 4, 5 + n % 30)]
        yield (
            f"LC-2024-{n:06d}", f"澜川市科技计划项目管理信息第{n}号公开", "办公室",
            _CATEGORIES[n % len(_CATEGORIES)], formed, *days, None, None, SCAN,
        )  # fmt: skip


def acts_of_supervision(rows: int) -> Iterator[Row]:
    """人大监督事项 (acts of supervision): rows with neither procedure nor duty."""
    yield ("名称", "科室", "监督方式", "日期", "组织机关", "提出的意见", "落实情况报告日期")
    for n in range(rows):
        held = _FIRST + timedelta(days=n % 300)
        yield (
            f"市人大常委会第{n}次视察科技创新平台", "办公室", _KINDS[n % len(_KINDS)], held,
            "澜川市人大常委会", f"加快科技成果转化，完善第{n % 40}项配套措施",
            held + timedelta(days=40),
        )  # fmt: skip


def write(path: Path, sheet_name: str, rows: Iterator[Row]) -> None:
    """The rows as .xlsx with date cells; memory stays small."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet(sheet_name)
    for line, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(line, place, value, days)
            elif value is not None:
                sheet.write_string(line, place, str(value))
    book.close()
