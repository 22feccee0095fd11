"""The ruled tables of a PDF page: level and upright lines that together make cells."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from zhunsheng.gongwen.read import pdf_calls as calls

_THIN: Final = 2.0  # points: the most a line is thick
_SHORTEST: Final = 8.0
_NEAR: Final = 2.0  # lines closer than this are one
_MOST_OBJECTS: Final = 20_000  # a drawing, not a page of text


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's lines in points from the page's upper left corner: `columns` x, `rows` y.

    `cells`: how many each row has; the last of fewer than the widest's reaches to the edge.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[int, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.columns[0] < x < self.columns[-1] and self.rows[0] < y < self.rows[-1]

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """(row, column) of the cell that holds a point."""
        row = bisect_right(self.rows, y) - 1
        return row, min(bisect_right(self.columns, x), self.cells[row]) - 1

    def right_of(self, row: int, column: int) -> float:
        """Where the cell ends."""
        return self.columns[column + 1] if column + 1 < self.cells[row] else self.columns[-1]

    def filled(self, cells: dict[tuple[int, int], str]) -> tuple[tuple[str, ...], ...]:
        """All rows, with the words that each cell holds."""
        return tuple(
            tuple(cells.get((r, c), "").strip() for c in range(count))
            for r, count in enumerate(self.cells)
        )


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
    return Grid(columns, rows, tuple(_cells(columns, pairwise(rows), band)))


def _cells(
    columns: tuple[float, ...],
    rows: Iterable[tuple[float, float]],
    band: list[tuple[float, float, float]],
) -> Iterator[int]:
    """How many cells each row has: those before the last inner line that parts it."""
    drawn: list[list[tuple[float, float]]] = [[] for _ in columns]
    for top, bottom, x in band:
        drawn[bisect_right(columns, x + _NEAR) - 1].append((top, bottom))
    for above, below in rows:
        middle, count = (above + below) / 2, len(columns) - 1
        while count > 1 and not any(top <= middle <= end for top, end in drawn[count - 1]):
            count -= 1
        yield count


def _merged(values: Iterable[float]) -> tuple[float, ...]:
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value > merged[-1] + _NEAR:
            merged.append(value)
    return tuple(merged)
