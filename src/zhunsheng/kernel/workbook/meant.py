"""Dates of steps that are not for the record: refused as the desk does not offer them."""

from collections.abc import Collection
from typing import Any

from zhunsheng.kernel.label import both
from zhunsheng.kernel.procedure.derive import unmeant
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.plan import PlannedSheet, Reading


def refuse_unmeant(planned: PlannedSheet, reading: Reading) -> None:
    """Notes a fault for every new row's date of a step that is not for such a row."""
    for row in planned.rows:
        refuse_dates(planned, row.line, row.values, planned.given, reading)


def refuse_dates(
    planned: PlannedSheet, line: int, row: Any, given: Collection[str], reading: Reading
) -> None:
    """The same of one row, or stored record with new values: of the dates among `given` alone."""
    procedure = registry().procedure_of(planned.register.of)
    if procedure is None:
        return
    for name, step in unmeant(procedure, row).items():
        if name not in given:
            continue
        why = CellError(
            f"“{step.zh}”这一步骤不适用于这条记录，不能填写其日期；请核对决定是否适用的各栏，或清空此格",
            f"the step '{step.en}' is not for this record and has no date here; check the columns"
            " that decide it, or empty the cell",
        )
        header = both(column(planned.register.of, name).verbose_name)[0]
        reading.fault(planned.sheet, line, header, getattr(row, name), why)
