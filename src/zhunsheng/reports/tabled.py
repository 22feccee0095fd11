"""An official table in a document: each cell knows the figure it shows."""

from collections.abc import Callable, Iterator

from zhunsheng.gongwen.joins import Part, Rows, on_grid
from zhunsheng.gongwen.model import Block, Joined, Kind, Run
from zhunsheng.kernel.figure.fill_table import Filled
from zhunsheng.kernel.figure.table import CONTENT, Cell, Line, Split, Table
from zhunsheng.reports.ledgers import FilledTable
from zhunsheng.reports.render import FIGURE, GIVEN, LIST

#: Above the names of the lines, and where no register of the bureau keeps what the form asks.
CORNER, NOT_KEPT = "项目", "—"
#: What stands in a cell whose figure cannot be shown, by the figure's key.
Lacking = Callable[[str], Run]


def table_block(filled_table: FilledTable, lacking: Lacking) -> Block:
    """The table with its heads, sub-heads and names, joined as the form joins them."""
    table, lines = filled_table
    told = list(_rows(table, lines, lacking))
    rows, joined = on_grid([[part for _, part in row] for row in told])
    runs = {
        (at, column): run
        for at, row in enumerate(told)
        for column, (run, _) in zip(_begun(at, rows, joined), row, strict=True)
    }
    blank = Run("", kind=GIVEN)
    return Block(
        Kind.TABLE,
        tuple(runs.get((at, c), blank) for at, row in enumerate(rows) for c in range(len(row))),
        rows=rows,
        joined=joined,
    )


def _begun(at: int, rows: Rows, joined: tuple[Joined, ...]) -> list[int]:
    """The columns in which a cell of the row begins."""
    inside = {
        (row, column)
        for j in joined
        for row in range(j.row, j.row + j.rows)
        for column in range(j.column, j.column + j.columns)
        if (row, column) != (j.row, j.column)
    }
    return [column for column in range(len(rows[at])) if (at, column) not in inside]


def _rows(
    table: Table, lines: tuple[tuple[Line, tuple[Filled, ...]], ...], lacking: Lacking
) -> Iterator[list[tuple[Run, Part]]]:
    heads = table.head_rows()
    for at, row in enumerate(heads):
        corner = at == 0 and table.stubs
        yield [
            *([_given(CORNER, table.stubs, len(heads))] if corner else []),
            *(_given(name.zh, name.columns, name.rows) for name in row),
        ]
    for names, (line, filled) in zip(table.line_names(), lines, strict=True):
        if line.heads:
            yield [_given(line.zh, table.stubs + table.columns)]
            yield [_given(CONTENT[0], table.stubs), *(_given(zh) for zh, _ in line.heads)]
        else:
            shown = (_cell(*each, lacking) for each in zip(line.cells, filled, strict=True))
            yield [
                *(_given(name.zh, name.columns, name.rows) for name in names),
                *((run, Part(run.text)) for run in shown),
            ]


def _given(text: str, columns: int = 1, rows: int = 1) -> tuple[Run, Part]:
    return Run(text, kind=GIVEN), Part(text, columns, rows)


def _cell(cell: Cell, filled: Filled, lacking: Lacking) -> Run:
    if not filled.key:
        return Run(NOT_KEPT, kind=GIVEN)
    if not filled.text:
        return lacking(filled.key)
    # A part of a figure is not the figure: what compares figures must not take it for one.
    return Run(filled.text, ref=filled.key, kind=LIST if isinstance(cell, Split) else FIGURE)
