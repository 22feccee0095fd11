"""The functions of the PDF library that a page is asked for each row, called at their least cost.

The library's own wrappers look at every argument again: that takes longer than the answer. Here
handles and references go in as `ctypes` objects, whole numbers as they are.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Final

import pypdfium2.raw as pdfium

_Call = Callable[..., Any]


def _bare(name: str, answer: Any = ctypes.c_int, *taken: Any) -> _Call:
    """The function without a look at its arguments, unless `taken` says what they are."""
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    assert address is not None, name
    return ctypes.PYFUNCTYPE(answer, *taken)(address)


char_box: Final = _bare("FPDFText_GetCharBox")
char_origin: Final = _bare("FPDFText_GetCharOrigin")
loose_box: Final = _bare("FPDFText_GetLooseCharBox")
font_size: Final = _bare("FPDFText_GetFontSize", ctypes.c_double)
matrix: Final = _bare("FPDFText_GetMatrix")
fill_colour: Final = _bare("FPDFText_GetFillColor")
unicode_of: Final = _bare("FPDFText_GetUnicode", ctypes.c_uint)
is_generated: Final = _bare("FPDFText_IsGenerated")

count_objects: Final = _bare("FPDFPage_CountObjects")
# An object is a number to Python: without its type it would lose its upper half on the way.
object_at: Final = _bare("FPDFPage_GetObject", ctypes.c_void_p)
type_of: Final = _bare("FPDFPageObj_GetType", ctypes.c_int, ctypes.c_void_p)
bounds_of: Final = _bare("FPDFPageObj_GetBounds", ctypes.c_int, *[ctypes.c_void_p] * 5)
