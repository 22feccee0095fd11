"""The rows of a PDF page, with their place: what stands in a ruled table stands apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from zhunsheng.gongwen.model import Joined, head_rows
from zhunsheng.gongwen.read.pdf_grid import Grid, grids
from zhunsheng.gongwen.read.pdf_ink import Ink

_WIDEST: Final = 1.5  # type sizes from one character to the next: a wider gap is a blank
_BREAKS: Final = frozenset("\r\n")
_NOTHING: Final = frozenset("\x00\ufffe\uffff\xad\u0002\u200b")
_LARGEST_TITLE_PT: Final = 24
_BLANK: Final = 0.3  # type sizes: a wider gap is a blank
_LINE: Final = re.compile(r"[^\S\r\n]*(\S(?:[^\r\n]*\S)?)")
_WORD: Final = re.compile(r"\S+|\s")
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
    least: float  # height of the rows below the head that stand together: one, or the last two
    joined: tuple[Joined, ...]
    columns: tuple[float, ...]  # their edges, from the table's left one


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
    found = [(match[1], match.start(1)) for match in _LINE.finditer(text)]
    if ink.page.count_chars() == len(text):  # each character of the text is that of the page
        for words, at in found:
            yield _Line(words, at, at + len(words) - 1)
        return
    index, raw = pdfium.FPDFText_GetCharIndexFromTextIndex, ink.raw
    for words, at in found:
        first, last = index(raw, at), index(raw, at + len(words) - 1)
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
    left, top, right, em = ink.ends(first, last)
    if em > _LARGEST_TITLE_PT and ink.is_red(first):
        return _red_rows(ink, range(first, last + 1), em)
    return (Row(text, left, right, top, em, first, last),)


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
        for words, first, place in _placed(ink, ruled, line, rows[0].em):
            if place is None:
                outside += ((character, first + n) for n, character in enumerate(words))
                continue
            at, cell = place
            if at not in found:
                found += _rows_of(ink, outside)
                outside = []
                found.append(at)
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
    return _head_first(whole)


def _head_first(found: list[Item]) -> list[Item]:
    """The page with its red head where it stands: what is put in a frame may be read last."""
    for at, item in enumerate(found):
        if isinstance(item, Row) and item.red:
            below = (n for n, other in enumerate(found[:at]) if other.top > item.top)
            found.insert(next(below, at), found.pop(at))
    return found


def _goes_on(ink: Ink, before: Row, row: Row) -> bool:
    """Whether a row is the rest of the one before: behind it, near, on the same base line."""
    gap, em = row.left - before.right, row.em
    if not -em / 2 < gap < 1.5 * em or row.red or abs(before.em - em) > 1:
        return False
    return abs(ink.base(before.last) - ink.base(row.first)) < em / 10


def _placed(
    ink: Ink, ruled: list[Grid], line: _Line, em: float
) -> Iterator[tuple[str, int, _Place | None]]:
    """The words of a line with the place of their first character and the cell they stand in.

    A word whose ends stand in one cell stands there whole, and so does one that is too short to
    leave it; of another each character is asked. No blank that the library set stands in a cell.
    """
    place: _Place | None = None
    for words, first in _words(line):
        if words.isspace() and ink.is_generated(first):
            if place is None:
                yield words, first, None
            continue
        left, x, y = ink.middle(first)
        place = _cell(ruled, x, y)
        widest = len(words) * _WIDEST * em
        if len(words) == 1 or (place and left + widest < _right_of(ruled, place)):
            yield words, first, place
            continue
        last = _cell(ruled, *ink.middle(first + len(words) - 1)[1:])
        if place == last:
            yield words, first, place
            continue
        for n, character in enumerate(words):
            yield character, first + n, _cell(ruled, *ink.middle(first + n)[1:])
        place = last


def _words(line: _Line) -> Iterator[tuple[str, int]]:
    """What no blank parts and follows each other on the page; each blank by itself."""
    if not line.characters:
        for match in _WORD.finditer(line.text):
            yield match.group(), line.first + match.start()
        return
    word, first = "", 0
    for character, index in line.characters:
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


def _cell(ruled: list[Grid], x: float, y: float) -> _Place | None:
    """The number of the grid that holds a point, and the cell of it."""
    for at, grid in enumerate(ruled):
        if grid.holds(x, y):
            return at, grid.cell(x, y)
    return None


def _right_of(ruled: list[Grid], place: _Place) -> float:
    at, cell = place
    return ruled[at].right_of(*cell)


def _beside(row: Row, grid: Grid) -> bool:
    """Whether a row is as high on the page as some row of the grid."""
    return grid.rows[0] - row.em < row.top < grid.rows[-1] + row.em


def _rows_of(ink: Ink, characters: list[tuple[str, int]]) -> Iterable[Row]:
    line = _line(characters)
    return _row(ink, line) if line else ()


def _table(grid: Grid, cells: dict[tuple[int, int], str]) -> Table:
    edges, head = grid.rows, head_rows(grid.joined)
    together = 2 if len(edges) == head + 3 else 1
    least = edges[head + together] - edges[head] if len(edges) > head + 1 else 0.0
    rows, joined = grid.filled(cells)
    columns = tuple(edge - grid.columns[0] for edge in grid.columns)
    return Table(rows, edges[0], edges[-1], least, joined, columns)
