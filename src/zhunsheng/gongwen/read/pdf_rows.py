"""The rows of a PDF page, with their place: what stands in a ruled table stands apart."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from zhunsheng.gongwen.read.pdf_grid import Grid, grids

_BREAKS: Final = frozenset("\r\n")
_NOTHING: Final = frozenset("\x00\ufffe\uffff\xad\u0002\u200b")
_LARGEST_TITLE_PT: Final = 24
_RED: Final = (150, 90)  # of 255: least red, most green and blue
_LINE: Final = re.compile(r"[^\r\n]+")
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff\x00\ufffe\uffff\xad\u0002\u200b]")


class Row(NamedTuple):
    """A line of a page in points: `top` below the page's upper edge, `em` its type size.

    `red` is asked only of what is larger than a title. `first`, `last`: places of its characters
    in the order of the page.
    """

    text: str
    left: float
    right: float
    top: float
    em: float
    first: int
    last: int
    red: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its cells, its upper and lower edge."""

    rows: tuple[tuple[str, ...], ...]
    top: float
    bottom: float
    first_row: float  # height of the row below the head


Item = Row | Table


class _Line(NamedTuple):
    """What the library reads as one line: the places of its first and last character with ink.

    `characters` are given where they do not follow each other in the order of the text.
    """

    text: str
    first: int
    last: int
    characters: tuple[tuple[str, int], ...] = ()

    def each(self) -> Iterable[tuple[str, int]]:
        """Every character with its place."""
        return self.characters or zip(self.text, range(self.first, self.last + 1), strict=False)


def items(page: Any) -> list[Item]:
    """Rows and tables of a page in reading order."""
    text_page, height = page.get_textpage(), page.get_height()
    ruled = grids(page, height)
    text = text_page.get_text_range()
    beyond = _BEYOND.search(text)
    lines = _by_character(text_page) if beyond else _by_text(text_page, text)
    if ruled:
        return _with_tables(text_page, height, ruled, lines)
    return [row for line in lines for row in _row(text_page, height, line)]


def _by_text(text_page: Any, text: str) -> Iterator[_Line]:
    """The lines of most pages: two characters of each tell where it stands."""
    index = pdfium.FPDFText_GetCharIndexFromTextIndex
    for match in _LINE.finditer(text):
        found = match.group()
        words = found.strip()
        if not words:
            continue
        at = match.start() + found.index(words[0])
        first = index(text_page.raw, at)
        last = index(text_page.raw, at + len(words) - 1)
        even = last - first == len(words) - 1
        places = () if even else tuple(index(text_page.raw, at + n) for n in range(len(words)))
        yield _Line(words, first, last, tuple(zip(words, places, strict=False)))


def _by_character(text_page: Any) -> Iterator[_Line]:
    """The lines of a page whose text has characters that count twice, or not at all."""
    current: list[tuple[str, int]] = []
    for character, index in (*_characters(text_page), ("\n", 0)):
        if character not in _BREAKS:
            if character not in _NOTHING:
                current.append((character, index))
            continue
        if line := _line(current):
            yield line
        current = []


def _line(characters: list[tuple[str, int]]) -> _Line | None:
    """The line of these characters; None if none has ink."""
    inked = [index for character, index in characters if not character.isspace()]
    if not inked:
        return None
    text = "".join(character for character, _ in characters).strip()
    return _Line(text, inked[0], inked[-1], tuple(characters))


def _characters(text_page: Any) -> list[tuple[str, int]]:
    return [
        (chr(pdfium.FPDFText_GetUnicode(text_page.raw, index)), index)
        for index in range(text_page.count_chars())
    ]


def _row(text_page: Any, height: float, line: _Line) -> Iterable[Row]:
    text, first, last, _ = line
    start, end = text_page.get_charbox(first), text_page.get_charbox(last)
    em = pdfium.FPDFText_GetFontSize(text_page.raw, first) * scale(text_page, first)
    if em > _LARGEST_TITLE_PT and _is_red(text_page, first):
        return _red_rows(text_page, height, range(first, last + 1), em)
    return (Row(text, start[0], end[2], height - start[3], em, first, last),)


def _red_rows(text_page: Any, height: float, indexes: range, em: float) -> Iterable[Row]:
    """The rows of a red head by the base lines of its characters.

    文件 stands between the names of two organs, and is read with both in one row.
    """
    x, y = ctypes.c_double(), ctypes.c_double()
    found: dict[int, list[int]] = {}
    for index in indexes:
        character = chr(pdfium.FPDFText_GetUnicode(text_page.raw, index))
        if character.isspace() or character in _NOTHING or character in _BREAKS:
            continue
        pdfium.FPDFText_GetCharOrigin(text_page.raw, index, ctypes.byref(x), ctypes.byref(y))
        found.setdefault(round((height - y.value) / em * 3), []).append(index)
    for _, line in sorted(found.items()):
        text = "".join(chr(pdfium.FPDFText_GetUnicode(text_page.raw, index)) for index in line)
        start, end = text_page.get_charbox(line[0]), text_page.get_charbox(line[-1])
        yield Row(text, start[0], end[2], height - start[3], em, line[0], line[-1], red=True)


def _is_red(text_page: Any, index: int) -> bool:
    colours = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(text_page.raw, index, *map(ctypes.byref, colours)):
        return False
    red, green, blue = (colour.value for colour in colours[:3])
    return red > _RED[0] and max(green, blue) < _RED[1]


def scale(text_page: Any, index: int) -> float:
    """What the page's matrix makes of a font size of 1."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page.raw, index, ctypes.byref(matrix)):
        return 1.0
    return abs(matrix.d) or abs(matrix.b) or 1.0


def _with_tables(
    text_page: Any, height: float, ruled: list[Grid], lines: Iterable[_Line]
) -> list[Item]:
    """The page with its tables: of lines as high as a grid, each character is asked its place."""
    found: list[Item | int] = []  # a number stands for the grid of that number
    cells: list[dict[tuple[int, int], str]] = [{} for _ in ruled]
    for line in lines:
        rows = tuple(_row(text_page, height, line))
        if not any(_beside(row, grid) for row in rows for grid in ruled):
            found += rows
            continue
        outside: list[tuple[str, int]] = []
        for character, index in line.each():
            left, bottom, right, top = text_page.get_charbox(index)
            x, y = (left + right) / 2, height - (bottom + top) / 2
            at = next((n for n, grid in enumerate(ruled) if grid.holds(x, y)), None)
            if at is None:
                outside.append((character, index))
                continue
            if at not in found:
                found += _rows_of(text_page, height, outside)
                outside = []
                found.append(at)
            if not pdfium.FPDFText_IsGenerated(text_page.raw, index):
                cell = ruled[at].cell(x, y)
                cells[at][cell] = cells[at].get(cell, "") + character
        found += _rows_of(text_page, height, outside)
    return [_table(ruled[it], cells[it]) if isinstance(it, int) else it for it in found]


def _beside(row: Row, grid: Grid) -> bool:
    """Whether a row is as high on the page as some row of the grid."""
    return grid.rows[0] - row.em < row.top < grid.rows[-1] + row.em


def _rows_of(text_page: Any, height: float, characters: list[tuple[str, int]]) -> Iterable[Row]:
    line = _line(characters)
    return _row(text_page, height, line) if line else ()


def _table(grid: Grid, cells: dict[tuple[int, int], str]) -> Table:
    edges = grid.rows
    first_row = edges[2] - edges[1] if len(edges) > 2 else 0.0
    return Table(grid.filled(cells), edges[0], edges[-1], first_row)
