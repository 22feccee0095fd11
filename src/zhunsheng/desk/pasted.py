"""Cells pasted from a spreadsheet, as rows of a register and as the table an import reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.workbook.errors import CellFault
from zhunsheng.kernel.workbook.facets import facet_headers
from zhunsheng.kernel.workbook.layout import EVIDENCE, columns_of

#: More than a page can hold at once; a workbook has no such bound.
MOST = 500
_LEAST = 2  # headers that make the first row a header
_HEADER = 1  # row of the table that is read; its first data row is the next


class PasteError(KernelError):
    """Cells that are not read as a table."""

    code = "PASTE"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of the grid: `zh` heads it in the table an import reads."""

    zh: str
    name: str
    required: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows as wide as the register's columns; `unread` heads pasted columns it does not have."""

    rows: tuple[tuple[str, ...], ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell, and what is wrong with it."""

    text: str
    faults: tuple[str, ...]


def grid_columns(register: Register) -> tuple[GridColumn, ...]:
    """The columns of the register's sheet, in its order, evidence last."""
    own = [
        GridColumn(c.zh, in_language(c.zh, c.en), c.required, _choices(c.field.flatchoices))
        for c in columns_of(register)
    ]
    further = [GridColumn(zh, zh, required=False, choices=()) for zh in facet_headers(register)]
    paper = GridColumn(EVIDENCE[0], in_language(*EVIDENCE), required=False, choices=())
    return (*own, *further, paper)


def pasted(text: str, columns: Sequence[GridColumn]) -> Pasted:
    """The rows: by their headers where the first row holds such, else in the order of the columns.

    Errors: PasteError for too many rows, or quotation marks that do not close.
    """
    table = _table(text)
    names = {word: place for place, c in enumerate(columns) for word in (c.zh, c.name)}
    first = ["".join(cell.split()).strip("*＊") for cell in table[0]] if table else []
    if sum(cell in names for cell in first) < _LEAST:
        wide = len(columns)
        unread = any(cell.strip() for row in table for cell in row[wide:])
        rows = [tuple(row[:wide]) + ("",) * (wide - len(row)) for row in table]
        return Pasted(tuple(rows), (_beyond(wide),) if unread else ())
    places = {names[cell]: place for place, cell in enumerate(first) if cell in names}
    rows = [
        tuple(row[places[n]] if n in places and places[n] < len(row) else "" for n in _of(columns))
        for row in table[1:]
    ]
    return Pasted(tuple(rows), tuple(cell for cell in first if cell and cell not in names))


def as_table(rows: Iterable[Sequence[str]], columns: Sequence[GridColumn]) -> bytes:
    """The table an import reads: every required column, and each other that holds anything.

    A column that nobody filled in is not there: where rows update others it must not empty them.
    """
    lines = list(rows)
    kept = [n for n in _of(columns) if columns[n].required or any(row[n] for row in lines)]
    written = io.StringIO()
    writer = csv.writer(written, delimiter="\t", lineterminator="\n")
    writer.writerow(columns[n].zh for n in kept)
    writer.writerows([row[n] for n in kept] for row in lines)
    return written.getvalue().encode()


def only_lines(table: bytes, lines: set[int]) -> bytes:
    """The table `as_table` wrote, its header and these of its lines, the header being line 1."""
    rows = csv.reader(io.StringIO(table.decode(), newline=""), delimiter="\t")
    kept = [row for line, row in enumerate(rows, start=_HEADER) if line == _HEADER or line in lines]
    written = io.StringIO()
    csv.writer(written, delimiter="\t", lineterminator="\n").writerows(kept)
    return written.getvalue().encode()


def grid(
    rows: Sequence[Sequence[str]], columns: Sequence[GridColumn], faults: Iterable[CellFault]
) -> tuple[list[list[GridCell]], list[str]]:
    """(the cells with their faults, what is wrong with no cell)."""
    names = {c.zh: place for place, c in enumerate(columns)}
    found: dict[tuple[int, int], list[str]] = {}
    rest = []
    for fault in faults:
        place = fault.row - _HEADER - 1, names.get(fault.column, -1)
        said = in_language(fault.zh, fault.en)
        if 0 <= place[0] < len(rows) and place[1] >= 0:
            found.setdefault(place, []).append(said)
        else:
            rest.append(f"{fault.column}：{said}" if fault.column else said)
    cells = [
        [GridCell(text, tuple(found.get((line, n), ()))) for n, text in enumerate(row)]
        for line, row in enumerate(rows)
    ]
    return cells, rest


def _table(text: str) -> list[list[str]]:
    """The rows that hold anything. Excel quotes a cell that holds a line break."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")  # a form sends CRLF
    lines = io.StringIO(plain, newline="")
    try:
        rows = [[c.strip() for c in row] for row in csv.reader(lines, delimiter="\t", strict=True)]
    except csv.Error as error:
        raise PasteError(
            "粘贴的内容不是完整的表格（引号不成对，或单个单元格过长）；请重新复制后粘贴。",
            "what was pasted is no whole table (a quotation mark does not close, or a cell is too"
            " long); copy it again.",
        ) from error
    filled = [row for row in rows if any(row)]
    if len(filled) > MOST + 1:
        raise PasteError(
            f"粘贴了{len(filled)}行，一次最多{MOST}行；请分批粘贴，或用“Excel导入”。",
            f"{len(filled)} rows were pasted, {MOST} at most at once; paste fewer, or import the"
            " workbook.",
        )
    return filled


def _beyond(wide: int) -> str:
    return in_language(f"第{wide}列以后的内容", f"what stands after column {wide}")


def _of(columns: Sequence[GridColumn]) -> range:
    return range(len(columns))


def _choices(flat: Iterable[tuple[object, object]]) -> tuple[str, ...]:
    return tuple(str(text) for value, text in flat if value)
