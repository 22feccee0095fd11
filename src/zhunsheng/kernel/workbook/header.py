"""Finding a sheet's header row and what each of its columns means."""

from collections.abc import Sequence
from dataclasses import dataclass

from zhunsheng.kernel.workbook.cells import text_of
from zhunsheng.kernel.workbook.errors import CellFault
from zhunsheng.kernel.workbook.layout import EVIDENCE, Column
from zhunsheng.kernel.workbook.opened import Sheet

_LOOK = 10


@dataclass(frozen=True, slots=True)
class Header:
    """The header's index in the sheet and, for each known column, its place."""

    index: int
    places: dict[str, int]
    evidence: int | None
    further: dict[str, int]


def header_of(
    sheet: Sheet, columns: Sequence[Column], further: Sequence[str] = ()
) -> tuple[Header | None, list[CellFault]]:
    """The header, or None with the faults that keep the sheet from being read."""
    names = {alias: c.name for c in columns for alias in c.headings}
    index = _row_with_most(sheet, set(names) | set(EVIDENCE))
    if index is None:
        return None, [_no_header(sheet, columns)]
    faults = list(_merged(sheet, index))
    places: dict[str, int] = {}
    evidence = None
    others: dict[str, int] = {}
    for place, cell in enumerate(sheet.rows[index]):
        text = _plain(cell)
        if text in EVIDENCE:
            evidence = place
        elif text in further:
            others[text] = place
        elif text and text not in names:
            faults.append(_unknown(sheet, index, text, columns))
        elif text and names[text] in places:
            faults.append(_twice(sheet, index, text))
        elif text:
            places[names[text]] = place
    faults += [
        _missing(sheet, index, column)
        for column in columns
        if column.required and column.name not in places
    ]
    return (None if faults else Header(index, places, evidence, others)), faults


def is_headed(sheet: Sheet, columns: Sequence[Column]) -> bool:
    """Whether one of the first rows names every column the register requires."""
    required = [set(c.headings) for c in columns if c.required]
    return any(
        all(names & told for names in required)
        for told in ({_plain(cell) for cell in row} for row in sheet.rows[:_LOOK])
    )


def _no_header(sheet: Sheet, columns: Sequence[Column]) -> CellFault:
    zh = "、".join(c.zh for c in columns)
    return CellFault(
        sheet.name,
        1,
        "",
        "",
        f"前{_LOOK}行中找不到表头；表头应为：{zh}",
        f"no header in the first {_LOOK} rows; it should be: {zh}",
    )


def _twice(sheet: Sheet, index: int, text: str) -> CellFault:
    return CellFault(
        sheet.name,
        index + 1,
        text,
        text,
        "表头重复；请删去其中一列",
        "this header stands twice; delete one column",
    )


def _missing(sheet: Sheet, index: int, column: Column) -> CellFault:
    return CellFault(
        sheet.name,
        index + 1,
        column.zh,
        "",
        f"缺少必填列“{column.zh}”；请按模板补上这一列",
        f"the required column '{column.zh}' is missing; add it as in the template",
    )


def _row_with_most(sheet: Sheet, known: set[str]) -> int | None:
    best, found = None, 1
    for index, row in enumerate(sheet.rows[:_LOOK]):
        hits = sum(_plain(cell) in known for cell in row)
        if hits > found:
            best, found = index, hits
    return best


def _plain(cell: object) -> str:
    """A header without the marks a template adds: spaces, line breaks, the asterisk."""
    return "".join(text_of(cell).split()).strip("*＊")


def _merged(sheet: Sheet, index: int) -> list[CellFault]:
    if not any(row == index + 1 for _, row in sheet.merged):
        return []
    return [
        CellFault(
            sheet.name,
            index + 1,
            "",
            "",
            "表头含合并单元格，无法对应各列；请取消合并，每列一个名称",
            "the header holds merged cells; unmerge them and give each column its own name",
        )
    ]


def _unknown(sheet: Sheet, index: int, text: str, columns: Sequence[Column]) -> CellFault:
    known = "、".join(c.zh for c in columns)
    return CellFault(
        sheet.name,
        index + 1,
        text,
        text,
        f"没有这一列，其内容将无处保存；请改名或删除（可用的列：{known}、佐证）",
        f"there is no such column and its content would be lost; rename or delete it"
        f" (columns: {known}, 佐证)",
    )
