"""The cells of a table put on its grid, words in the first of those joined; and taken from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from zhunsheng.gongwen.model import Joined

_MOST: Final = 100  # columns a cell may ask for: a hostile file asks for a thousand million

Rows = tuple[tuple[str, ...], ...]


class Part(NamedTuple):
    """A cell as the file has it: its words, and over how many columns and rows it goes."""

    words: str
    columns: int = 1
    rows: int = 1


def on_grid(parts: Sequence[Iterable[Part]]) -> tuple[Rows, tuple[Joined, ...]]:
    """The rows of the table and its joined cells.

    The last cell of a row, if it goes over several columns of this row alone, ends a short row.
    """
    taken: set[tuple[int, int]] = set()
    joined: list[Joined] = []
    rows = []
    for at, row in enumerate(parts):
        words: list[str] = []
        cells = list(row)
        for nth, part in enumerate(cells, start=1):
            _pad(words, taken, at)
            columns, tall = min(max(part.columns, 1), _MOST), _height(part, at, len(parts))
            first = len(words)
            words.append(part.words)
            if tall == 1 and (
                columns == 1 or (nth == len(cells) and (at, first + columns) not in taken)
            ):
                continue
            words += [""] * (columns - 1)
            joined.append(Joined(at, first, tall, columns))
            below = range(at + 1, at + tall)
            taken.update((r, c) for r in below for c in range(first, first + columns))
        _pad(words, taken, at)
        rows.append(tuple(words))
    return tuple(rows), tuple(joined)


def _height(part: Part, at: int, rows: int) -> int:
    return min(max(part.rows, 1), rows - at)


def _pad(words: list[str], taken: set[tuple[int, int]], row: int) -> None:
    while (row, len(words)) in taken:
        words.append("")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is drawn: where it begins, over how many rows and columns; its words.

    `goes_on`: it is the rest of one that begins in a row above.
    """

    column: int
    columns: int
    rows: int
    text: str
    goes_on: bool = False


def laid(rows: Rows, joined: Iterable[Joined]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of each row from the left, those that go on from above among them."""
    most = max(map(len, rows), default=0)
    over = {(row, each.column): each for each in joined for row in _rows_of(each)}
    return tuple(tuple(_laid(at, row, most, over)) for at, row in enumerate(rows))


def _laid(
    at: int, row: tuple[str, ...], most: int, over: Mapping[tuple[int, int], Joined]
) -> Iterator[Cell]:
    column = 0
    while column < len(row):
        each = over.get((at, column))
        if each:
            yield Cell(column, each.columns, each.rows, row[column], each.row < at)
        else:
            last = column == len(row) - 1
            yield Cell(column, most - column if last else 1, 1, row[column])
        column += each.columns if each else 1


def _rows_of(joined: Joined) -> range:
    return range(joined.row, joined.row + joined.rows)
