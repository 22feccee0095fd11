"""Workbooks as they sometimes come: each is refused by name, and nothing of it is stored."""

import io
from datetime import date
from pathlib import Path

import xlsxwriter

from examples.make import norms, oversight
from examples.make.book import MADE, Rows, write

_SHEET = "建议提案"


def write_all(folder: Path) -> None:
    """Every faulty workbook into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    good = [
        {**row, "编号": f"市人大建议〔2024〕{901 + place}号"}
        for place, row in enumerate(list(oversight.submissions())[:4])
    ]
    changed: dict[str, list[dict[str, object]]] = {
        "日期错误.xlsx": [
            {"交办日期": "2024-02-30"},
            {"交办日期": "三月上旬"},
            {"交办日期": 45363},
        ],
        "类别不明.xlsx": [{"承办方式": "会办"}, {"类别": "建议"}],
        "编号重复.xlsx": [{"编号": "市人大建议〔2024〕901号"}, {"编号": "市人大建议〔2024〕18号"}],
        "全角数字.xlsx": [{"交办日期": "２０２４-０３-１２"}],
        "必填为空.xlsx": [{"名称": ""}, {"交办机关": None}],
        "前后矛盾.xlsx": [{"答复日期": date(2024, 1, 5)}, {"答复日期": date(2024, 5, 6)}],
    }
    for name, changes in changed.items():
        rows = [{**row, "佐证": None} for row in good]
        for row, change in zip(rows[1:], changes, strict=False):
            row.update(change)
        write(folder / name, {_SHEET: _without_steps(rows, keep=name == "前后矛盾.xlsx")})
    write(
        folder / "未知工作表.xlsx", {"领导批示台账": [{"事项": "批示", "日期": date(2024, 5, 6)}]}
    )
    write(folder / "没有数据.xlsx", {_SHEET: [dict.fromkeys(_without_steps(good)[0])]})
    (folder / "公式单元格.xlsx").write_bytes(_with_formula(_without_steps(good)))
    (folder / "合并表头.xlsx").write_bytes(_with_merged_header(_without_steps(good)))
    (folder / "加密文件.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2040))
    (folder / "空文件.xlsx").write_bytes(b"")
    write(folder / "没有扫描件.xlsx", {"规范性文件": _no_scan()})


def _no_scan() -> Rows:
    return [{**row, "佐证": None} for row in list(norms.documents())[:2]]


def _without_steps(rows: Rows, *, keep: bool = False) -> list[dict[str, object]]:
    """Only what was assigned: no step is claimed, so no scan is wanting."""
    columns = ("名称", "科室", "类别", "编号", "承办方式", "交办机关", "交办日期")
    wanted = (*columns, "答复日期") if keep else columns
    return [{name: row.get(name) for name in wanted} for row in rows]


def _plain(rows: Rows) -> tuple[io.BytesIO, xlsxwriter.Workbook, list[str]]:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": MADE})
    return buffer, book, list(rows[0])


def _with_formula(rows: Rows) -> bytes:
    buffer, book, headers = _plain(rows)
    sheet = book.add_worksheet(_SHEET)
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    for place, header in enumerate(headers):
        sheet.write_string(0, place, header)
        for line, row in enumerate(rows, start=1):
            value = row[header]
            if isinstance(value, date):
                sheet.write_datetime(line, place, value, days)
            else:
                sheet.write_string(line, place, str(value))
    sheet.write_formula(2, headers.index("编号"), '="市人大建议〔2024〕"&30&"号"', None, "30号")
    book.close()
    return buffer.getvalue()


def _with_merged_header(rows: Rows) -> bytes:
    buffer, book, headers = _plain(rows)
    sheet = book.add_worksheet(_SHEET)
    for place, header in enumerate(headers):
        sheet.write_string(0, place, header)
        for line, row in enumerate(rows, start=1):
            sheet.write_string(line, place, str(row[header]))
    sheet.merge_range(0, 2, 0, 3, "类别编号")
    book.close()
    return buffer.getvalue()
