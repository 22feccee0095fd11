"""The page numbers of a PDF: which pages have one, where it stands and how it is set (7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.lint.faces import SONG, face
from zhunsheng.gongwen.lint.fault import Fault, fault
from zhunsheng.gongwen.lint.sheet import MM, Sheet, Strip
from zhunsheng.gongwen.lint.strips import LEFT, RIGHT
from zhunsheng.gongwen.model import Form, Kind

_DASHED: Final = re.compile(r"[—–―─－-]\s*\d+\s*[—–―─－-]")
_OFF_MM: Final = 1.5
_BOTTOM: Final = float(layout.PAGE_HEIGHT_MM - layout.MARGIN_BOTTOM_MM)
_DASH_ABOVE: Final = 0.32  # of the type size: the dash above its base line, in faces of Song
_ASIDE: Final = (Kind.PAGE_NUMBER, Kind.OTHER)
_IMPRINT: Final = (Kind.COPIES, Kind.PRINTED, Kind.ADDRESSEE)


def folio_faults(pages: tuple[Sheet, ...], form: Form) -> Iterator[Fault]:
    """Each fault once, at the first page that has it."""
    told: set[str] = set()
    for sheet in pages:
        for each in _of_page(sheet, form):
            if each.code not in told:
                told.add(each.code)
                yield each


def _of_page(sheet: Sheet, form: Form) -> Iterator[Fault]:
    numbers = sheet.of(Kind.PAGE_NUMBER)
    if form is Form.LETTER and sheet.number == 1:
        if numbers:
            yield fault("letter-first-number")
        return
    text = [strip for strip in sheet.strips if strip.kind not in _ASIDE]
    if sheet.number > 1 and text and all(strip.kind in _IMPRINT for strip in text):
        if numbers and not sheet.tables:
            yield fault("page-number-imprint", found=sheet.number)
        return
    if not numbers:
        if text or sheet.tables:
            yield fault("page-number-missing")
        return
    yield from _number(numbers[-1], sheet.number)


def _number(number: Strip, page: int) -> Iterator[Fault]:
    if not _DASHED.search("".join(glyph.text for glyph in number.glyphs)):
        yield fault("page-number-dashes")
    edge = layout.SMALL_PT / MM
    off = RIGHT - edge - number.right if page % 2 else number.left - LEFT - edge
    if abs(off) > _OFF_MM:
        yield fault("page-number-sides")
    below = number.base - _DASH_ABOVE * number.size / MM - _BOTTOM
    if abs(below - layout.PAGE_NUMBER_BELOW_MM) > _OFF_MM:
        yield fault("page-number-height", found=f"{below:.1f}")
    name = face(next((g.font for g in number.glyphs if g.text.isdigit()), ""))
    if abs(number.size - layout.SMALL_PT) > 0.2 or (name and not SONG.search(name)):
        yield fault("page-number-type", found=f"{number.size:g}磅 {name}".strip())
