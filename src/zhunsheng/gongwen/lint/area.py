"""The type area of a PDF: paper, margins and characters a row, from where its rows stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.lint.fault import Fault, fault
from zhunsheng.gongwen.lint.sheet import MM, Sheet, Strip
from zhunsheng.gongwen.lint.strips import LEFT, RIGHT, TEXT, left_edge, most, strips_of
from zhunsheng.gongwen.model import Kind

_OFF: Final = 1.0  # mm: 5.2.1
_MEASURED: Final = 0.3  # and what measuring adds
_TOP: Final = float(layout.MARGIN_TOP_MM)
_BOTTOM: Final = float(layout.PAGE_HEIGHT_MM - layout.MARGIN_BOTTOM_MM)
_ROW: Final = float(layout.LINE_PT) / MM
_LEADING: Final = (_ROW - layout.BODY_PT / MM) / 2  # white above the characters of a row
_FEWEST: Final = 3  # rows that end together by chance are fewer
_JUSTIFIED: Final = 0.5  # of the rows end together
_ASIDE: Final = (Kind.PAGE_NUMBER, Kind.OTHER)
_FLOW: Final = (*TEXT, Kind.ATTACHMENT_NOTE)


def paper_faults(pages: tuple[Sheet, ...]) -> Iterator[Fault]:
    """The fault of the first page that is not A4."""
    for sheet in pages:
        off = (sheet.width - layout.PAGE_WIDTH_MM, sheet.height - layout.PAGE_HEIGHT_MM)
        if max(map(abs, off)) > 1:
            yield fault("paper", found=f"{sheet.width:.0f}×{sheet.height:.0f}")
            return


def area_faults(pages: tuple[Sheet, ...]) -> Iterator[Fault]:
    """The faults of margins and rows."""
    yield from _sides(pages)
    yield from _heights(pages)
    yield from _characters(pages)


def unmeasured(pages: tuple[Sheet, ...]) -> Iterator[tuple[str, str]]:
    """What of the type area these pages do not show, in both languages."""
    if left_edge(pages) is None:
        yield "左边距", "left margin"
    if _right_edge(pages) is None:
        yield "右边距和每行字数", "right margin and characters a row"
    if not _tops(pages):
        yield "上边距", "top margin"
    if not _bottoms(pages):
        yield "下边距和每面行数", "bottom margin and rows a page"


def _full(pages: tuple[Sheet, ...]) -> list[Strip]:
    """The rows of text that others of their paragraph follow: they fill the type area."""
    return [row for rows in strips_of(pages).values() if rows[0].kind in TEXT for row in rows[:-1]]


def _right_edge(pages: tuple[Sheet, ...]) -> float | None:
    """Where the full rows end; None of ragged ones. Half of a closing mark's box is white."""
    ends = [row.right for row in _full(pages) if "\u4e00" <= row.glyphs[-1].text <= "\u9fff"]
    common = most(ends)
    together = sum(abs(end - (common or 0.0)) < 1 for end in ends)
    if common is None or together < max(_FEWEST, _JUSTIFIED * len(ends)):
        return None
    return common


def _sides(pages: tuple[Sheet, ...]) -> Iterator[Fault]:
    left, right = left_edge(pages), _right_edge(pages)
    if left is not None and not _is_near(left, LEFT):
        yield _margin("left", "左", left, layout.MARGIN_LEFT_MM)
    if right is not None and not _is_near(right, RIGHT):
        yield _margin("right", "右", layout.PAGE_WIDTH_MM - right, layout.MARGIN_RIGHT_MM)


def _is_near(found: float, wanted: float, room: float = 0.0) -> bool:
    """Whether a place is within what 5.2.1 allows, or up to `room` further in."""
    return -_OFF - _MEASURED < found - wanted < room + _OFF + _MEASURED


def _margin(side: str, zh: str, found: float, wanted: int) -> Fault:
    return fault("margins", side=zh, side_en=side, found=f"{found:.1f}", wanted=wanted)


def _tops(pages: tuple[Sheet, ...]) -> list[float]:
    """The upper edges of the pages that text opens, the first left out: its head stands lower."""
    opened = [(s.strips, s.tables) for s in pages[1:]]
    return [
        flow[0].top
        for strips, tables in opened
        if (flow := [s for s in strips if s.kind not in _ASIDE])
        and flow[0].kind in TEXT
        and not any(top < flow[0].top for top, _ in tables)
        and not any(s.kind in (Kind.ANNEX, Kind.ANNEX_TITLE) for s in strips)
    ]


def _bottoms(pages: tuple[Sheet, ...]) -> list[float]:
    """The lower edges of the full pages: nothing but rows of text, the last going on overleaf.

    Heads and tables are no whole number of rows high: less than a row stays white below them.
    """
    plain = {sheet.number for sheet in pages[1:] if _is_plain(sheet)}
    return [
        a.bottom
        for rows in strips_of(pages).values()
        if rows[0].kind in TEXT
        for a, b in pairwise(rows)
        if a.page != b.page and a.page in plain
    ]


def _is_plain(sheet: Sheet) -> bool:
    return not sheet.tables and all(s.kind in (*TEXT, *_ASIDE) for s in sheet.strips)


def _lowest(pages: tuple[Sheet, ...]) -> float:
    """The lower edge of the lowest row of text on any page."""
    return max((s.bottom for sheet in pages for s in sheet.of(*_FLOW)), default=_BOTTOM)


def _heights(pages: tuple[Sheet, ...]) -> Iterator[Fault]:
    """A row may begin with its characters or with the white above them: both pass as the edge.

    What is told is where rows with their white begin and end, as programs lay them.
    """
    tops, bottoms = _tops(pages), _bottoms(pages)
    if tops and not _is_near(top := median(tops), _TOP, room=_LEADING):
        yield _margin("top", "上", top - _LEADING, layout.MARGIN_TOP_MM)
    lowest = _lowest(pages)
    bottom = lowest if lowest > _BOTTOM else max(bottoms, default=_BOTTOM)
    if not _is_near(-bottom, -_BOTTOM, room=_LEADING):
        found = layout.PAGE_HEIGHT_MM - bottom - _LEADING
        yield _margin("bottom", "下", found, layout.MARGIN_BOTTOM_MM)


def _characters(pages: tuple[Sheet, ...]) -> Iterator[Fault]:
    """How many characters fill a row, by how far they stand apart."""
    left, right = left_edge(pages), _right_edge(pages)
    apart = [
        b.left - a.left
        for row in _full(pages)
        for a, b in pairwise(row.glyphs)
        if all("\u4e00" <= g.text <= "\u9fff" for g in (a, b))
    ]
    if left is None or right is None or not apart:
        return
    count = round((right - left) / median(apart))
    if count != layout.CHARACTERS_A_LINE:
        row = _full(pages)[0]
        yield fault("characters-a-line", row.block, found=count)
