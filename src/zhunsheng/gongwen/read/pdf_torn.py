"""Tables of a PDF that a page breaks: made whole, without the head that is repeated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from zhunsheng.gongwen.joins import Part, laid, on_grid
from zhunsheng.gongwen.model import Joined, head_rows
from zhunsheng.gongwen.read.pdf_rows import Item, Table

_BOTTOM_PT: Final = 262 * 72 / 25.4  # of the type area
_ROOM_PT: Final = 12
_NEAR_PT: Final = 2.0


def rejoined(pages: list[list[Item]], is_aside: Callable[[Item], bool]) -> list[list[Item]]:
    """The pages with each table whole; page numbers and marks, which stand aside, part none."""
    if not any(isinstance(item, Table) for page in pages for item in page):
        return pages
    whole: list[list[Item]] = []
    before: tuple[list[Item], int] | None = None  # where the table a page ends with stands
    for page in pages:
        kept, text = list(page), [item for item in page if not is_aside(item)]
        whole.append(kept)
        first = text[0] if text else None
        if before and isinstance(first, Table):
            items, at = before
            table = items[at]
            assert isinstance(table, Table)
            if together := _together(table, first):
                items[at] = together
                kept.remove(first)
                if len(text) == 1:
                    continue
        last = text[-1] if text else None
        before = (kept, kept.index(last)) if isinstance(last, Table) and last in kept else None
    return whole


def _together(table: Table, rest: Table) -> Table | None:
    """The table with its rest from the head of the next page; None for two tables.

    The rest has the same head, and its first row, or its last two, had no room on the page before.
    Two tables of one head that meet so at a page's end cannot be told apart. Cells that the page
    parts are one again.
    """
    if table.bottom + rest.least + _ROOM_PT <= _BOTTOM_PT:
        return None
    # A page shows only the columns that some row on it parts.
    edges = _merged(table.columns, rest.columns)
    table, rest = _on_columns(table, edges), _on_columns(rest, edges)
    head, end = head_rows(rest.joined), len(table.rows)
    if len(rest.rows) <= head or table.rows[:head] != rest.rows[:head]:
        return None
    last, first = _cells(table, end - 1), _cells(rest, head)
    torn = {
        begun: replace(begun, rows=begun.rows + first[at].rows)
        for at, begun in last.items()
        if at in first and _is_torn(begun, first[at], rest.rows[head][begun.column])
    }
    gone = {first[each.column, each.columns] for each in torn}
    joined = [
        *(each for each in table.joined if each not in torn),
        *torn.values(),
        *(
            replace(each, row=each.row - head + end)
            for each in rest.joined
            if each.row >= head and each not in gone
        ),
    ]
    joined.sort(key=lambda each: (each.row, each.column))
    return replace(table, rows=(*table.rows, *rest.rows[head:]), joined=tuple(joined))


def _cells(table: Table, row: int) -> dict[tuple[int, int], Joined]:
    """The cells of a row by their column and their width."""
    over = [j for j in table.joined if j.row <= row < j.row + j.rows]
    covered = {c for j in over for c in range(j.column, j.column + j.columns)}
    single = (Joined(row, c) for c in range(len(table.rows[row])) if c not in covered)
    return {(each.column, each.columns): each for each in (*over, *single)}


def _is_torn(above: Joined, below: Joined, words: str) -> bool:
    """Whether the page parts one cell: its words stand above, and it is tall on one page at least.

    Of two rows torn apart each has a cell of its own, one of them empty: that is not to be seen.
    """
    return not words and (above.rows > 1 or below.rows > 1)


def _merged(some: tuple[float, ...], others: tuple[float, ...]) -> tuple[float, ...]:
    """The edges of both, each once."""
    edges: list[float] = []
    for edge in sorted((*some, *others)):
        if not edges or edge > edges[-1] + _NEAR_PT:
            edges.append(edge)
    return tuple(edges)


def _on_columns(table: Table, edges: tuple[float, ...]) -> Table:
    """The same table on a grid with more columns."""
    if len(table.columns) == len(edges):
        return replace(table, columns=edges)
    places = [min(range(len(edges)), key=lambda n: abs(edges[n] - at)) for at in table.columns]
    parts = [
        [
            Part(cell.text, places[cell.column + cell.columns] - places[cell.column], cell.rows)
            for cell in row
            if not cell.goes_on
        ]
        for row in laid(table.rows, table.joined)
    ]
    rows, joined = on_grid(parts)
    return replace(table, rows=rows, joined=joined, columns=edges)
