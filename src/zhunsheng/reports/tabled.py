"""An official table in a document: each cell knows the figure it shows."""

from collections.abc import Callable, Iterator

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
    """The table with its heads and sub-heads; a name or a head may reach to the form's edge."""
    table, lines = filled_table
    rows = list(_rows(table, lines, lacking))
    return Block(
        Kind.TABLE,
        tuple(run for row in rows for run in row),
        rows=tuple(tuple(run.text for run in row) for row in rows),
    )


def _rows(
    table: Table, lines: tuple[tuple[Line, tuple[Filled, ...]], ...], lacking: Lacking
) -> Iterator[list[Run]]:
    if table.heads:
        yield _names(CORNER, table.heads)
    for line, filled in lines:
        if line.heads:
            yield _names(line.zh, ())
            yield _names(CONTENT[0], line.heads)
        else:
            cells = zip(line.cells, filled, strict=True)
            yield [Run(line.zh, kind=GIVEN), *(_cell(cell, of, lacking) for cell, of in cells)]


def _names(first: str, heads: tuple[tuple[str, str], ...]) -> list[Run]:
    return [Run(first, kind=GIVEN), *(Run(zh, kind=GIVEN) for zh, _ in heads)]


def _cell(cell: Cell, filled: Filled, lacking: Lacking) -> Run:
    if not filled.key:
        return Run(NOT_KEPT, kind=GIVEN)
    if not filled.text:
        return lacking(filled.key)
    # A part of a figure is not the figure: what compares figures must not take it for one.
    return Run(filled.text, ref=filled.key, kind=LIST if isinstance(cell, Split) else FIGURE)
