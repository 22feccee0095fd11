"""Rows by their number: twice is a fault; one in the register already, a change or a fault."""

from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.workbook.cells import CellError
from zhunsheng.kernel.workbook.layout import columns_of, number_of
from zhunsheng.kernel.workbook.plan import PlannedSheet, Reading


def match_numbers(planned: PlannedSheet, reading: Reading) -> None:
    """Gives each row the stored item it updates, or notes why its number cannot stand."""
    number = planned.register.number
    if not number:
        return
    column = next((c.zh for c in columns_of(planned.register) if c.name == number), number)
    stored = stored_numbers(planned.register.of, reading)
    seen: dict[str, int] = {}
    for row in planned.rows:
        text = str(getattr(row.values, number) or "")
        if not text:
            continue
        if text in seen:
            why = CellError(f"与第{seen[text]}行重复；请核对编号", f"repeats row {seen[text]}")
            reading.fault(planned.sheet, row.line, column, text, why)
        elif text in stored and reading.updates:
            row.item = stored[text]
        elif text in stored:
            why = CellError(
                "台账中已有这个编号；请核对，如系更新已有记录请勾选“按编号更新”",
                "is already in the register; check it, or choose to update rows by their number",
            )
            reading.fault(planned.sheet, row.line, column, text, why)
        seen.setdefault(text, row.line)


def stored_numbers(model: type[Record], reading: Reading) -> dict[str, int]:
    """Number → item of every row of the agency that is not voided."""
    key = model._meta.label_lower
    if key not in reading.numbers:
        rows = model._default_manager.filter(agency=reading.agency)
        pairs = rows.exclude(standing=Standing.VOIDED).values_list(number_of(model), "pk")
        reading.numbers[key] = {str(number): pk for number, pk in pairs.iterator()}
    return reading.numbers[key]
