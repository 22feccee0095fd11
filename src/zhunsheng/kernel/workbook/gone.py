"""Rows an earlier export of a system held and this one, of the same days, does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.workbook.cells import text_of
from zhunsheng.kernel.workbook.layout import columns_of
from zhunsheng.kernel.workbook.opened import Sheet
from zhunsheng.kernel.workbook.plan import PlannedSheet

if TYPE_CHECKING:
    from zhunsheng.kernel.workbook.source import Read


@dataclass(frozen=True, slots=True)
class Gone:
    """A stored row whose number is no longer in the file: nothing is done to it, it is told."""

    register: Register
    item: int
    number: str
    title: str


def gone_from(read: Read, planned: Iterable[PlannedSheet], agency: Agency) -> tuple[Gone, ...]:
    """Rows of each foreign sheet's register that files of these systems brought.

    An export of one month says nothing of the others: only rows dated between the first and the
    last day of the file are asked for. A register without a number is one of `untold`.
    """
    sheets = {sheet.name: sheet for sheet in read.sheets}
    tables = [source.pk for sources in read.sources.values() for source in sources]
    found: list[Gone] = []
    for plan in planned:
        if plan.sheet in read.sources and plan.register.number:
            numbers = _numbers(sheets[plan.sheet], plan.register)
            if numbers:
                found += _missing(plan, numbers, tables, agency)
    return tuple(found)


def untold(read: Read, planned: Iterable[PlannedSheet]) -> tuple[tuple[str, Register], ...]:
    """(foreign sheet, its register) where rows have no number: none of them can be missed."""
    found = ((plan.sheet, plan.register) for plan in planned if plan.sheet in read.sources)
    return tuple(dict.fromkeys(pair for pair in found if not pair[1].number))


def _numbers(sheet: Sheet, register: Register) -> frozenset[str]:
    """Every number in the sheet, of rows with faults too."""
    names = [c.zh for c in columns_of(register) if c.name == register.number]
    for index, row in enumerate(sheet.rows):
        texts = [text_of(cell) for cell in row]
        if names[0] in texts:
            place = texts.index(names[0])
            return frozenset(text_of(r[place]) for r in sheet.rows[index + 1 :]) - {""}
    return frozenset()


def _missing(
    plan: PlannedSheet, numbers: frozenset[str], tables: list[int], agency: Agency
) -> list[Gone]:
    register = plan.register
    rows = register.of._default_manager.filter(agency=agency, item__batch__table__in=tables)
    names = ["pk", register.number, "title", *([register.dated_by] if register.dated_by else [])]
    stored = list(rows.exclude(standing=Standing.VOIDED).order_by("pk").values_list(*names))
    days = [row[3] for row in stored if str(row[1]) in numbers] if register.dated_by else []
    days += [getattr(row.values, register.dated_by, None) for row in plan.rows]
    days += [getattr(c.record, register.dated_by, None) for c in plan.changes]
    known = [day for day in days if day is not None]
    return [
        Gone(register, pk, str(number), title)
        for pk, number, title, *day in stored
        if str(number) not in numbers and _within(day, known)
    ]


def _within(day: list[Any], days: list[date]) -> bool:
    """Without a day, always: the register dates nothing, or not this row."""
    return not day or (day[0] is not None and bool(days) and min(days) <= day[0] <= max(days))
