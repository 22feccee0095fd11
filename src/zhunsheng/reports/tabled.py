"""An official table in a document: each cell knows the figure it shows."""

from collections.abc import Callable, Iterator

from zhunsheng.gongwen.joins import Part, laid, on_grid
from zhunsheng.gongwen.model import Block, Kind, Run
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
    runs = [[Run("", kind=GIVEN)] * len(row) for row in rows]
    for row, cells, shown in zip(runs, laid(rows, joined), told, strict=True):
        begun = (cell for cell in cells if not cell.goes_on)
        for cell, (run, _) in zip(begun, shown, strict=True):
            row[cell.column] = run
    return Block(Kind.TABLE, tuple(run for row in runs for run in row), rows=rows, joined=joined)


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
