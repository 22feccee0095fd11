"""Where the elements of a PDF stand on their pages: red head, lines, date, attachments, imprint."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.lint.fault import Fault, fault
from zhunsheng.gongwen.lint.sheet import MM, Bar, Sheet, Strip
from zhunsheng.gongwen.lint.strips import LEFT, RIGHT
from zhunsheng.gongwen.model import Form, Kind, Reading

_ONE: Final = 0.3  # mm: closer lines are one
_TWIN: Final = 3.0  # mm from one line of a double line to the other
_OFF: Final = 1.5  # mm, for what the standard measures from ink whose edge a font decides
_TOP: Final = float(layout.MARGIN_TOP_MM)
_BOTTOM: Final = float(layout.PAGE_HEIGHT_MM - layout.MARGIN_BOTTOM_MM)
_CHARACTER: Final = float(layout.CHARACTER_PT) / MM
_OFF_CHARACTERS: Final = 0.4
_IMPRINT: Final = (Kind.COPIES, Kind.PRINTED)
_BODY: Final = (Kind.PARAGRAPH, Kind.HEADING, Kind.TABLE)
_MARK_TOPS: Final = {
    Form.DOCUMENT: ("版心上边缘", "the type area's edge", _TOP, layout.MARK_TOP_MM),
    Form.LETTER: ("上页边", "the page's edge", 0.0, layout.LETTER_MARK_TOP_MM),
    Form.ORDER: ("版心上边缘", "the type area's edge", _TOP, layout.ORDER_MARK_TOP_MM),
    Form.MINUTES: ("版心上边缘", "the type area's edge", _TOP, layout.MARK_TOP_MM),
}


def place_faults(pages: tuple[Sheet, ...], reading: Reading, form: Form) -> Iterator[Fault]:
    """The faults of what stands at a fixed place."""
    first = pages[0]
    yield from _mark(first, form)
    if form is Form.LETTER:
        yield from _letter_lines(first)
    elif form is Form.DOCUMENT:
        yield from _red_line(first)
    if any(b.kind in _BODY for b in reading.blocks) and not _shows_text(first):
        yield fault("first-page-text")
    for sheet in pages:
        if form is not Form.ORDER:  # its date stands by the signer's: 7.3.5.3
            yield from _date(sheet)
        yield from _annexes(sheet)
    yield from _imprint(pages, form)


def _shows_text(first: Sheet) -> bool:
    return bool(first.tables) or bool(first.of(*_BODY))


def _mark(first: Sheet, form: Form) -> Iterator[Fault]:
    marks = first.of(Kind.ORGAN_MARK)
    if not marks:
        return
    zh, en, edge, wanted = _MARK_TOPS[form]
    top = min(marks, key=lambda mark: mark.top)
    found = top.top - edge
    if abs(found - wanted) > _OFF:
        yield fault(
            "organ-mark-place", top.block, edge=zh, edge_en=en, found=f"{found:.1f}", wanted=wanted
        )


def _red_line(first: Sheet) -> Iterator[Fault]:
    numbers = first.of(Kind.NUMBER)
    if not numbers or not first.of(Kind.TITLE):
        return
    number = max(numbers, key=lambda strip: strip.bottom)
    title = first.of(Kind.TITLE)[0]
    lines = [bar for bar in first.bars if bar.red and number.bottom < bar.y < title.top]
    if not lines:
        if not first.pictures:
            yield fault("red-line", number.block)
        return
    below, length = lines[0].y - number.bottom, lines[0].right - lines[0].left
    if (
        abs(below - layout.RED_LINE_BELOW_NUMBER_MM) > _OFF
        or abs(length - layout.TYPE_AREA_WIDTH_MM) > _OFF
    ):
        yield fault("red-line-place", number.block, found=f"{below:.1f}", length=f"{length:.0f}")


def double_lines(first: Sheet) -> list[tuple[Bar, Bar]]:
    """The red lines that stand in twos. One filled and stroked is drawn twice."""
    red = [bar for bar in first.bars if bar.red]
    return [(a, b) for a, b in pairwise(red) if _ONE < b.y - a.y < _TWIN]


def _letter_lines(first: Sheet) -> Iterator[Fault]:
    """The upper edge of the first and the lower edge of the second count."""
    pairs = double_lines(first)
    if len(pairs) < 2:
        if not first.pictures:
            yield fault("letter-lines", found=len(pairs))
        return
    marks = first.of(Kind.ORGAN_MARK)
    upper, lower = pairs[0][0], pairs[-1][1]
    above = upper.y - upper.thick / 2 - max((m.bottom for m in marks), default=0.0)
    below = layout.PAGE_HEIGHT_MM - lower.y - lower.thick / 2
    length = max((bar.right - bar.left for pair in pairs for bar in pair), key=_off_length)
    if (
        (marks and abs(above - layout.LETTER_LINE_BELOW_MARK_MM) > _OFF)
        or abs(below - layout.LETTER_FOOT_LINE_MM) > _OFF
        or _off_length(length) > _OFF
    ):
        values = {"length": length, "above": above, "below": below}
        yield fault("letter-lines-place", **{name: f"{v:.0f}" for name, v in values.items()})


def _off_length(length: float) -> float:
    return abs(length - layout.LETTER_LINE_MM)


def _date(sheet: Sheet) -> Iterator[Fault]:
    """7.3.5: four characters free at the right under a seal; else two after the name begins."""
    names = sheet.of(Kind.SIGNATURE)
    for day in sheet.of(Kind.DATE):
        free = (RIGHT - day.right) / _CHARACTER
        behind = [(day.left - name.left) / _CHARACTER for name in names]
        sealed = abs(free - layout.SEALED_DATE_INDENT) < _OFF_CHARACTERS
        # 7.3.5.2: a date longer than the name keeps two itself.
        unsealed = abs(free - layout.UNSEALED_NAME_INDENT) < _OFF_CHARACTERS
        shifted = any(abs(by - layout.UNSEALED_DATE_SHIFT) < _OFF_CHARACTERS for by in behind)
        if not (sealed or unsealed or shifted):
            yield fault("date-place", day.block, found=f"{free:.1f}".removesuffix(".0"))


def _annexes(sheet: Sheet) -> Iterator[Fault]:
    for label in sheet.of(Kind.ANNEX):
        flow = [s for s in sheet.strips if s.kind not in (Kind.PAGE_NUMBER, Kind.OTHER)]
        first = flow[0] is label and not any(top < label.top for top, _ in sheet.tables)
        if not first or label.left - LEFT > _CHARACTER / 2:
            yield fault("annex-place", label.block)


def _imprint(pages: tuple[Sheet, ...], form: Form) -> Iterator[Fault]:
    holding = [sheet for sheet in pages if sheet.of(*_IMPRINT)]
    if not holding:
        return
    sheet = holding[-1]
    rows = sheet.of(*_IMPRINT)
    odd = sheet.number % 2 == 1 and form is not Form.LETTER  # 10.1 asks only for the last page
    if sheet.number != pages[-1].number or odd:
        yield fault("imprint-page", rows[0].block, found=sheet.number)
    if form is not Form.LETTER:
        yield from _imprint_lines(sheet, rows)


def _imprint_lines(sheet: Sheet, rows: list[Strip]) -> Iterator[Fault]:
    bars = [bar for bar in sheet.bars if not bar.red and not _in_table(bar, sheet)]
    last = next((bar for bar in bars if bar.y > rows[-1].base), None)
    first = next((bar for bar in reversed(bars) if bar.y < rows[0].top + 1), None)
    if last is None or first is None:
        if not sheet.pictures:
            yield fault("imprint-lines", rows[0].block)
        return
    if any(abs(bar.right - bar.left - layout.TYPE_AREA_WIDTH_MM) > _OFF for bar in (first, last)):
        yield fault("imprint-lines", rows[0].block)
    if abs(last.y - _BOTTOM) > _OFF:
        yield fault("imprint-foot", rows[-1].block, found=f"{abs(last.y - _BOTTOM):.1f}")


def _in_table(bar: Bar, sheet: Sheet) -> bool:
    return any(top - 1 < bar.y < bottom + 1 for top, bottom in sheet.tables)
