"""The rows of a PDF page, with their place: what stands in a ruled table stands apart."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

from zhunsheng.gongwen.read.pdf_grid import Grid, grids

_BREAKS: Final = frozenset("\r\n")
_NOTHING: Final = frozenset("\x00\ufffe\uffff\xad\u0002\u200b")
_LARGEST_TITLE_PT: Final = 24
_RED: Final = (150, 90)  # of 255: least red, most green and blue
_LINE: Final = re.compile(r"[^\r\n]+")
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff\x00\ufffe\uffff\xad\u0002\u200b]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page in points: `top` below the page's upper edge, `em` its type size.

    `red` is asked only of what is larger than a title.
    """

    text: str
    left: float
    right: float
    top: float
    em: float
    red: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its cells, its upper and lower edge."""

    rows: tuple[tuple[str, ...], ...]
    top: float
    bottom: float
    first_row: float  # height of the row below the head


Item = Row | Table


def items(page: Any) -> list[Item]:
    """Rows and tables of a page in reading order."""
    text_page, height = page.get_textpage(), page.get_height()
    ruled = grids(page, height)
    if ruled:
        return _with_tables(text_page, height, ruled)
    text = text_page.get_text_range()
    if _BEYOND.search(text):
        return list(_rows(text_page, height, _characters(text_page)))
    # Most pages: two characters of each row tell where it stands.
    return [
        row
        for match in _LINE.finditer(text)
        if (found := match.group()).strip()
        for row in _row(text_page, height, found.strip(), *_ends(text_page, match.start(), found))
    ]


def _ends(text_page: Any, start: int, found: str) -> tuple[int, int]:
    """The index of the first and of the last character with ink."""
    first = start + len(found) - len(found.lstrip())
    last = start + len(found.rstrip()) - 1
    index = pdfium.FPDFText_GetCharIndexFromTextIndex
    return index(text_page.raw, first), index(text_page.raw, last)


def _characters(text_page: Any) -> list[tuple[str, int]]:
    return [
        (chr(pdfium.FPDFText_GetUnicode(text_page.raw, index)), index)
        for index in range(text_page.count_chars())
    ]


def _rows(text_page: Any, height: float, characters: list[tuple[str, int]]) -> Iterator[Row]:
    current: list[tuple[str, int]] = []
    for character, index in (*characters, ("\n", 0)):
        if character not in _BREAKS:
            if character not in _NOTHING:
                current.append((character, index))
            continue
        inked = [i for c, i in current if not c.isspace()]
        if inked:
            text = "".join(c for c, _ in current).strip()
            yield from _row(text_page, height, text, inked[0], inked[-1])
        current = []


def _row(text_page: Any, height: float, text: str, first: int, last: int) -> Iterable[Row]:
    start, end = text_page.get_charbox(first), text_page.get_charbox(last)
    em = pdfium.FPDFText_GetFontSize(text_page.raw, first) * _scale(text_page, first)
    if em > _LARGEST_TITLE_PT and _is_red(text_page, first):
        return _red_rows(text_page, height, range(first, last + 1), em)
    return (Row(text, start[0], end[2], height - start[3], em),)


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
        yield Row(text, start[0], end[2], height - start[3], em, red=True)


def _is_red(text_page: Any, index: int) -> bool:
    colours = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(text_page.raw, index, *map(ctypes.byref, colours)):
        return False
    red, green, blue = (colour.value for colour in colours[:3])
    return red > _RED[0] and max(green, blue) < _RED[1]


def _scale(text_page: Any, index: int) -> float:
    """What the page's matrix makes of a font size of 1."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page.raw, index, ctypes.byref(matrix)):
        return 1.0
    return abs(matrix.d) or abs(matrix.b) or 1.0


def _with_tables(text_page: Any, height: float, ruled: list[Grid]) -> list[Item]:
    """The page character by character: those inside a grid go to its cells."""
    outside: list[tuple[str, int]] = []
    cells: list[dict[tuple[int, int], str]] = [{} for _ in ruled]
    places: dict[int, int] = {}  # where in `outside` the first character of a grid would stand
    for character, index in _characters(text_page):
        at = None
        if character not in _BREAKS and character not in _NOTHING:
            left, bottom, right, top = text_page.get_charbox(index)
            x, y = (left + right) / 2, height - (bottom + top) / 2
            at = next((n for n, grid in enumerate(ruled) if grid.holds(x, y)), None)
        if at is None:
            outside.append((character, index))
            continue
        if at not in places:
            places[at] = len(outside)
            outside.append(("\n", index))
        if not pdfium.FPDFText_IsGenerated(text_page.raw, index):
            cell = ruled[at].cell(x, y)
            cells[at][cell] = cells[at].get(cell, "") + character
    return list(_in_order(text_page, height, outside, places, ruled, cells))


def _in_order(
    text_page: Any,
    height: float,
    outside: list[tuple[str, int]],
    places: dict[int, int],
    ruled: list[Grid],
    cells: list[dict[tuple[int, int], str]],
) -> Iterator[Item]:
    at = 0
    for number, place in sorted(places.items(), key=lambda item: item[1]):
        yield from _rows(text_page, height, outside[at:place])
        at = place
        grid = ruled[number]
        edges = grid.rows
        first_row = edges[2] - edges[1] if len(edges) > 2 else 0.0
        yield Table(grid.filled(cells[number]), edges[0], edges[-1], first_row)
    yield from _rows(text_page, height, outside[at:])
