"""The margins of a PDF's text, as its rows show them: the standard's where they show none."""

from __future__ import annotations

from collections import Counter
from typing import Final

from zhunsheng.gongwen.read.flow import is_page_number
from zhunsheng.gongwen.read.pdf_rows import Row

_PT_A_MM: Final = 72 / 25.4
# Between odd and even pages; the imprint stands in by 5, an indent by 11.
_LARGEST_SHIFT_MM: Final = 4
_LEFT_EDGE_MM: Final = 28  # of the type area (5.2.1)
_RIGHT_EDGE_MM: Final = 184
_INDENTS_PT: Final = (14, 32)  # one character of size 4, two of size 3
_SHORT_OF_MM: Final = 9  # a word too long for the row may leave so much of it


def right_edge(pages: list[list[Row]]) -> float:
    """Where most long lines end: the right margin. Outliers do not move it.

    One line sets none, unless it ends where the standard's type area does; nor do short paragraphs
    that happen to end together far from it, or from a row that does end there.
    """
    ends = Counter(round(row.right / 4) for rows in pages for row in rows if len(row.text) > 15)
    end, count = max(ends.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    furthest = max((row.right for rows in pages for row in rows), default=0.0)
    near = _near_right_edge(furthest)
    if count > 1 and end * 4.0 > 0.9 * furthest and (_near_right_edge(end * 4.0) or not near):
        return end * 4.0
    return _RIGHT_EDGE_MM * _PT_A_MM if near else float("inf")


def left_edges(pages: list[list[Row]], right: float) -> tuple[float, float]:
    """The left margins of odd and of even pages: printed on both sides, they differ a little.

    Where every paragraph has one row only, no row shows the margin, as in an order, which has no
    addressees: the imprint stands in by one small character, and text by two of its own.
    """
    odd, even = (
        min(
            (row.left for rows in side for row in rows if not is_page_number(row.text)),
            default=float("inf"),
        )
        for side in (pages[::2], pages[1::2])
    )
    # They differ much where one side holds only indented rows: that is no margin.
    near = _LARGEST_SHIFT_MM * _PT_A_MM
    odd, even = (even if odd > even + near else odd), (odd if even > odd + near else even)
    standard = _LEFT_EDGE_MM * _PT_A_MM
    inside = any(abs(min(odd, even) - standard - indent) < _PT_A_MM for indent in _INDENTS_PT)
    if inside and _near_right_edge(right):
        return standard, standard
    return odd, even


def _near_right_edge(right: float) -> bool:
    return -_SHORT_OF_MM * _PT_A_MM < right - _RIGHT_EDGE_MM * _PT_A_MM < _PT_A_MM
