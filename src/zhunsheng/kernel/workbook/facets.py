"""Facets beside an occasion: one row is the meeting and all that regimes take from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.label import both
from zhunsheng.kernel.occasion.facet import Facet
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.cells import CellError, reader_of, text_of
from zhunsheng.kernel.workbook.header import header_of
from zhunsheng.kernel.workbook.layout import columns_of
from zhunsheng.kernel.workbook.opened import Sheet
from zhunsheng.kernel.workbook.plan import PlannedRow, PlannedSheet, Reading, defaults_of

_YES, _NO = "是", ("", "否")  # yes; no or empty


@dataclass(slots=True)
class PlannedFacets:
    """The facets' own rows by register, and which occasion each belongs to."""

    sheets: list[PlannedSheet] = field(default_factory=list)
    links: list[tuple[PlannedRow, PlannedRow]] = field(default_factory=list)


def facet_headers(register: Register) -> tuple[str, ...]:
    """The further columns of the occasions' sheet: a yes or no a facet, and what it asks."""
    if register.of is not Occasion:
        return ()
    return tuple(name for facet in registry().facets() for name in _headers(facet).values())


def plan_facets(planned: PlannedSheet, sheet: Sheet, reading: Reading) -> PlannedFacets:
    """The facets of a sheet of occasions; faults are noted in `reading`."""
    found = PlannedFacets()
    register = planned.register
    header, _ = header_of(sheet, columns_of(register), facet_headers(register))
    if register.of is not Occasion or header is None:
        return found
    if reading.updates:
        why = CellError(
            "会议和活动没有编号，不能按编号更新；请去掉勾选，或在页面上更正",
            "occasions have no number to be updated by; import them as new, or correct the page",
        )
        reading.fault(sheet.name, 0, "", "", why)
        return found
    for facet in registry().facets():
        own = PlannedSheet(registry().register_of(facet.of), sheet.name)
        for row in planned.rows:
            made = _row(facet, row, sheet, header.further, reading)
            if made is not None:
                own.rows.append(made)
                found.links.append((made, row))
        if own.rows:
            found.sheets.append(own)
    return found


def _headers(facet: Facet) -> dict[str, str]:
    """Field of the facet ("" for the facet itself) → header of its column."""
    asked = {name: both(column(facet.of, name).verbose_name)[0] for name in facet.asks}
    return {"": facet.zh} | {name: f"{facet.zh}：{zh}" for name, zh in asked.items()}


def _row(
    facet: Facet, row: PlannedRow, sheet: Sheet, places: dict[str, int], reading: Reading
) -> PlannedRow | None:
    cells = sheet.rows[row.line - 1]
    headers = _headers(facet)
    chosen = _cell(cells, places.get(headers[""]))
    if text_of(chosen) in _NO:
        return None
    if text_of(chosen) != _YES:
        why = CellError("只能填“是”或“否”", "must be 是 (yes) or 否 (no)")
        reading.fault(sheet.name, row.line, headers[""], chosen, why)
        return None
    if not facet.when(row.values):
        why = CellError(
            f"这次{row.values.title}不具备作为“{facet.zh}”的条件；请核对类别和议题",
            f"this occasion does not meet the condition of '{facet.en}'; check kind and agenda",
        )
        reading.fault(sheet.name, row.line, headers[""], chosen, why)
        return None
    values: dict[str, Any] = defaults_of(facet.of) | dict(_filled(facet, row.values))
    for name in facet.asks:
        cell = _cell(cells, places.get(headers[name]))
        asked = column(facet.of, name)
        required = not (asked.null or asked.blank or asked.has_default())
        try:
            values[name] = reader_of(asked, required=required)(cell)
        except CellError as why:
            reading.fault(sheet.name, row.line, headers[name], cell, why)
            return None
    values["division_id"] = row.values.division_id
    made = PlannedRow(row.line, SimpleNamespace(**values), row.evidence, {})
    return made if _holds_together(facet, made, sheet, reading) else None


def _holds_together(facet: Facet, made: PlannedRow, sheet: Sheet, reading: Reading) -> bool:
    """Whether the facet's row keeps its register's checks; a fault stands in the column asked."""
    headers = _headers(facet)
    wrong = [c for c in registry().register_of(facet.of).checks if not c.holds(made.values)]
    for check in wrong:
        value = getattr(made.values, check.field, "")
        why = CellError(check.zh, check.en)
        place = headers.get(check.field, headers[""])
        reading.fault(sheet.name, made.line, place, value, why)
    return not wrong


def _filled(facet: Facet, occasion: Any) -> Iterator[tuple[str, Any]]:
    yield "title", occasion.title
    for name, source in facet.fills.items():
        yield name, getattr(occasion, source)


def _cell(cells: list[object], place: int | None) -> object:
    return "" if place is None or place >= len(cells) else cells[place]
