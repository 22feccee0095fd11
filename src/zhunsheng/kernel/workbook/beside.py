"""Checks that read the row a row names: its parent, stored or of the same workbook."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from zhunsheng.kernel.label import both
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import RowCheck
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.plan import PlannedRow, PlannedSheet, Reading

_CHUNK = 500
Stored = dict[Any, Any]


def refuse_beside(sheets: list[PlannedSheet], reading: Reading) -> None:
    """Notes a fault for every row, new or changed, that contradicts the row it names.

    A row this workbook changes is read as it will be.
    """
    changed = {c.record.pk: c.record for planned in sheets for c in planned.changes}
    for planned in sheets:
        names = dict.fromkeys(c.beside for c in planned.register.checks if c.beside)
        for name in names:
            _refuse(planned, name, changed, reading)


def _refuse(planned: PlannedSheet, name: str, changed: Stored, reading: Reading) -> None:
    checks = [c for c in planned.register.checks if c.beside == name]
    rows = [(line, row, getattr(row, f"{name}_id", None)) for line, row in _rows(planned)]
    known = changed | _stored(planned, name, {t for *_, t in rows if isinstance(t, int)}, changed)
    for line, row, target in rows:
        other = target.values if isinstance(target, PlannedRow) else known.get(target)
        if other is None:
            continue
        seen = SimpleNamespace(**vars(row) | {name: other})
        for check in checks:
            if not check.test(seen):
                _fault(planned, line, row, check, reading)


def _rows(planned: PlannedSheet) -> Iterator[tuple[int, Any]]:
    """(line, values) of each row to be stored, a changed one with its new values."""
    yield from ((row.line, row.values) for row in planned.rows)
    for change in planned.changes:
        fields = change.record._meta.concrete_fields
        values = {f.attname: getattr(change.record, f.attname) for f in fields}
        yield change.row.line, SimpleNamespace(**values)


def _stored(planned: PlannedSheet, name: str, items: set[int], changed: Stored) -> Stored:
    model = column(planned.register.of, name).related_model
    assert isinstance(model, type) and issubclass(model, Record)
    wanted = sorted(items - set(changed))
    found: Stored = {}
    for start in range(0, len(wanted), _CHUNK):
        found |= model._default_manager.in_bulk(wanted[start : start + _CHUNK])
    return found


def _fault(planned: PlannedSheet, line: int, row: Any, check: RowCheck, reading: Reading) -> None:
    header = both(column(planned.register.of, check.field).verbose_name)[0]
    value = getattr(row, check.field, "")
    reading.fault(planned.sheet, line, header, value, CellError(check.zh, check.en))
