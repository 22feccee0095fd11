"""The numbers of GB/T 9704—2012 党政机关公文格式, each beside its clause.

Units: lengths in millimetres (`_MM`) or points (`_PT`); type sizes in points.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

PAGE_WIDTH_MM: Final = 210  # 5.1 A4
PAGE_HEIGHT_MM: Final = 297
MARGIN_TOP_MM: Final = 37  # 5.2.1 天头 head margin
MARGIN_LEFT_MM: Final = 28  # 5.2.1 订口 binding margin
TYPE_AREA_WIDTH_MM: Final = 156  # 5.2.1 版心 type area
TYPE_AREA_HEIGHT_MM: Final = 225
MARGIN_RIGHT_MM: Final = PAGE_WIDTH_MM - MARGIN_LEFT_MM - TYPE_AREA_WIDTH_MM
MARGIN_BOTTOM_MM: Final = PAGE_HEIGHT_MM - MARGIN_TOP_MM - TYPE_AREA_HEIGHT_MM

BODY_PT: Final = 16  # 5.2.2 三号 size 3
TITLE_PT: Final = 22  # 7.3.1 二号 size 2
SMALL_PT: Final = 14  # 7.4.2, 7.5 四号 size 4
LINES_A_PAGE: Final = 22  # 5.2.3
CHARACTERS_A_LINE: Final = 28  # 5.2.3

_PT_A_MM: Final = Decimal(72) / Decimal("25.4")
LINE_PT: Final = (TYPE_AREA_HEIGHT_MM * _PT_A_MM / LINES_A_PAGE).quantize(
    Decimal("0.01")
) - Decimal(
    "0.01"  # 22 rows must not be a hair more than the type area
)
# 7.3.5.5: rows drawn closer, where text and signature would else not share the first page.
TIGHTER_PT: Final = (Decimal("27.5"), Decimal("26"), Decimal("24.5"))
CHARACTER_PT: Final = (TYPE_AREA_WIDTH_MM * _PT_A_MM / CHARACTERS_A_LINE).quantize(
    Decimal("0.01")
) - Decimal("0.01")
TITLE_LINE_PT: Final = 36  # one blank row more would part the lines of a title

MARK_TOP_MM: Final = 35  # 7.2.4, 10.3 upper edge of the red head below the type area's top
ORDER_MARK_TOP_MM: Final = 20  # 10.2
LETTER_MARK_TOP_MM: Final = 30  # 10.1 below the upper edge of the page
LETTER_LINE_MM: Final = 170  # 10.1 length of the double lines
LETTER_LINE_BELOW_MARK_MM: Final = 4  # 10.1
LETTER_FOOT_LINE_MM: Final = 20  # 10.1 above the lower edge of the page
LETTER_BELOW_LINE_PT: Final = 14  # 10.1 seven eighths of a character of size 3
DOUBLE_THICK_PT: Final = Decimal("2.25")
DOUBLE_GAP_PT: Final = Decimal("0.75")
DOUBLE_THIN_PT: Final = Decimal("0.75")
RED_LINE_BELOW_NUMBER_MM: Final = 4  # 7.2.7
RED_LINE_PT: Final = 2
RED: Final = "#d7000f"
IMPRINT_THICK_MM: Final = Decimal("0.35")  # 7.4.1 first and last line of the 版记
IMPRINT_THIN_MM: Final = Decimal("0.25")  # 7.4.1 lines between
PAGE_NUMBER_BELOW_MM: Final = 7  # 7.5 dash below the type area
UNTORN_ROWS: Final = 15  # a table of so many rows is kept on one page
KEPT_CHARACTERS: Final = 280  # a last paragraph so short goes to the page of the signature
SEALED_DATE_INDENT: Final = 4  # 7.3.5.1 characters free to the right of the date
UNSEALED_NAME_INDENT: Final = 2  # 7.3.5.2 characters free to the right of the name
UNSEALED_DATE_SHIFT: Final = 2  # 7.3.5.2 the date begins so many characters after the name
SEALED_ROWS_ABOVE: Final = 2  # the seal's upper edge comes within a row of the text above
UNSEALED_ROWS_ABOVE: Final = 1  # 7.3.5.2
TABLE_LINE_PT: Final = 22
TORN_ROWS: Final = 4  # so many rows of a table that is torn stand on its first page at least
TALLEST_ROW: Final = 22  # lines of a table on a page
MOST_COLUMNS: Final = 20  # of a table: narrower ones hold not one character of size 4
IMPRINT_CHARACTERS: Final = 26  # in a row of the imprint, behind its label
IMPRINT_MOST_ROWS: Final = 23
TITLE_MOST_LINES: Final = 5

SEAL_MM: Final = 42  # diameter of a bureau's seal
SEALS_A_ROW: Final = 3  # 7.3.5.1: they touch neither each other nor the edge of the type area
SEAL_PITCH_MM: Final = 46  # from the middle of one seal to that of the next
SEALED_ROWS_APART: Final = 5  # rows from one row of sealed signatures to the next

_MARK_LARGEST_PT: Final = 62  # 22 mm high characters: the usual limit of the red head
_MARK_SMALLEST_PT: Final = 26
_MARK_ROWS_PT: Final = 170  # the height of the names of several organs
MARK_NARROWEST: Final = 60  # per cent; narrower characters cannot be read
MARK_ROW: Final = Decimal("1.2")  # height of a row of the red head, in type sizes
_TITLE_LONGEST: Final = 19  # size 2 characters in a row of 156 mm, one of 20 left for punctuation
_SHORTEST_ROW: Final = 4  # characters: 通知 alone in a row would look lost
# After these a title may break: 的 of, 和 and, 及 and, 、 comma, 》 close of a name.
_BREAK_AFTER: Final = "的和及、》”"
_NAME: Final = re.compile("《[^《》]+》")  # the name of an instrument


def mark_size(rows: Sequence[str], beside: str = "") -> int:
    """The type size, in points, at which the rows of the red head fill the width and no more.

    `beside` is what stands at the right of the rows, in the middle (7.2.4).
    """
    width = int(TYPE_AREA_WIDTH_MM * _PT_A_MM)
    longest = max(map(len, rows), default=0) + len(beside)
    highest = int(_MARK_ROWS_PT / (max(len(rows), 1) * MARK_ROW))
    return max(_MARK_SMALLEST_PT, min(_MARK_LARGEST_PT, highest, width // max(longest, 1)))


def mark_width(rows: Sequence[str], beside: str = "") -> int:
    """How wide its characters are, per cent: less where the smallest fill more than a row."""
    longest = max(map(len, rows), default=0) + len(beside)
    room = int(TYPE_AREA_WIDTH_MM * _PT_A_MM) * 100
    return min(100, room // (max(longest, 1) * mark_size(rows, beside)))


def head_height(
    *, mark: Sequence[str], beside: str = "", signer_rows: int, title: int, addressees: int
) -> Decimal:
    """Points from the type area's top to the first row of text, for so many rows of each part."""
    rows, above = Decimal(signer_rows), Decimal(0)
    if mark:
        rows = Decimal(2 + max(signer_rows, 1) + 2)
        above = (MARK_TOP_MM + RED_LINE_BELOW_NUMBER_MM) * _PT_A_MM
        above += mark_size(mark, beside) * (1 + (len(mark) - 1) * MARK_ROW)
    return above + (rows + 1 + addressees) * LINE_PT + title * TITLE_LINE_PT


def type_area_height() -> Decimal:
    """The height of the type area in points."""
    return TYPE_AREA_HEIGHT_MM * _PT_A_MM


def em_width(text: str) -> float:
    """The width of a text in characters: what is not Chinese takes half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def title_lines(title: str, organs: Sequence[str] = ()) -> tuple[str, ...]:
    """The title in rows that keep words whole: the organ, then 关于 and its subject (7.3.1).

    Of several organs at its head, each stays whole; those that fit stand beside each other. The
    name of an instrument in 《》 is not parted where a row holds it.
    """
    if em_width(title) <= _TITLE_LONGEST:
        return (title,)
    usual = _by_organ(title, organs)
    name = _NAME.search(title)
    if name is None or em_width(name[0]) > _TITLE_LONGEST or any(name[0] in row for row in usual):
        return usual
    head, tail = title[: name.start()], title[name.start() :]
    above = (head,) if em_width(head) <= _TITLE_LONGEST else _by_organ(head, organs)
    if em_width(tail) <= _TITLE_LONGEST:
        return (*above, tail)
    return (*above, name[0], *_rows(tail.removeprefix(name[0])))


def _by_organ(title: str, organs: Sequence[str]) -> tuple[str, ...]:
    named = "".join(organs)
    if len(organs) > 1 and title.startswith(named):
        return (*_packed(organs), *_rows(title.removeprefix(named)))
    organ, about, subject = title.partition("关于")
    if organ and about and em_width(organ) <= _TITLE_LONGEST:
        return (organ, *_rows(about + subject))
    return _rows(title)


def _packed(names: Sequence[str]) -> list[str]:
    rows: list[str] = []
    for name in names:
        if rows and len(rows[-1]) + 1 + len(name) <= _TITLE_LONGEST:
            rows[-1] += f"\u3000{name}"
        else:
            rows.append(name)
    return rows


def _rows(text: str) -> tuple[str, ...]:
    count = math.ceil(em_width(text) / _TITLE_LONGEST)
    rows: list[str] = []
    while count > 1:
        cut = _cut(text, count)
        rows.append(text[:cut])
        text = text[cut:]
        count = max(count - 1, math.ceil(em_width(text) / _TITLE_LONGEST))
    return (*rows, text)


def _cut(text: str, count: int) -> int:
    """Where the first of `count` rows ends: near its share, after a joining word if one is near."""
    share = em_width(text) / count
    fitting = [at for at in range(1, len(text)) if em_width(text[:at]) <= _TITLE_LONGEST]
    # The rows that follow must hold the rest, and the last of them more than the sort of document.
    most = _TITLE_LONGEST * (count - 1)
    choices = [at for at in fitting if _SHORTEST_ROW <= em_width(text[at:]) <= most] or fitting
    return min(
        choices,
        key=lambda at: (_broken(text, at), _unfit(text, at), abs(em_width(text[:at]) - share)),
    )


def parts_of_row(row: str) -> tuple[str, ...]:
    """A row of a title in parts between which a narrower page may break it."""
    places = [at for at in range(1, len(row)) if not (_unfit(row, at) or _broken(row, at))]
    return tuple(row[a:b] for a, b in pairwise([0, *places, len(row)]))


def _broken(text: str, at: int) -> bool:
    """Whether a break here would cut a number or word, or follow an opening bracket."""
    before, after = text[at - 1], text[at : at + 1]
    return bool(re.fullmatch(r"[A-Za-z\d][A-Za-z\d年%]|[《（“〔].|.[》）”、〕]", before + after))


def _unfit(text: str, at: int) -> bool:
    return text[at - 1] not in _BREAK_AFTER
