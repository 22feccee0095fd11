"""Filling a table: every cell from the year's confirmed rows, or why it stays empty."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Fact, Scope, Status
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.figure.table import Cell, Line, Split, Table
from zhunsheng.kernel.in_use import used_by


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell as it is printed; `missing_from` says who has not closed, `key` the figure behind.

    Neither text nor key: no register of the bureau keeps this.
    """

    text: str = ""
    key: str = ""
    missing_from: tuple[str, ...] = ()


def fill(table: Table, scope: Scope) -> tuple[tuple[Line, tuple[Filled, ...]], ...]:
    """Every line with its cells, from confirmed rows."""
    figures = used_by(scope.agency_id).figures()
    found = facts(scope, [key for key in table.figures() if key in figures])
    split = _split(table, scope, found)
    return tuple((line, tuple(_cell(c, found, split) for c in line.cells)) for line in table.lines)


def _cell(cell: Cell, found: dict[str, Fact], split: dict[Split, int]) -> Filled:
    key = cell.figure if isinstance(cell, Split) else cell
    fact = found.get(key)
    if fact is None:
        return Filled()
    if fact.status != Status.VALUE or fact.value is None:
        return Filled(key=key, missing_from=fact.missing_from)
    number = split.get(cell, 0) if isinstance(cell, Split) else fact.value
    return Filled(f"{number:f}" if not isinstance(number, int) else str(number), key)


def _split(table: Table, scope: Scope, found: dict[str, Fact]) -> dict[Split, int]:
    """One query for each figure and field that is split and is not zero."""
    figures = used_by(scope.agency_id).figures()
    wanted: Iterable[tuple[str, str]] = dict.fromkeys(
        (cell.figure, cell.field)
        for line in table.lines
        for cell in line.cells
        if isinstance(cell, Split) and cell.figure in found and found[cell.figure].value
    )
    counts: dict[Split, int] = {}
    for key, field in wanted:
        rows = rows_of(figures[key], scope).order_by().values(field).annotate(n=Count("pk"))
        counts |= {Split(key, field, row[field]): row["n"] for row in rows}
    return counts
