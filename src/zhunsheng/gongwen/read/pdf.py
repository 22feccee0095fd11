"""PDF with a text layer: its lines with their place on the page, which tells how they join."""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from zhunsheng.gongwen.model import Kind, Unread
from zhunsheng.gongwen.read.dates import is_date
from zhunsheng.gongwen.read.flow import is_page_number
from zhunsheng.gongwen.read.line import Extract, Line
from zhunsheng.gongwen.read.refusals import refusal

MOST_PAGES: Final = 500
_PT_A_MM: Final = 72 / 25.4
_RUNNING_HEAD_MM: Final = 30  # what stands higher and on every page is no text of the document
_LARGEST_SHIFT_MM: Final = (
    4  # between odd and even pages; the imprint stands in by 5, an indent by 11
)
_HALF_PAGE_MM: Final = 90
_UNSEALED_ROWS: Final = 4.5  # type sizes: two rows apart are 3.6, three rows 5.4
_BREAKS: Final = frozenset("\r\n")
_NOTHING: Final = frozenset("\x00\ufffe\uffff\xad\u0002")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page in points: `top` below the page's upper edge, `em` its type size."""

    text: str
    left: float
    right: float
    top: float
    em: float


def extract(data: bytes, source: str) -> Extract:
    """The text, pages parted by a form feed. A page without text is named as unread."""
    pages = _pages(data, source)
    if not any(pages):
        raise refusal("pdf_scanned", source, pages=len(pages))
    mark = _repeated(pages)
    edge = _right_edge(pages)
    lefts = _left_edges(pages)
    text = ""
    lines: list[Line] = []
    for number, rows in enumerate(pages):
        text += "\f" if number else ""
        left = lefts[number % 2]
        for row in rows:
            start = len(text)
            text += row.text + "\n"
            kind = _aside(row, mark)
            lines.append(
                Line(
                    start,
                    start + len(row.text),
                    full=row.right > edge - 1.6 * row.em,
                    indented=row.left > left + 1.2 * row.em,
                    kind=kind,
                )
            )
    return Extract(text, tuple(lines), _unread(pages), mark, _sealed(pages))


def _aside(row: _Row, mark: str) -> Kind | None:
    if is_page_number(row.text):
        return Kind.PAGE_NUMBER
    return Kind.OTHER if mark and row.text == mark else None


def _pages(data: bytes, source: str) -> list[list[_Row]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error)
        raise refusal("pdf_encrypted" if locked else "pdf_damaged", source) from error
    try:
        if len(document) > MOST_PAGES:
            raise refusal("too_many_pages", source, pages=len(document), limit=MOST_PAGES)
        return [_rows(document[at]) for at in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise refusal("pdf_damaged", source) from error
    finally:
        document.close()


def _rows(page: Any) -> list[_Row]:
    text_page = page.get_textpage()
    height = page.get_height()
    rows: list[_Row] = []
    current: list[tuple[str, int]] = []
    for index in range(text_page.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text_page.raw, index))
        if character in _BREAKS:
            rows += _row(text_page, current, height)
            current = []
        elif character not in _NOTHING:
            current.append((character, index))
    rows += _row(text_page, current, height)
    return rows


def _row(text_page: Any, characters: list[tuple[str, int]], height: float) -> list[_Row]:
    inked = [(c, i) for c, i in characters if not c.isspace()]
    if not inked:
        return []
    text = "".join(c for c, _ in characters).strip()
    first, last = text_page.get_charbox(inked[0][1]), text_page.get_charbox(inked[-1][1])
    em = pdfium.FPDFText_GetFontSize(text_page.raw, inked[0][1]) * _scale(text_page, inked[0][1])
    return [_Row(text, first[0], last[2], height - first[3], em)]


def _scale(text_page: Any, index: int) -> float:
    """What the page's matrix makes of a font size of 1."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page.raw, index, ctypes.byref(matrix)):
        return 1.0
    return abs(matrix.d) or abs(matrix.b) or 1.0


def _sealed(pages: list[list[_Row]]) -> bool:
    """Whether two blank rows stand above the signature: less leaves no room for the seal."""
    for rows in pages:
        for at in range(len(rows) - 1, 0, -1):
            if not is_date(rows[at].text) or rows[at].left < _HALF_PAGE_MM * _PT_A_MM:
                continue
            named = rows[at - 1].left > _HALF_PAGE_MM * _PT_A_MM * 0.6 and at > 1
            first = at - 1 if named else at
            gap = rows[first].top - rows[first - 1].top
            return gap > _UNSEALED_ROWS * rows[at].em
    return True


def _repeated(pages: list[list[_Row]]) -> str:
    """The line that stands at the top of every page: a mark or running head."""
    tops = [
        {row.text for row in rows if row.top < _RUNNING_HEAD_MM * _PT_A_MM}
        for rows in pages
        if rows
    ]
    shared = set.intersection(*tops) if tops else set()
    return max(shared, key=len, default="")


def _right_edge(pages: list[list[_Row]]) -> float:
    """Where most long lines end: the right margin. Outliers do not move it.

    One line sets none, nor do short paragraphs that happen to end together far from it.
    """
    ends = Counter(round(row.right / 4) for rows in pages for row in rows if len(row.text) > 15)
    end, count = max(ends.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    furthest = max((row.right for rows in pages for row in rows), default=0.0)
    return end * 4.0 if count > 1 and end * 4.0 > 0.9 * furthest else float("inf")


def _left_edges(pages: list[list[_Row]]) -> tuple[float, float]:
    """The left margins of odd and of even pages: printed on both sides, they differ a little."""
    odd, even = (
        min(
            (row.left for rows in side for row in rows if not is_page_number(row.text)),
            default=float("inf"),
        )
        for side in (pages[::2], pages[1::2])
    )
    # They differ much where one side holds only indented rows: that is no margin.
    near = _LARGEST_SHIFT_MM * _PT_A_MM
    return (even if odd > even + near else odd), (odd if even > odd + near else even)


def _unread(pages: list[list[_Row]]) -> tuple[Unread, ...]:
    return tuple(
        Unread(
            f"page {number}",
            zh=f"第 {number} 页没有文字层（可能是扫描页），未读取。",
            en=f"page {number} has no text layer (perhaps a scan) and was not read.",
        )
        for number, rows in enumerate(pages, start=1)
        if not rows
    )
