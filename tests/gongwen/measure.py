"""A PDF measured in millimetres from the upper left corner of its page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pdfplumber

MM = 72 / 25.4
LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 184.0, 262.0  # the type area 版心
HALF = 0.5  # mm: how far the type area may be off


@dataclass(frozen=True)
class Ink:
    """Words on a page: their edges, and the font and size of their first character."""

    left: float
    top: float
    right: float
    bottom: float
    font: str
    size: float
    red: bool

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def opened(data: bytes) -> list[Any]:
    """The pages."""
    return list(pdfplumber.open(io.BytesIO(data)).pages)


def ink(page: Any, words: str, *, last: bool = False) -> Ink:
    """Where the words stand: their first occurrence, or the last."""
    found = page.search(words, regex=False)
    assert found, f"{words!r} is not on page {page.page_number}"
    chars = found[-1 if last else 0]["chars"]
    first = chars[0]
    colour = first["non_stroking_color"]
    return Ink(
        min(c["x0"] for c in chars) / MM,
        min(c["top"] for c in chars) / MM,
        max(c["x1"] for c in chars) / MM,
        max(c["bottom"] for c in chars) / MM,
        first["fontname"].partition("+")[2] or first["fontname"],
        round(first["size"], 2),
        len(colour) == 3 and colour[0] > 0.6 and colour[1] < 0.1,
    )


def rows(page: Any) -> list[list[Any]]:
    """The characters of the page by rows, from the top."""
    found: dict[int, list[Any]] = {}
    for char in page.chars:
        if char["text"].strip():
            found.setdefault(round(char["bottom"] / 4), []).append(char)
    return [found[key] for key in sorted(found)]


def lines(page: Any) -> list[tuple[float, float, float, float]]:
    """(left, right, height on the page, thickness) of every level line."""
    return [
        (line["x0"] / MM, line["x1"] / MM, line["top"] / MM, line["linewidth"] / MM)
        for line in page.lines
        if abs(line["top"] - line["bottom"]) < 0.1
    ]
