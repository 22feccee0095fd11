"""Tables as rows of cells: those of a file, and lines parted by tabs in a text that has none."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from zhunsheng.audit.elements import Element
from zhunsheng.audit.model import Mention

_TABBED: Final = 2  # tabs of a line that is a row
_FEWEST: Final = 2  # rows
_WIDEST: Final = 60  # columns; what is wider is no table that somebody adds up
_NOTHING: Final = re.compile(r"[\s—－–\-─/／\\无]*")


class Cell(NamedTuple):
    """A cell by its place in the flow; its figure, if it holds that and nothing else."""

    text: str
    start: int
    figure: Mention | None

    @property
    def empty(self) -> bool:
        """Whether it says that there is nothing: blank, a dash, a stroke."""
        return _NOTHING.fullmatch(self.text) is not None


Row = tuple[Cell, ...]
Grid = tuple[Row, ...]


def grids_of(elements: Sequence[Element], mentions: Sequence[Mention]) -> tuple[Grid, ...]:
    """The tables of a document in order, each with its cells by row; none wider than a page."""
    figures = {mention.start: mention for mention in mentions}
    found = (_grid(run, figures) for run in _runs(elements))
    return tuple(grid for grid in found if len(grid) >= _FEWEST and max(map(len, grid)) <= _WIDEST)


def _runs(elements: Sequence[Element]) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    """(place, cells) of each row, a table at a time."""
    lines: list[tuple[int, tuple[str, ...]]] = []
    for element in elements:
        if not element.rows and element.text.count("\t") >= _TABBED:
            lines.append((element.start, tuple(element.text.split("\t"))))
            continue
        if lines:
            yield lines
            lines = []
        if element.rows:
            yield list(_rows(element))
    if lines:
        yield lines


def _rows(element: Element) -> Iterator[tuple[int, tuple[str, ...]]]:
    at = element.start
    for row in element.rows:
        yield at, row
        at += sum(map(len, row)) + len(row)


def _grid(rows: list[tuple[int, tuple[str, ...]]], figures: Mapping[int, Mention]) -> Grid:
    return tuple(tuple(_cells(start, row, figures)) for start, row in rows)


def _cells(at: int, row: tuple[str, ...], figures: Mapping[int, Mention]) -> Iterator[Cell]:
    for text in row:
        figure = figures.get(at + len(text) - len(text.lstrip()))
        whole = figure is not None and figure.text == text.strip()
        yield Cell(text, at, figure if whole else None)
        at += len(text) + 1
