"""A PDF measured: each character with its place, font, size and colour, by the block it is of."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from zhunsheng.gongwen.lint.faces import RARE, face
from zhunsheng.gongwen.lint.formatting import is_red
from zhunsheng.gongwen.lint.sheet import MM, Bar, Glyph, Sheet, Strip
from zhunsheng.gongwen.model import Block, Reading
from zhunsheng.gongwen.read.pdf import laid
from zhunsheng.gongwen.read.pdf_grid import grids
from zhunsheng.gongwen.read.pdf_ink import Ink
from zhunsheng.gongwen.read.pdf_rows import Row, Table

_LEVEL_MM: Final = 2.0  # the most a line is thick, with what its stroke adds to its bounds
_SHORTEST_MM: Final = 60  # lines of tables and underlining are no lines of the standard
_NOTHING: Final = frozenset("\x00\ufffe\uffff\xad\u0002\u200b")
_NAME: Final = 200  # bytes of a font's name
_MOST_OBJECTS: Final = 20_000  # a drawing, not a page of text
_SAME_ROW: Final = 0.2  # of the type size: 文件 stands between the rows of the organs it is beside


def sheets(reading: Reading, data: bytes) -> tuple[Sheet, ...]:
    """The pages of a PDF that has been read."""
    items: dict[int, list[tuple[Row | Table, int]]] = {}
    for page, item, start in laid(data, reading.source):
        items.setdefault(page, []).append((item, start))
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(
            _sheet(document[at], at, items.get(at, []), reading.blocks)
            for at in range(len(document))
        )
    finally:
        document.close()


def _sheet(
    page: Any, at: int, items: list[tuple[Row | Table, int]], blocks: tuple[Block, ...]
) -> Sheet:
    width, height = page.get_size()
    ink = Ink(page.get_textpage(), height)
    strips = [
        strip
        for item, start in items
        if isinstance(item, Row)
        for strip in _strips(_glyphs(ink, item, start), at + 1, blocks)
    ]
    tables = tuple((grid.rows[0] / MM, grid.rows[-1] / MM) for grid in grids(page, height))
    bars, pictures = _drawn(page, height)
    strips.sort(key=lambda strip: (round(strip.base), strip.left))
    return Sheet(at + 1, width / MM, height / MM, tuple(strips), bars, tables, pictures)


def _strips(glyphs: list[Glyph], page: int, blocks: tuple[Block, ...]) -> Iterator[Strip]:
    """The row by its blocks: number and signer stand beside each other."""
    starts = [block.start for block in blocks]
    found: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        at = bisect_right(starts, glyph.offset) - 1
        while at > 0 and blocks[at].end <= glyph.offset:  # behind a page number inside a paragraph
            at -= 1
        found.setdefault(at, []).append(glyph)
    for at, own in found.items():
        if at >= 0:
            yield Strip(page, blocks[at], tuple(own))


def _glyphs(ink: Ink, row: Row, start: int) -> list[Glyph]:
    offsets = [start + at for at, character in enumerate(row.text) if not character.isspace()]
    each = (_glyph(ink, index) for index in range(row.first, row.last + 1))
    found = [glyph for glyph in each if glyph is not None]
    if row.red and found:
        base, near = found[0].base, _SAME_ROW * row.em / MM
        found = [glyph for glyph in found if abs(glyph.base - base) < near]
    if len(found) != len(offsets):
        return [glyph._replace(offset=start) for glyph in found]
    return [glyph._replace(offset=at) for glyph, at in zip(found, offsets, strict=True)]


def _glyph(ink: Ink, index: int) -> Glyph | None:
    character = ink.character(index)
    if character.isspace() or ink.is_generated(index) or character in _NOTHING:
        return None
    left, right = ink.advance(index)
    return Glyph(
        text=character,
        offset=0,
        left=left / MM,
        right=right / MM,
        base=ink.base(index) / MM,
        size=ink.em(index),
        font=_font(ink.raw, index),
        colour=ink.colour(index),
    )


def _font(raw: Any, index: int) -> str:
    name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, index, name, _NAME, ctypes.byref(flags))
    try:
        return name.value.decode()
    except UnicodeDecodeError:  # an old driver of a printer writes GBK
        return name.value.decode("gb18030", errors="replace")


def _drawn(page: Any, height: float) -> tuple[tuple[Bar, ...], bool]:
    """The level lines of the page, and whether it has pictures, which may hold others."""
    bars: list[Bar] = []
    pictures = False
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page.raw, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        pictures = pictures or kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
        if kind == pdfium.FPDF_PAGEOBJ_PATH and (bar := _bar(item, height)) is not None:
            bars.append(bar)
    return tuple(sorted(bars, key=lambda bar: bar.y)), pictures


def _bar(item: Any, height: float) -> Bar | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges)):
        return None
    left, bottom, right, top = (edge.value / MM for edge in edges)
    if top - bottom > _LEVEL_MM or right - left < _SHORTEST_MM:
        return None
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(filled), ctypes.byref(stroked))
    ask = pdfium.FPDFPageObj_GetStrokeColor if stroked.value else pdfium.FPDFPageObj_GetFillColor
    parts = [ctypes.c_uint() for _ in range(4)]
    told = ask(item, *map(ctypes.byref, parts))
    red = bool(told) and is_red("".join(f"{part.value:02X}" for part in parts[:3]))
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, ctypes.byref(width))
    stroke = width.value / MM if stroked.value else 0.0
    middle = height / MM - (top + bottom) / 2
    return Bar(left + stroke, right - stroke, middle, stroke or top - bottom, red)


def fonts_untold(pages: tuple[Sheet, ...]) -> tuple[str, ...]:
    """The names of fonts by which no face is known."""
    names = {g.font for sheet in pages for strip in sheet.strips for g in strip.glyphs}
    return tuple(sorted(name for name in names if not face(name) and RARE not in name))
