"""The ruled tables of a PDF page: level and upright lines that together make cells."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from zhunsheng.gongwen.joins import Rows
from zhunsheng.gongwen.model import Joined
from zhunsheng.gongwen.read import pdf_calls as calls

_THIN: Final = 2.0  # points: the most a line is thick
_SHORTEST: Final = 8.0
_NEAR: Final = 2.0  # lines closer than this are one
_MOST_OBJECTS: Final = 20_000  # a drawing, not a page of text


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's lines in points from the page's upper left corner: `columns` x, `rows` y.

    `joined`: the cells that no line parts.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    joined: tuple[Joined, ...] = ()

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.columns[0] < x < self.columns[-1] and self.rows[0] < y < self.rows[-1]

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """(row, column) of the cell that holds a point."""
        row, column = bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1
        each = self._joined_at(row, column)
        return (each.row, each.column) if each else (row, column)

    def right_of(self, row: int, column: int) -> float:
        """Where the cell ends."""
        each = self._joined_at(row, column)
        return self.columns[column + (each.columns if each else 1)]

    def _joined_at(self, row: int, column: int) -> Joined | None:
        for each in self.joined:
            down, right = row - each.row, column - each.column
            if 0 <= down < each.rows and 0 <= right < each.columns:
                return each
        return None

    def filled(self, cells: dict[tuple[int, int], str]) -> tuple[Rows, tuple[Joined, ...]]:
        """All rows, with the words that each cell holds, and the joined cells.

        Cells of one row that are joined up to the edge are the last of a short row.
        """
        width = len(self.columns) - 1
        short = {j.row: j.column + 1 for j in self.joined if _is_short(j, width)}
        rows = tuple(
            tuple(cells.get((r, c), "").strip() for c in range(short.get(r, width)))
            for r in range(len(self.rows) - 1)
        )
        return rows, tuple(j for j in self.joined if not _is_short(j, width))


def grids(page: Any, height: float) -> list[Grid]:
    """The tables of a page from the top; a line alone, such as those of the imprint, is none."""
    level: list[tuple[float, float, float]] = []  # left, right, y
    upright: list[tuple[float, float, float]] = []  # top, bottom, x
    for left, bottom, right, top in _lines(page):
        if top - bottom <= _THIN and right - left >= _SHORTEST:
            level.append((left, right, height - (top + bottom) / 2))
        elif right - left <= _THIN and top - bottom >= _SHORTEST:
            upright.append((height - top, height - bottom, (left + right) / 2))
    if len(upright) < 2 or len(level) < 2:
        return []
    return [grid for band in _bands(upright) if (grid := _grid(band, level))]


def _lines(page: Any) -> Iterable[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each path of the page."""
    edges = (ctypes.c_float * 4)()
    refs = [ctypes.byref(edges, 4 * at) for at in range(4)]
    raw, path = page.raw, pdfium.FPDF_PAGEOBJ_PATH
    for at in range(min(calls.count_objects(raw), _MOST_OBJECTS)):
        item = calls.object_at(raw, at)
        if calls.type_of(item) == path and calls.bounds_of(item, *refs):
            left, bottom, right, top = edges
            yield left, bottom, right, top


def _bands(upright: list[tuple[float, float, float]]) -> list[list[tuple[float, float, float]]]:
    """The upright lines of each table: those that overlap in height belong together."""
    bands: list[list[tuple[float, float, float]]] = []
    lowest = float("-inf")
    for line in sorted(upright):
        if line[0] > lowest + _NEAR:
            bands.append([])
        bands[-1].append(line)
        lowest = max(lowest, line[1])
    return bands


def _grid(
    band: list[tuple[float, float, float]], level: list[tuple[float, float, float]]
) -> Grid | None:
    columns = _merged(x for _, _, x in band)
    top, bottom = min(line[0] for line in band), max(line[1] for line in band)
    rows = _merged(
        y
        for left, right, y in level
        if top - _NEAR <= y <= bottom + _NEAR
        and left < columns[-1] + _NEAR
        and right > columns[0] - _NEAR
    )
    if len(columns) < 2 or len(rows) < 2:
        return None
    beside = _unparted(columns, rows, band)
    under = _unparted(rows, columns, level)
    return Grid(columns, rows, tuple(_joined(len(rows) - 1, len(columns) - 1, beside, under)))


def _is_short(joined: Joined, width: int) -> bool:
    return joined.rows == 1 and joined.column + joined.columns == width


def _unparted(
    edges: tuple[float, ...],
    across: tuple[float, ...],
    lines: list[tuple[float, float, float]],
) -> set[tuple[int, int]]:
    """(edge, cell) of each inner edge that no line draws there: the cell goes on behind it.

    `across` are the edges of the cells along it. A line is its start, its end and its place.
    """
    drawn: list[list[tuple[float, float]]] = [[] for _ in edges]
    for start, end, place in lines:
        at = bisect_right(edges, place + _NEAR) - 1
        if at >= 0 and place < edges[at] + 2 * _NEAR:
            drawn[at].append((start, end))
    middles = [(before + after) / 2 for before, after in pairwise(across)]
    return {
        (at, cell)
        for at in range(1, len(edges) - 1)
        for cell, middle in enumerate(middles)
        if not any(start <= middle <= end for start, end in drawn[at])
    }


def _joined(
    rows: int, columns: int, beside: set[tuple[int, int]], under: set[tuple[int, int]]
) -> Iterator[Joined]:
    """The rectangles of cells that no line parts, from the upper left; other shapes stay parted."""
    held: set[tuple[int, int]] = set()
    if not beside and not under:
        return
    for row in range(rows):
        for column in range(columns):
            if (row, column) in held:
                continue
            right = column + 1
            while (right, row) in beside and (row, right) not in held:
                right += 1
            across = range(column, right)
            below = row + 1
            while all((below, c) in under for c in across) and all(
                ((c, below) in beside) == (column < c < right) for c in range(column, right + 1)
            ):
                below += 1
            if (below - row) * len(across) > 1:
                held.update((r, c) for r in range(row, below) for c in across)
                yield Joined(row, column, below - row, len(across))


def _merged(values: Iterable[float]) -> tuple[float, ...]:
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value > merged[-1] + _NEAR:
            merged.append(value)
    return tuple(merged)
