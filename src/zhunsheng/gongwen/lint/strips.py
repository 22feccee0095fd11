"""The blocks of a PDF as they are set, from the rows that were measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.lint.faces import RARE, face
from zhunsheng.gongwen.lint.formatting import Shape, Type
from zhunsheng.gongwen.lint.sheet import MM, Glyph, Sheet, Strip
from zhunsheng.gongwen.lint.type import Set
from zhunsheng.gongwen.model import Block, Kind

LEFT: Final = float(layout.MARGIN_LEFT_MM)
RIGHT: Final = float(layout.PAGE_WIDTH_MM - layout.MARGIN_RIGHT_MM)
TEXT: Final = (Kind.PARAGRAPH, Kind.HEADING)
_OPENING: Final = frozenset("（《〈“‘〔【「『(")
_CLOSING: Final = frozenset("》）”〉」』")
_CENTRED_MM: Final = 1.5
_DECIMALS: Final = 1  # of a type size: programs write 15.96 for 16


def strips_of(pages: tuple[Sheet, ...]) -> dict[Block, list[Strip]]:
    """The rows of each block, in order."""
    found: dict[Block, list[Strip]] = {}
    for sheet in pages:
        for strip in sheet.strips:
            found.setdefault(strip.block, []).append(strip)
    return found


def left_edge(pages: tuple[Sheet, ...]) -> float | None:
    """Where most rows that go on a paragraph begin; None if no paragraph has two rows."""
    own = [s.left for rows in strips_of(pages).values() if rows[0].kind in TEXT for s in rows[1:]]
    return most(own)


def most(values: Iterable[float]) -> float | None:
    """The middle of the most frequent values, taken by half millimetres; None of none."""
    values = list(values)
    counted = Counter(round(value * 2) for value in values)
    if not counted:
        return None
    common = counted.most_common(1)[0][0]
    return median(value for value in values if round(value * 2) == common)


def sets_of(pages: tuple[Sheet, ...]) -> Iterator[Set]:
    """Every block that has words outside tables, with the type of its stretches and its shape."""
    edge = left_edge(pages) or LEFT
    dated = next((s.page for sheet in pages for s in sheet.of(Kind.DATE)), 0)
    middle = (pages[0].width + layout.MARGIN_LEFT_MM - layout.MARGIN_RIGHT_MM) / 2
    for block, rows in strips_of(pages).items():
        shape = _shape(rows, edge, middle)
        stretches = tuple(_stretches(glyph for row in rows for glyph in row.glyphs))
        yield Set(block, stretches, shape, 0.0, None, closer=dated == 1)


def _stretches(glyphs: Iterable[Glyph]) -> Iterator[tuple[str, Type]]:
    shown = (glyph for glyph in glyphs if RARE not in glyph.font)
    for (font, size, colour), run in groupby(shown, lambda g: (g.font, g.size, g.colour)):
        yield (
            "".join(glyph.text for glyph in run),
            Type(face(font), round(size, _DECIMALS), colour),
        )


def _shape(rows: list[Strip], edge: float, middle: float) -> Shape:
    centred = all(_is_centred(row, middle) for row in rows)
    inside = rows[0].left > edge + 1
    at_right = inside and rows[-1].right > middle + (RIGHT - middle) / 2
    align = "center" if centred else "right" if at_right else ""
    free = (RIGHT - rows[-1].right) * MM
    first = _first((rows[0].left - edge) * MM, rows[0])
    return Shape(align, first, 0.0, _pitch(rows), True, free)


def _is_centred(row: Strip, middle: float) -> bool:
    """In the middle, the white half of a bracket that begins or ends the row cut or not."""
    off = abs(row.middle - middle)
    white = (row.glyphs[0].text in _OPENING) != (row.glyphs[-1].text in _CLOSING)
    return off < _CENTRED_MM or abs(off - white * row.size / 4 / MM) < _CENTRED_MM


def _first(indent: float, row: Strip) -> float:
    """The indent; a program may cut the white half of a bracket that begins the row."""
    if row.glyphs[0].text not in _OPENING:
        return indent
    return min(indent, indent + row.size / 2, key=lambda each: abs(each - 2 * row.size))


def _pitch(rows: list[Strip]) -> float:
    """From base line to base line, in points; 0 of a single row."""
    apart = most(b.base - a.base for a, b in pairwise(rows) if a.page == b.page and b.base > a.base)
    return round((apart or 0.0) * MM, 2)
