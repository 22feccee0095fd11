"""The rows of a PDF page, with their place: what stands in a ruled table stands apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from zhunsheng.gongwen.read.pdf_grid import Grid, grids
from zhunsheng.gongwen.read.pdf_ink import Ink

_BREAKS: Final = frozenset("\r\n")
_NOTHING: Final = frozenset("\x00\ufffe\uffff\xad\u0002\u200b")
_LARGEST_TITLE_PT: Final = 24
_BLANK: Final = 0.3  # type sizes: a wider gap is a blank
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
_Place = tuple[int, tuple[int, int]]  # the number of a grid; row and column in it


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
    text_page = page.get_textpage()
    ink = Ink(text_page, page.get_height())
    ruled = grids(page, ink.height)
    text = text_page.get_text_range()
    lines = _by_character(ink) if _BEYOND.search(text) else _by_text(ink, text)
    if ruled:
        return _with_tables(ink, ruled, lines)
    return _whole(ink, [row for line in lines for row in _row(ink, line)])


def _by_text(ink: Ink, text: str) -> Iterator[_Line]:
    """The lines of most pages: two characters of each tell where it stands."""
    if ink.page.count_chars() == len(text):  # each character of the text is that of the page
        for match in _LINE.finditer(text):
            if words := match.group().strip():
                first = match.start() + match.group().index(words[0])
                yield _Line(words, first, first + len(words) - 1)
        return
    index, raw = pdfium.FPDFText_GetCharIndexFromTextIndex, ink.raw
    for match in _LINE.finditer(text):
        found = match.group()
        words = found.strip()
        if not words:
            continue
        at = match.start() + found.index(words[0])
        first = index(raw, at)
        last = index(raw, at + len(words) - 1)
        even = last - first == len(words) - 1
        places = () if even else tuple(index(raw, at + n) for n in range(len(words)))
        yield _Line(words, first, last, tuple(zip(words, places, strict=False)))


def _by_character(ink: Ink) -> Iterator[_Line]:
    """The lines of a page whose text has characters that count twice, or not at all."""
    current: list[tuple[str, int]] = []
    each = ((ink.character(index), index) for index in range(ink.page.count_chars()))
    for character, index in (*each, ("\n", 0)):
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


def _row(ink: Ink, line: _Line) -> Iterable[Row]:
    text, first, last, _ = line
    start, end = ink.box(first), ink.box(last)
    em = ink.em(first)
    if em > _LARGEST_TITLE_PT and ink.is_red(first):
        return _red_rows(ink, range(first, last + 1), em)
    return (Row(text, start.left, end.right, start.top, em, first, last),)


def _red_rows(ink: Ink, indexes: range, em: float) -> Iterable[Row]:
    """The rows of a red head by the base lines of its characters.

    文件 stands between the names of two organs, and is read with both in one row.
    """
    found: dict[int, list[int]] = {}
    for index in indexes:
        character = ink.character(index)
        if character.isspace() or character in _NOTHING or character in _BREAKS:
            continue
        found.setdefault(round(ink.base(index) / em * 3), []).append(index)
    for _, line in sorted(found.items()):
        text = "".join(map(ink.character, line))
        start, end = ink.box(line[0]), ink.box(line[-1])
        yield Row(text, start.left, end.right, start.top, em, line[0], line[-1], red=True)


def _with_tables(ink: Ink, ruled: list[Grid], lines: Iterable[_Line]) -> list[Item]:
    """The page with its tables: of lines as high as a grid, each word is asked its place."""
    found: list[Item | int] = []  # a number stands for the grid of that number
    cells: list[dict[tuple[int, int], str]] = [{} for _ in ruled]
    for line in lines:
        rows = tuple(_row(ink, line))
        if not any(_beside(row, grid) for row in rows for grid in ruled):
            found += rows
            continue
        outside: list[tuple[str, int]] = []
        for words, first, place in _placed(ink, ruled, line):
            if place is None:
                outside += ((character, first + n) for n, character in enumerate(words))
                continue
            at, cell = place
            if at not in found:
                found += _rows_of(ink, outside)
                outside = []
                found.append(at)
            if len(words) > 1 or not ink.is_generated(first):
                cells[at][cell] = cells[at].get(cell, "") + words
        found += _rows_of(ink, outside)
    laid = [_table(ruled[it], cells[it]) if isinstance(it, int) else it for it in found]
    return _whole(ink, laid)


def _whole(ink: Ink, found: Sequence[Item]) -> list[Item]:
    """The rows with those made one that the library reads as several though they are one."""
    whole: list[Item] = []
    for item in found:
        before = whole[-1] if whole else None
        if isinstance(before, Row) and isinstance(item, Row) and _goes_on(ink, before, item):
            blank = " " if item.left - before.right > _BLANK * item.em else ""
            text = f"{before.text}{blank}{item.text}"
            whole[-1] = before._replace(text=text, right=item.right, last=item.last)
        else:
            whole.append(item)
    return whole


def _goes_on(ink: Ink, before: Row, row: Row) -> bool:
    """Whether a row is the rest of the one before: behind it, near, on the same base line."""
    gap, em = row.left - before.right, row.em
    if not -em / 2 < gap < 1.5 * em or row.red or abs(before.em - em) > 1:
        return False
    return abs(ink.base(before.last) - ink.base(row.first)) < em / 10


def _placed(ink: Ink, ruled: list[Grid], line: _Line) -> Iterator[tuple[str, int, _Place | None]]:
    """The words of a line with the place of their first character and the cell they stand in.

    A word whose ends stand in one cell stands there whole; of another each character is asked.
    """
    for words, first in _words(line.each()):
        last = first + len(words) - 1
        start = _cell(ink, ruled, first)
        if len(words) == 1 or start == _cell(ink, ruled, last):
            yield words, first, start
            continue
        for n, character in enumerate(words):
            yield character, first + n, _cell(ink, ruled, first + n)


def _words(characters: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """What no blank parts and follows each other on the page; each blank by itself."""
    word, first = "", 0
    for character, index in characters:
        blank = character.isspace()
        if word and (blank or index != first + len(word)):
            yield word, first
            word = ""
        if blank:
            yield character, index
        else:
            first = first if word else index
            word += character
    if word:
        yield word, first


def _cell(ink: Ink, ruled: list[Grid], index: int) -> _Place | None:
    """The number of the grid that holds a character, and the cell of it."""
    left, top, right, bottom = ink.box(index)
    x, y = (left + right) / 2, (top + bottom) / 2
    for at, grid in enumerate(ruled):
        if grid.holds(x, y):
            return at, grid.cell(x, y)
    return None


def _beside(row: Row, grid: Grid) -> bool:
    """Whether a row is as high on the page as some row of the grid."""
    return grid.rows[0] - row.em < row.top < grid.rows[-1] + row.em


def _rows_of(ink: Ink, characters: list[tuple[str, int]]) -> Iterable[Row]:
    line = _line(characters)
    return _row(ink, line) if line else ()


def _table(grid: Grid, cells: dict[tuple[int, int], str]) -> Table:
    edges = grid.rows
    first_row = edges[2] - edges[1] if len(edges) > 2 else 0.0
    return Table(grid.filled(cells), edges[0], edges[-1], first_row)
