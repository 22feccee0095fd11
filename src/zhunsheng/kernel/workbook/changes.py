"""What an update changes: rows compared with those stored, by number or else as a whole."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from zhunsheng.kernel.digest import plain
from zhunsheng.kernel.label import both
from zhunsheng.kernel.procedure.derive import Derived, derive
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.validate import field_faults, row_faults
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.meant import refuse_dates
from zhunsheng.kernel.workbook.plan import PlannedChange, PlannedRow, PlannedSheet, Reading

_CHUNK = 500


def plan_changes(sheets: list[PlannedSheet], reading: Reading) -> None:
    """Moves each row that is stored already from `rows` to `changes`, or counts it as the same."""
    for planned in sheets:
        if planned.register.number:
            _by_number(planned, reading)
        else:
            _leave_what_is_stored(planned, reading)


def _by_number(planned: PlannedSheet, reading: Reading) -> None:
    known = [row for row in planned.rows if row.item]
    planned.rows = [row for row in planned.rows if not row.item]
    for start in range(0, len(known), _CHUNK):
        rows = known[start : start + _CHUNK]
        stored = planned.register.of._default_manager.in_bulk([row.item for row in rows])
        taken = _steps_of([row.item for row in rows])
        for row in rows:
            change = _change(planned, row, stored[row.item], taken.get(row.item, set()), reading)
            if change is None:
                planned.same += 1
            else:
                planned.changes.append(change)


def _change(
    planned: PlannedSheet, row: PlannedRow, record: Record, taken: set[str], reading: Reading
) -> PlannedChange | None:
    values = dict(_differing(planned, row, record))
    if not values:
        return None
    _refuse_other_days(planned, row, values, reading)
    for name, (_, after) in values.items():
        setattr(record, name, after)
    for name, zh, en in (*field_faults(record), *row_faults(record, alone=True)):
        reading.fault(planned.sheet, row.line, name, "", CellError(zh, en))
    refuse_dates(planned, row.line, record, values, reading)
    stage, steps = _new_steps(record, taken)
    return PlannedChange(row, record, values, stage, steps)


def _differing(
    planned: PlannedSheet, row: PlannedRow, record: Record
) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Fields the file fills otherwise than they are stored; an empty cell never erases."""
    for name in planned.given:
        before, after = getattr(record, name), getattr(row.values, name, None)
        if after not in (None, "") and plain(before) != plain(after):
            yield name, (before, after)


def _refuse_other_days(
    planned: PlannedSheet, row: PlannedRow, values: dict[str, tuple[Any, Any]], reading: Reading
) -> None:
    procedure = registry().procedure_of(planned.register.of)
    stepped = procedure.sets if procedure else frozenset()
    for name, (before, after) in values.items():
        if name in stepped and before not in (None, ""):
            why = CellError(
                f"台账中该步骤登记为{before}，不能由导入更改；如登记有误，请作废后重新登记",
                f"the step is recorded as {before} and no import changes it; void and enter anew",
            )
            header = both(column(planned.register.of, name).verbose_name)[0]
            reading.fault(planned.sheet, row.line, header, after, why)


def _new_steps(record: Record, taken: set[str]) -> tuple[str, tuple[Derived, ...]]:
    """(the stage after them, the steps the new dates show and nobody recorded yet)."""
    procedure = registry().procedure_of(type(record))
    if procedure is None:
        return record.stage, ()
    stage, derived = derive(procedure, record)
    steps = tuple(d for d in derived if d.transition.key not in taken)
    return (stage if steps else record.stage), steps


def _steps_of(items: list[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for item, key in Step.objects.filter(item_id__in=items).values_list("item_id", "transition"):
        found.setdefault(item, set()).add(key)
    return found


def _leave_what_is_stored(planned: PlannedSheet, reading: Reading) -> None:
    """Rows without a number: one that stands in the register with the same values is the same."""
    given = [n for n in planned.given if n != "division_id"]
    parent = planned.register.parent
    names = given if not parent or f"{parent}_id" in given else [*given, f"{parent}_id"]
    rows = planned.register.of._default_manager.filter(agency=reading.agency)
    stored = Counter(
        tuple(map(plain, values))
        for values in rows.exclude(standing=Standing.VOIDED).values_list(*names).iterator()
    )
    left = []
    for row in planned.rows:
        key = tuple(_plain(getattr(row.values, name, None)) for name in names)
        if stored[key] > 0:
            stored[key] -= 1
            planned.same += 1
        else:
            left.append(row)
    planned.rows = left


def _plain(value: Any) -> object:
    return object() if isinstance(value, PlannedRow) else plain(value)
