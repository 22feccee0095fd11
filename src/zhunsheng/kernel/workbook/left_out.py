"""Keeping the good rows: what has a fault is left out, and so is what hangs under it."""

from collections.abc import Iterator

from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.plan import PlannedChange, PlannedRow, PlannedSheet, Reading

_UNDER = CellError(
    "所属的主记录有问题，未导入；主记录改正后一并导入",
    "the record it hangs under was left out; import both once that is corrected",
)


def leave_out(
    sheets: list[PlannedSheet], facets: list[tuple[PlannedRow, PlannedRow]], reading: Reading
) -> None:
    """Takes every row with a fault out of the plan, and notes the rows that must go with it."""
    dropped = _drop_faulty(sheets, reading)
    while dropped:
        for planned in sheets:
            for row in planned.rows:
                if any(id(target) in dropped for target in _targets(row)):
                    reading.fault(planned.sheet, row.line, "", "", _UNDER)
        dropped = _drop_faulty(sheets, reading)
    kept = {id(row) for p in sheets for row in p.rows}
    facets[:] = [(facet, of) for facet, of in facets if id(facet) in kept and id(of) in kept]


def _drop_faulty(sheets: list[PlannedSheet], reading: Reading) -> set[int]:
    faulty = {(f.sheet, f.row) for f in reading.faults}
    dropped: set[int] = set()
    for planned in sheets:
        dropped |= {id(row) for row in planned.rows if (planned.sheet, row.line) in faulty}
        planned.rows = [r for r in planned.rows if (planned.sheet, r.line) not in faulty]
        planned.changes = [c for c in planned.changes if not _faulty(planned, c, faulty)]
    return dropped


def _faulty(planned: PlannedSheet, change: PlannedChange, faulty: set[tuple[str, int]]) -> bool:
    return (planned.sheet, change.row.line) in faulty


def _targets(row: PlannedRow) -> Iterator[PlannedRow]:
    for name in row.parents:
        target = getattr(row.values, f"{name}_id", None)
        if isinstance(target, PlannedRow):
            yield target
