"""The cells of a table put on its grid: words in the first of those that are joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
