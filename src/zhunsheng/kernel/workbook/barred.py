"""Rows of a workbook that a row already in force forbids."""

from zhunsheng.kernel.label import both
from zhunsheng.kernel.record.bar import barred_by, standing_bars
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.plan import PlannedSheet, Reading


def refuse_barred(planned: PlannedSheet, reading: Reading) -> None:
    """Notes a fault for every row of the sheet that is barred; rows stored already were judged."""
    register = planned.register
    if not register.bars:
        return
    among = standing_bars(register.bars, reading.agency.pk)
    for row in planned.rows:
        for name, zh, en in barred_by(row.values, among, own=row.item):
            header = both(column(register.of, name).verbose_name)[0]
            value = getattr(row.values, name, "")
            reading.fault(planned.sheet, row.line, header, value, CellError(zh, en))
