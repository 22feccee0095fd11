"""Rows that call other rows by their number: found in the workbook first, then in the register."""

from typing import Any

from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.layout import number_of
from zhunsheng.kernel.workbook.numbers import stored_numbers
from zhunsheng.kernel.workbook.people import resolve_people
from zhunsheng.kernel.workbook.plan import PlannedRow, PlannedSheet, Reading


def resolve(sheets: list[PlannedSheet], reading: Reading) -> None:
    """Turns each row's `parents` into rows of this workbook or stored items, or notes a fault.

    A row found here is kept as the PlannedRow itself, to be given its item when it is stored.
    """
    named = [dict.fromkeys(n for row in p.rows for n in row.parents) for p in sheets]
    called = {
        column(p.register.of, name).related_model
        for p, names in zip(sheets, named, strict=True)
        for name in names
    }
    here = {p.register.of: _by_number(p) for p in sheets if p.register.of in called}
    for planned, names in zip(sheets, named, strict=True):
        # The parent first: a row without a title takes its parent's.
        for name in sorted(names, key=lambda n: n != planned.register.parent):
            _resolve_field(planned, name, here, reading)


def _by_number(planned: PlannedSheet) -> dict[str, PlannedRow]:
    number = number_of(planned.register.of)
    return {str(getattr(row.values, number, "")): row for row in planned.rows}


def _resolve_field(
    planned: PlannedSheet, name: str, here: dict[Any, dict[str, PlannedRow]], reading: Reading
) -> None:
    field = column(planned.register.of, name)
    model = field.related_model
    if model is Person:
        resolve_people(planned, name, reading)
        return
    if not isinstance(model, type) or not issubclass(model, Record):
        return
    among = here.get(model, {})
    stored = stored_numbers(model, reading)
    heads: dict[int, tuple[str, int]] = {}
    for row in planned.rows:
        text = row.parents.get(name)
        if text is None:
            continue
        target: Any = among.get(text) or stored.get(text)
        if target is None:
            why = CellError(
                f"没有编号为“{text}”的主记录；请先登记，或改正编号",
                f"no record is numbered '{text}'; enter it first or correct the number",
            )
            reading.fault(planned.sheet, row.line, str(field.verbose_name), text, why)
            continue
        if isinstance(target, PlannedRow) and target.item:
            target = target.item  # the row it hangs under is stored and only updated here
        setattr(row.values, f"{name}_id", target)
        if name == planned.register.parent:
            _inherit(planned, row, model, target, heads)


def _inherit(
    planned: PlannedSheet,
    row: PlannedRow,
    model: type[Record],
    target: Any,
    heads: dict[int, tuple[str, int]],
) -> None:
    """A line belongs to its parent's division, and takes its title where it has none."""
    if isinstance(target, PlannedRow):
        title, division = target.values.title, target.values.division_id
    else:
        if target not in heads:
            stored = model._default_manager.values_list("title", "division_id")
            heads[target] = stored.get(pk=target)
        title, division = heads[target]
    row.values.title = row.values.title or title
    if "division" not in planned.register.columns:
        row.values.division_id = division
