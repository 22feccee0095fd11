"""The characters of a PDF page by their places: asked of the library with as little as can be.

Each question costs a call into C; what it answers into is made once for a page.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

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
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._refs = tuple(map(ctypes.byref, self._edges))
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._loose = pdfium.FS_RECTF()
        self._loose_ref = ctypes.byref(self._loose)
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._colour_refs = tuple(map(ctypes.byref, self._colour))

    def box(self, index: int) -> Box:
        """Where a character stands; an empty box for one without a place."""
        left, right, bottom, top = self._edges
        if not pdfium.FPDFText_GetCharBox(self.raw, index, *self._refs):
            return Box(0.0, self.height, 0.0, self.height)
        return Box(left.value, self.height - top.value, right.value, self.height - bottom.value)

    def base(self, index: int) -> float:
        """The base line of a character, from the page's upper edge."""
        x, y = self._refs[:2]
        pdfium.FPDFText_GetCharOrigin(self.raw, index, x, y)
        return self.height - self._edges[1].value

    def em(self, index: int) -> float:
        """The type size of a character, with what the page's matrix makes of it."""
        size: float = pdfium.FPDFText_GetFontSize(self.raw, index)
        if not pdfium.FPDFText_GetMatrix(self.raw, index, self._matrix_ref):
            return size
        return size * (abs(self._matrix.d) or abs(self._matrix.b) or 1.0)

    def character(self, index: int) -> str:
        """The character of that number on the page."""
        return chr(pdfium.FPDFText_GetUnicode(self.raw, index))

    def is_generated(self, index: int) -> bool:
        """Whether the library put the character there: a space between words set apart."""
        return bool(pdfium.FPDFText_IsGenerated(self.raw, index) == 1)

    def advance(self, index: int) -> tuple[float, float]:
        """Where a character begins and the next one would: its place in the row, not its ink."""
        x, y = self._refs[:2]
        pdfium.FPDFText_GetCharOrigin(self.raw, index, x, y)
        left = self._edges[0].value
        pdfium.FPDFText_GetLooseCharBox(self.raw, index, self._loose_ref)
        return left, self._loose.right

    def colour(self, index: int) -> str:
        """The colour of a character as RRGGBB, empty if it has none."""
        if not pdfium.FPDFText_GetFillColor(self.raw, index, *self._colour_refs):
            return ""
        return "".join(f"{part.value:02X}" for part in self._colour[:3])

    def is_red(self, index: int) -> bool:
        """Whether the character is mostly red."""
        if not pdfium.FPDFText_GetFillColor(self.raw, index, *self._colour_refs):
            return False
        red, green, blue = (part.value for part in self._colour[:3])
        return red > _RED[0] and max(green, blue) < _RED[1]
