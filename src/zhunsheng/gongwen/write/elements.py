"""The words each element is printed with: 签发人：, 附件：, 抄送：…。, 2025年2月20日, 印发."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.joins import Cell, laid
from zhunsheng.gongwen.model import Block, Form, Joined, Kind, OfficialDocument, Run, head_rows

SIGNER_LABEL: Final = "签发人："  # signed by
DOCUMENT_WORD: Final = "文件"  # document, at the right of the organs' names
ATTENDANCE: Final = ("出席", "请假", "列席")  # present, excused, observers
POST_GAP: Final = "\u3000\u3000"  # between the post of an order's signer and the name (7.3.5.3)
_CHARACTERS_A_ROW: Final = 31.0  # of a table, in size 4
_CELL_PADDING: Final = 0.6  # characters
_HEAD_IN_ONE_LINE: Final = 4.0  # characters
_UPRIGHT: Final = 8  # lines: a head of so many characters stands upright
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def clean(text: str) -> str:
    """The text on one line: control characters, which no page shows, become a space."""
    return _CONTROL.sub(" ", text)


def long_date(day: date | None) -> str:
    """2025年2月20日, no leading zeros (7.3.5.4); empty for no date."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def addressee_line(doc: OfficialDocument) -> str:
    """The addressees with their full-width colon (7.3.2)."""
    return f"{clean(doc.addressees)}：" if doc.addressees else ""


def attachment_lines(doc: OfficialDocument) -> tuple[str, ...]:
    """附件：1. … and the rows under it."""
    named = enumerate(numbered_attachments(doc))
    return tuple(f"{'' if at else '附件：'}{number}{name}" for at, (number, name) in named)


def numbered_attachments(doc: OfficialDocument) -> tuple[tuple[str, str], ...]:
    """(number, name) of each attachment; one alone has no number (7.3.4)."""
    names = [clean(name) for name in doc.attachments]
    several = len(names) > 1
    return tuple((f"{at}. " if several else "", name) for at, name in enumerate(names, 1))


def note_line(doc: OfficialDocument) -> str:
    """The note in parentheses (7.3.6)."""
    return f"（{clean(doc.note)}）" if doc.note else ""


def attendance(doc: OfficialDocument) -> tuple[tuple[str, str], ...]:
    """(label, names) of those present at, excused from and observing the meeting (10.3)."""
    told = zip(ATTENDANCE, (doc.present, doc.excused, doc.observers), strict=True)
    return tuple((label, clean(names)) for label, names in told if names)


def annex_label(doc: OfficialDocument, at: int) -> str:
    """附件, with its number where there are several (7.3.7); `at` counts from 1."""
    several = max(len(doc.annexes), len(doc.attachments)) > 1
    return f"附件{at}" if several else "附件"


def addressees_in_imprint(doc: OfficialDocument) -> bool:
    """Whether the addressees are so many that the first page could show no text (7.3.2)."""
    return head_height(doc) + layout.LINE_PT > layout.type_area_height()


def head_height(doc: OfficialDocument, *, with_addressees: bool = True) -> Decimal:
    """Points from the type area's top to the first row of text."""
    mark, beside = mark_rows(doc)
    to = math.ceil(layout.em_width(addressee_line(doc)) / layout.CHARACTERS_A_LINE)
    return layout.head_height(
        mark=mark,
        beside=beside,
        signer_rows=len(signer_rows(doc)) or bool(doc.number),
        title=len(title_rows(doc)),
        addressees=to if with_addressees else 0,
    )


def signatures(doc: OfficialDocument) -> tuple[str, ...]:
    """The organs that sign, in their order."""
    return tuple(clean(name) for name in (doc.signature, *doc.joint_signatures) if name)


def title_rows(doc: OfficialDocument) -> tuple[str, ...]:
    """The rows of the title (7.3.1); none for a document without one."""
    return layout.title_lines(clean(doc.title), signatures(doc)) if doc.title else ()


def mark_rows(doc: OfficialDocument) -> tuple[tuple[str, ...], str]:
    """The rows of the red head, the host's first, and what stands beside several: 文件 (7.2.4)."""
    host = clean(doc.organ_mark)
    if not doc.joint_marks:
        return ((host,) if host else ()), ""
    beside = DOCUMENT_WORD if host.endswith(DOCUMENT_WORD) else ""
    return (host.removesuffix(beside), *map(clean, doc.joint_marks)), beside


def copies_line(doc: OfficialDocument) -> str:
    """抄送： and the organs, closed by a full stop (7.4.2)."""
    return f"抄送：{'，'.join(clean(name) for name in doc.copies)}。" if doc.copies else ""


def printed_line(doc: OfficialDocument) -> str:
    """The date and 印发 at the right of the last row (7.4.3)."""
    return f"{long_date(doc.printed_on)}印发" if doc.printed_on else ""


def signer_rows(doc: OfficialDocument) -> tuple[tuple[str, ...], ...]:
    """The signers, two a row (7.2.6); that of an order signs below the text."""
    if doc.form is Form.ORDER:
        return ()
    names = [clean(name) for name in doc.signers]
    return tuple(tuple(names[at : at + 2]) for at in range(0, len(names), 2))


def marks_above(doc: OfficialDocument) -> tuple[tuple[str, str], ...]:
    """(kind, text) of 份号, 密级 and 紧急程度, in the order of their rows (7.2.1 to 7.2.3)."""
    each = (
        (Kind.COPY_NUMBER, doc.copy_number),
        (Kind.SECRECY, doc.secrecy),
        (Kind.URGENCY, doc.urgency),
    )
    return tuple((kind.value, clean(text)) for kind, text in each if text)


def clean_rows(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The cells on one line each; no row without a cell, unless none has any."""
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(map(clean, row or ("",) * min(width, 1))) for row in rows)


def column_weights(
    rows: tuple[tuple[str, ...], ...], joined: tuple[Joined, ...] = ()
) -> tuple[float, ...]:
    """How wide each column of clean rows is against the others.

    A cell over several columns asks for no width, one over several rows for what its words need in
    as many lines. Where the row is too narrow for all, a head takes two lines before a cell below
    it does, and three where the table is shorter for it. Of a table taller than a page the heads
    stand upright, a character a line, if that makes it shorter by a third.
    """
    columns = tuple(zip(*_asking(rows, joined), strict=True))
    whole = tuple(max(map(layout.em_width, column)) + 1 for column in columns)
    if sum(whole) <= _CHARACTERS_A_ROW:
        return whole
    two, three, upright = (
        _shared([_least(column, lines) for column in columns]) for lines in (2, 3, _UPRIGHT)
    )
    tall = {w: sum(lines_taken(rows, w, joined)) for w in (two, three, upright)}
    best = min(two, three, key=tall.__getitem__)
    much = tall[best] > layout.TALLEST_ROW and tall[upright] <= tall[best] * 2 / 3
    return upright if much else best


def _asking(
    rows: tuple[tuple[str, ...], ...], joined: tuple[Joined, ...]
) -> Iterator[tuple[str, ...]]:
    """The words each column must hold: those of the whole head first, then row by row."""
    most, head = max(map(len, rows)), head_rows(joined)
    asked = [[""] * most for _ in rows]
    for at, cells in enumerate(laid(rows, joined)):
        for cell in cells:
            if cell.columns == 1 and not cell.goes_on:
                lines = cell.rows if at >= head else 1
                asked[at][cell.column] = cell.text[: math.ceil(len(cell.text) / lines)]
    yield tuple(max(column, key=layout.em_width) for column in zip(*asked[:head], strict=True))
    yield from map(tuple, asked[head:])


def _shared(needs: list[float]) -> tuple[float, ...]:
    """The row divided: who needs little has it, the others share what is left evenly."""
    room = _CHARACTERS_A_ROW
    for at, need in enumerate(sorted(needs)):
        share = room / (len(needs) - at)
        if need > share:
            return tuple(min(need, share) for need in needs)
        room -= need
    return tuple(needs)


def lines_taken(
    rows: tuple[tuple[str, ...], ...], weights: tuple[float, ...], joined: tuple[Joined, ...] = ()
) -> tuple[int, ...]:
    """How many lines each of the clean rows takes; a cell over several shares its lines out."""
    total = sum(weights)
    share = [weight / total * _CHARACTERS_A_ROW for weight in weights]
    begun: list[dict[int, int]] = [{} for _ in rows]
    for at, cells in enumerate(laid(rows, joined)):
        for cell in cells:
            above = begun[at - 1].get(cell.column, 0) if cell.goes_on else 0
            begun[at][cell.column] = above or _lines(cell, share)
    return tuple(max(taken.values(), default=1) or 1 for taken in begun)


def _lines(cell: Cell, share: list[float]) -> int:
    """Those of a cell in each of its rows; its columns have these characters."""
    wide = sum(share[cell.column : cell.column + cell.columns])
    lines = layout.em_width(cell.text) / max(wide - _CELL_PADDING, 1.0)
    return math.ceil(math.ceil(lines) / cell.rows)


def _least(column: tuple[str, ...], lines: int) -> float:
    """The characters a column needs: its longest cell whole, its head in these lines if long."""
    head = layout.em_width(column[0])
    below = max((layout.em_width(cell) for cell in column[1:]), default=0.0)
    return max(below, min(head, max(math.ceil(head / lines), _HEAD_IN_ONE_LINE / (lines - 1)))) + 1


def lead_and_rest(block: Block) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs of the heading part of a heading, and those that run on."""
    left = block.lead or len(block.text)
    lead: list[Run] = []
    rest: list[Run] = []
    for run in block.runs:
        cut = max(0, min(len(run.text), left))
        left -= cut
        if cut:
            lead.append(Run(run.text[:cut], run.ref, run.kind))
        if cut < len(run.text):
            rest.append(Run(run.text[cut:], run.ref, run.kind))
    return tuple(lead), tuple(rest)
