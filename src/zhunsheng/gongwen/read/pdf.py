"""PDF with a text layer: its lines with their place on the page, which tells how they join."""

from __future__ import annotations

import re
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from zhunsheng.gongwen.model import Form, Kind, Unread
from zhunsheng.gongwen.read.dates import is_date
from zhunsheng.gongwen.read.flow import LONGEST_NUMBER, is_page_number
from zhunsheng.gongwen.read.line import Extract, Line
from zhunsheng.gongwen.read.pdf_edges import left_edges, right_edge
from zhunsheng.gongwen.read.pdf_rows import Item, Row, Table, items
from zhunsheng.gongwen.read.pdf_torn import rejoined
from zhunsheng.gongwen.read.refusals import refusal
from zhunsheng.gongwen.read.tail import are_organs

MOST_PAGES: Final = 500
_PT_A_MM: Final = 72 / 25.4
_RUNNING_HEAD_MM: Final = 30  # what stands higher and on every page is no text of the document
_SLACK: Final = 1.6  # type sizes a full row may end before the margin
_SLACK_SMALL: Final = 3.6  # and of the imprint, which stands in by one
_SMALL_PT: Final = 15
_TITLE_PT: Final = 20  # a centred row may come near the margin: a title's is never full
_HALF_PAGE_MM: Final = 90
_BOTTOM_PT: Final = 262 * _PT_A_MM  # of the type area
_BARE_NUMBER: Final = re.compile(r"\d{1,3}(?:\s?/\s?\d{1,3})?")
_ROOM_PT: Final = 12
_TOP_MM: Final = 37  # of the type area
_NEXT_ROW: Final = 2.2  # type sizes: the next row stands 1.8 below
_BLANK_ROW: Final = 2.8  # type sizes: the next row stands 1.8 below, with one between them 3.6
_ASIDE: Final = (Kind.OTHER, Kind.PAGE_NUMBER)
_UNSEALED_GAP: Final = 3.3  # type sizes: one blank row makes 2.6, two make 4.4


def extract(data: bytes, source: str) -> Extract:
    """The text, pages parted by a form feed. A page without text is named as unread."""
    pages, blank = _pages(data, source)
    if not any(pages):
        raise refusal("pdf_scanned", source, pages=len(pages))
    rows = [[item for item in page if type(item) is Row] for page in pages]
    mark = _repeated(rows)
    edge = right_edge(rows)
    lefts = left_edges(rows, edge)
    text, laid = placed(rejoined(pages, lambda item: _is_aside(item, mark)))
    lines: list[Line] = []
    above: Item | None = None  # the row or table before, marks and page numbers left out
    for number, item, start in laid:
        line = _line(item, start, left=lefts[number % 2], edge=edge, mark=mark, above=above)
        lines.append(line)
        above = above if line.kind in _ASIDE else item
    form = Form.LETTER if _is_letter(rows[0]) else None
    return Extract(text, tuple(lines), _unread(pages, blank), mark, _sealed(pages, mark), form)


def laid(data: bytes, source: str) -> list[tuple[int, Item, int]]:
    """Each item as `extract` lays it: number of its page from 0, item, offset in the text."""
    pages, _ = _pages(data, source)
    mark = _repeated([[item for item in page if isinstance(item, Row)] for page in pages])
    return placed(rejoined(pages, lambda item: _is_aside(item, mark)))[1]


def placed(pages: list[list[Item]]) -> tuple[str, list[tuple[int, Item, int]]]:
    """The text, and each item with the number of its page from 0 and its offset in the text."""
    parts: list[str] = []
    laid: list[tuple[int, Item, int]] = []
    at = 0
    for number, page in enumerate(pages):
        if number:
            parts.append("\f")
            at += 1
        for item in page:
            words = item.text if isinstance(item, Row) else _words(item)
            laid.append((number, item, at))
            parts.append(f"{words}\n")
            at += len(words) + 1
    return "".join(parts), laid


def _is_letter(rows: list[Row]) -> bool:
    """Whether the red head stands above the type area, as only a letter's does (10.1)."""
    return any(row.red and row.top < (_TOP_MM - 1) * _PT_A_MM for row in rows)


def _line(
    item: Item, start: int, *, left: float, edge: float, mark: str, above: Item | None
) -> Line:
    """The line of an item that stands below `above`, perhaps with a blank row between them.

    On the next page a row stands higher than the last, not lower.
    """
    if isinstance(item, Table):
        end = start + len(_words(item))
        return Line(start, end, kind=Kind.TABLE, rows=item.rows, whole=True, joined=item.joined)
    em = item.em
    slack = (_SLACK if em > _SMALL_PT else _SLACK_SMALL) * em
    return Line(  # by place, not by name: thousands are made
        start,
        start + len(item.text),
        item.right > edge - slack and em < _TITLE_PT,
        item.left > left + 1.2 * em,
        item.left,
        em,
        item.red,
        _aside(item, mark),
        0,
        (),
        (),
        False,
        isinstance(above, Row) and item.top - above.top > _BLANK_ROW * em,
    )


def _words(table: Table) -> str:
    return "\n".join("\t".join(row) for row in table.rows)


def _aside(row: Row, mark: str) -> Kind | None:
    text = row.text
    if len(text) < LONGEST_NUMBER and (
        is_page_number(text) or (row.top > _BOTTOM_PT and _BARE_NUMBER.fullmatch(text))
    ):
        return Kind.PAGE_NUMBER
    return Kind.OTHER if mark and text == mark else None


def _is_aside(item: Item, mark: str) -> bool:
    return isinstance(item, Row) and _aside(item, mark) is not None


def _pages(data: bytes, source: str) -> tuple[list[list[Item]], frozenset[int]]:
    """What stands on each page, and which pages are white, as one before the imprint may be."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error)
        raise refusal("pdf_encrypted" if locked else "pdf_damaged", source) from error
    try:
        if len(document) > MOST_PAGES:
            raise refusal("too_many_pages", source, pages=len(document), limit=MOST_PAGES)
        found = [items(document[at]) for at in range(len(document))]
        return found, frozenset(
            at for at, page in enumerate(found) if not page and _is_white(document[at])
        )
    except pypdfium2.PdfiumError as error:
        raise refusal("pdf_damaged", source) from error
    finally:
        document.close()


def _is_white(page: Any) -> bool:
    """Whether nothing at all is on a page: a scan is a picture."""
    return int(pdfium.FPDFPage_CountObjects(page.raw)) == 0


def _sealed(pages: list[list[Item]], mark: str) -> bool:
    """Whether two blank rows stand above the signature: less leaves no room for the seal."""
    right = _HALF_PAGE_MM * _PT_A_MM
    for page in pages:
        # Most pages have no date at the right: told before all their rows are looked at.
        if not any(_is_day(item, right) for item in page):
            continue
        text = [item for item in page if not _is_aside(item, mark)]
        for at in range(len(text) - 1, -1, -1):
            day = text[at]
            if not isinstance(day, Row) or not _is_day(day, right):
                continue
            name = text[at - 1] if at else None
            signed = isinstance(name, Row) and (name.left > 0.6 * right or are_organs(name.text))
            first = _first_signature(text, at - 1) if signed else at
            above = _lower_edge(text[first - 1]) if first else _TOP_MM * _PT_A_MM
            return text[first].top - above > _UNSEALED_GAP * day.em
    return True


def _is_day(item: Item, right: float) -> bool:
    return isinstance(item, Row) and item.left >= right and is_date(item.text)


def _first_signature(text: list[Item], at: int) -> int:
    """The first of the signatures: several stand beside each other, or without seals below."""
    last = text[at]
    while at:
        above = text[at - 1]
        if not isinstance(above, Row) or not isinstance(last, Row):
            break
        near = last.top - above.top < _NEXT_ROW * last.em
        if not near or not are_organs(above.text):
            break
        at, last = at - 1, above
    return at


def _lower_edge(item: Item) -> float:
    return item.bottom if isinstance(item, Table) else item.top + item.em


def _repeated(pages: list[list[Row]]) -> str:
    """The line that stands at the top of every page: a mark or running head."""
    tops = [
        {row.text for row in rows if row.top < _RUNNING_HEAD_MM * _PT_A_MM}
        for rows in pages
        if rows
    ]
    shared = set.intersection(*tops) if tops else set()
    return max(shared, key=len, default="")


def _unread(pages: list[list[Item]], blank: frozenset[int]) -> tuple[Unread, ...]:
    return tuple(
        Unread(
            f"page {number}",
            zh=f"第 {number} 页没有文字层（可能是扫描页），未读取。",
            en=f"page {number} has no text layer (perhaps a scan) and was not read.",
        )
        for number, rows in enumerate(pages, start=1)
        if not rows and number - 1 not in blank
    )
