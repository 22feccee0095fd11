"""The characters of a PDF page by their places: asked of the library with as little as can be.

Each question costs a call into C; what it answers into is made once for a page.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final, NamedTuple

from zhunsheng.gongwen.read import pdf_calls as calls

_RED: Final = (150, 90)  # of 255: least red, most green and blue


class Box(NamedTuple):
    """The ink of a character in points from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Ink:
    """A page's text: `height` in points."""

    def __init__(self, text_page: Any, height: float) -> None:
        self.page = text_page  # held: the library closes it else
        self.raw = text_page.raw
        self.height = height
        self._edges = (ctypes.c_double * 4)()  # left, right, bottom, top
        self._refs = tuple(ctypes.byref(self._edges, 8 * at) for at in range(4))
        self._matrix = (ctypes.c_float * 6)()
        self._loose = (ctypes.c_float * 4)()
        self._colour = (ctypes.c_uint * 4)()
        self._colours = tuple(ctypes.byref(self._colour, 4 * at) for at in range(4))

    def box(self, index: int) -> Box:
        """Where a character stands; an empty box for one without a place."""
        height = self.height
        if not calls.char_box(self.raw, index, *self._refs):
            return Box(0.0, height, 0.0, height)
        left, right, bottom, top = self._edges[:]
        return Box(left, height - top, right, height - bottom)

    def ends(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Left and upper edge of a row, its right edge, its type size: those of its two ends.

        Asked of every row, so with no value made that is not wanted.
        """
        raw, edges = self.raw, self._edges
        left = top = right = 0.0
        if calls.char_box(raw, last, *self._refs):
            right = edges[1]
        if calls.char_box(raw, first, *self._refs):
            left, _, _, top = edges
        return left, self.height - top, right, self.em(first)

    def middle(self, index: int) -> tuple[float, float, float]:
        """Left edge and middle of a character."""
        left, top, right, bottom = self.box(index)
        return left, (left + right) / 2, (top + bottom) / 2

    def base(self, index: int) -> float:
        """The base line of a character, from the page's upper edge."""
        calls.char_origin(self.raw, index, *self._refs[:2])
        return self.height - self._edges[1]

    def em(self, index: int) -> float:
        """The type size of a character, with what the page's matrix makes of it."""
        size: float = calls.font_size(self.raw, index)
        if not calls.matrix(self.raw, index, self._matrix):
            return size
        return size * (abs(self._matrix[3]) or abs(self._matrix[1]) or 1.0)

    def character(self, index: int) -> str:
        """The character of that number on the page."""
        return chr(calls.unicode_of(self.raw, index))

    def is_generated(self, index: int) -> bool:
        """Whether the library put the character there: a space between words set apart."""
        return bool(calls.is_generated(self.raw, index) == 1)

    def advance(self, index: int) -> tuple[float, float]:
        """Where a character begins and the next one would: its place in the row, not its ink."""
        calls.char_origin(self.raw, index, *self._refs[:2])
        calls.loose_box(self.raw, index, self._loose)
        return self._edges[0], self._loose[2]

    def colour(self, index: int) -> str:
        """The colour of a character as RRGGBB, empty if it has none."""
        if not calls.fill_colour(self.raw, index, *self._colours):
            return ""
        return "".join(f"{part:02X}" for part in self._colour[:3])

    def is_red(self, index: int) -> bool:
        """Whether the character is mostly red."""
        if not calls.fill_colour(self.raw, index, *self._colours):
            return False
        red, green, blue, _ = self._colour
        return red > _RED[0] and max(green, blue) < _RED[1]
