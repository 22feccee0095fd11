"""The sheets beside the registers: what is closed for the year, and declared earlier figures."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.org.models import Division
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.workbook.cells import CellError, text_of, whole_of
from zhunsheng.kernel.workbook.layout import CLOSING_COLUMNS, DECLARED_COLUMNS
from zhunsheng.kernel.workbook.opened import Sheet
from zhunsheng.kernel.workbook.plan import Reading


@dataclass(frozen=True, slots=True)
class PlannedClosing:
    """A division closes a register for a year."""

    register: Register
    division: Division
    year: int
    nil: bool


@dataclass(frozen=True, slots=True)
class PlannedDeclared:
    """A figure of a year taken from a document."""

    figure: str
    year: int
    value: Decimal
    document: str


def plan_closings(sheet: Sheet, reading: Reading) -> list[PlannedClosing]:
    """The rows of the 报送 sheet; faults are noted in `reading`."""
    registers = {r.zh: r for r in used_by(reading.agency).registers()}
    planned = []
    for line, (name, division, year, nil) in _rows(sheet, CLOSING_COLUMNS, reading):
        before = len(reading.faults)
        register = registers.get(text_of(name))
        if register is None:
            why = CellError(f"没有这本台账；现有：{'、'.join(registers)}", "no such register")
            reading.fault(sheet.name, line, "台账", name, why)
        found = reading.divisions.get(text_of(division))
        if found is None:
            why = CellError(
                f"本单位没有这个科室；现有科室：{'、'.join(reading.divisions)}", "no such division"
            )
            reading.fault(sheet.name, line, "科室", division, why)
        number = _year(sheet, line, year, reading)
        if register and found and number and len(reading.faults) == before:
            planned.append(PlannedClosing(register, found, number, text_of(nil) == "是"))
    return planned


def plan_declared(sheet: Sheet, reading: Reading) -> list[PlannedDeclared]:
    """The rows of the 往年数据 sheet; faults are noted in `reading`."""
    figures = used_by(reading.agency).figures()
    by_name = {f.zh: key for key, f in figures.items()} | {key: key for key in figures}
    planned = []
    for line, (name, year, value, document) in _rows(sheet, DECLARED_COLUMNS, reading):
        before = len(reading.faults)
        key = by_name.get(text_of(name))
        if key is None:
            reading.fault(
                sheet.name, line, "指标", name, CellError("没有这项指标", "no such figure")
            )
        if not text_of(document):
            why = CellError("往年数据须写明出处文件", "a declared figure needs its document")
            reading.fault(sheet.name, line, "出处文件", document, why)
        number = _year(sheet, line, year, reading)
        try:
            amount = Decimal(text_of(value))
        except InvalidOperation:
            reading.fault(sheet.name, line, "数值", value, CellError("不是数字", "is no number"))
            continue
        if key and number and len(reading.faults) == before:
            planned.append(PlannedDeclared(key, number, amount, text_of(document)))
    return planned


def _rows(
    sheet: Sheet, columns: tuple[str, ...], reading: Reading
) -> list[tuple[int, list[object]]]:
    for index, row in enumerate(sheet.rows[:6]):
        texts = [text_of(cell) for cell in row]
        if all(name in texts for name in columns):
            places = [texts.index(name) for name in columns]
            rows = enumerate(sheet.rows[index + 1 :], start=index + 2)
            return [(n, [r[p] for p in places]) for n, r in rows if any(c != "" for c in r)]
    why = CellError(
        f"表头应为：{'、'.join(columns)}", f"the header should be: {', '.join(columns)}"
    )
    reading.fault(sheet.name, 1, "", "", why)
    return []


def _year(sheet: Sheet, line: int, cell: object, reading: Reading) -> int | None:
    try:
        year = whole_of(cell)
    except CellError as why:
        reading.fault(sheet.name, line, "年度", cell, why)
        return None
    if not 1949 <= year <= reading.today.year:
        reading.fault(
            sheet.name, line, "年度", cell, CellError("年度不在可填范围", "is not a possible year")
        )
        return None
    return year
