"""An official table in the report: each cell knows the figure it shows."""

from zhunsheng.gongwen.model import Block, Kind, Run
from zhunsheng.kernel.figure.fill_table import Filled
from zhunsheng.kernel.figure.table import Cell, Split
from zhunsheng.reports.ledgers import FilledTable
from zhunsheng.reports.render import FIGURE, GIVEN, LIST, Renderer

#: Above the names of the lines, and where no register of the bureau keeps what the form asks.
CORNER, NOT_KEPT = "项目", "—"


def table_block(filled_table: FilledTable, renderer: Renderer) -> Block:
    """The table with its heads; what cannot be shown is noted in the renderer."""
    table, lines = filled_table
    heads = [Run(CORNER, kind=GIVEN), *(Run(zh, kind=GIVEN) for zh, _ in table.heads)]
    body = [
        [Run(line.zh, kind=GIVEN), *map(_cell, line.cells, filled, [renderer] * len(filled))]
        for line, filled in lines
    ]
    rows = [heads, *body]
    return Block(
        Kind.TABLE,
        tuple(run for row in rows for run in row),
        rows=tuple(tuple(run.text for run in row) for row in rows),
    )


def _cell(cell: Cell, filled: Filled, renderer: Renderer) -> Run:
    if not filled.key:
        return Run(NOT_KEPT, kind=GIVEN)
    if not filled.text:
        return renderer.lacking(filled.key)
    # A part of a figure is not the figure: what compares figures must not take it for one.
    return Run(filled.text, ref=filled.key, kind=LIST if isinstance(cell, Split) else FIGURE)
