"""An inspection's list of items: read as the inspectors give it, each item with what proves it."""

from collections.abc import Sequence
from dataclasses import dataclass

from zhunsheng.kernel.workbook.cells import text_of
from zhunsheng.kernel.workbook.opened import Sheet
from zhunsheng.kernel.workbook.source import opened_sheets
from zhunsheng.reports.errors import ReportError

#: How inspectors head the columns of their lists.
NUMBERS = ("序号", "编号", "项目编号", "指标序号", "事项编号")
TEXTS = (
    "内容", "事项", "检查事项", "督察事项", "督察内容", "检查内容", "考核内容", "检查项目", "项目",
    "评分内容", "要求",
)  # fmt: skip
#: The column that says what proves the item; it is ours, filled in once.
PROVEN_BY = "指标或台账"
_PROVING = (PROVEN_BY, "指标", "台账", "制度", "指标代码", "对应指标", "佐证来源")
_SEPARATORS = str.maketrans(dict.fromkeys("、，,；;\n", "|"))
_DEEPEST = 10  # rows in which the header is looked for


class InspectionListError(ReportError):
    """A list of items that cannot be read, or names what there is not."""

    code = "INSPECTION_LIST"


@dataclass(frozen=True, slots=True)
class Item:
    """An item as the inspectors number and word it; `proven_by` names figures or registers."""

    number: str
    text: str
    proven_by: tuple[str, ...]


def read_list(name: str, data: bytes) -> tuple[Item, ...]:
    """The items, in order. Errors: InspectionListError; WorkbookError for no table at all."""
    for sheet in opened_sheets(name, data):
        header = _header(sheet)
        if header is None:
            continue
        at, number, text, proving = header
        items = _items(sheet.rows[at + 1 :], number, text, proving)
        if items:
            return items
    raise InspectionListError(
        f"“{name}”中没有找到事项清单：表头应有“序号”和“内容”（或“事项”“检查内容”等）两栏。",
        f"'{name}' holds no list of items: its header needs a column 序号 and a column 内容.",
    )


def _header(sheet: Sheet) -> tuple[int, int | None, int, int | None] | None:
    """(row, column of the number, of the text, of what proves it)."""
    for at, row in enumerate(sheet.rows[:_DEEPEST]):
        names = ["".join(text_of(cell).split()) for cell in row]
        text = _place(names, TEXTS)
        if text is not None:
            return at, _place(names, NUMBERS), text, _place(names, _PROVING)
    return None


def _place(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)


def _items(
    rows: Sequence[Sequence[object]], number: int | None, text: int, proving: int | None
) -> tuple[Item, ...]:
    found: list[Item] = []
    for row in rows:
        words = text_of(row[text])
        named = text_of(row[proving]) if proving is not None else ""
        if words:
            own = text_of(row[number]) if number is not None else ""
            found.append(Item(own or str(len(found) + 1), words, _split(named)))
        elif named and found:
            # A merged item with several rows of what proves it.
            last = found[-1]
            found[-1] = Item(last.number, last.text, (*last.proven_by, *_split(named)))
    return tuple(found)


def _split(named: str) -> tuple[str, ...]:
    parts = (part.strip() for part in named.translate(_SEPARATORS).split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))
