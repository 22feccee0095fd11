"""A workbook read and checked as a whole: what storing it would do."""

from dataclasses import dataclass, field

from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.barred import refuse_barred
from zhunsheng.kernel.workbook.beside import refuse_beside
from zhunsheng.kernel.workbook.changes import plan_changes
from zhunsheng.kernel.workbook.errors import CellFault, WorkbookError
from zhunsheng.kernel.workbook.facets import facet_headers, plan_facets
from zhunsheng.kernel.workbook.layout import CLOSING_SHEET, DECLARED_SHEET, FAULT_SHEET, GUIDE_SHEET
from zhunsheng.kernel.workbook.meant import refuse_unmeant
from zhunsheng.kernel.workbook.notices import (
    PlannedClosing,
    PlannedDeclared,
    plan_closings,
    plan_declared,
)
from zhunsheng.kernel.workbook.numbers import match_numbers
from zhunsheng.kernel.workbook.once import refuse_repeated
from zhunsheng.kernel.workbook.opened import Sheet
from zhunsheng.kernel.workbook.plan import PlannedRow, PlannedSheet, Reading, plan_sheet
from zhunsheng.kernel.workbook.resolve import resolve


@dataclass(slots=True)
class Plan:
    """What a workbook brings; its faults are in the reading."""

    sheets: list[PlannedSheet] = field(default_factory=list)
    closings: list[PlannedClosing] = field(default_factory=list)
    declared: list[PlannedDeclared] = field(default_factory=list)
    facets: list[tuple[PlannedRow, PlannedRow]] = field(default_factory=list)

    @property
    def brings(self) -> bool:
        """Whether there is anything to store."""
        return bool(self.closings or self.declared or any(p.rows or p.changes for p in self.sheets))

    @property
    def same(self) -> int:
        return sum(p.same for p in self.sheets)


def plan_workbook(sheets: list[Sheet], reading: Reading) -> Plan:
    """The plan, every fault noted in `reading`."""
    by_sheet = {r.zh: r for r in used_by(reading.agency).registers()}
    plan = Plan()
    for sheet in sheets:
        _plan_one(sheet, by_sheet, plan, reading)
    plan.sheets.sort(key=lambda p: _depth(p.register))
    resolve(plan.sheets, reading)
    for planned in plan.sheets:
        refuse_barred(planned, reading)
    if reading.updates:
        plan_changes(plan.sheets, reading)
    refuse_beside(plan.sheets, reading)
    for planned in plan.sheets:
        refuse_unmeant(planned, reading)
        refuse_repeated(planned, reading)
    return plan


def require_rows(name: str, plan: Plan) -> None:
    """Errors: WorkbookError where the file holds nothing to read."""
    if not plan.brings and not plan.same:
        raise WorkbookError(
            f"“{name}”没有任何数据行；请核对工作表名称与模板一致，并填写数据。",
            f"'{name}' holds no rows; check that its sheets are named as in the template.",
        )


def _plan_one(sheet: Sheet, by_sheet: dict[str, Register], plan: Plan, reading: Reading) -> None:
    filled = any(cell not in ("", None) for row in sheet.rows for cell in row)
    if sheet.name in (GUIDE_SHEET, FAULT_SHEET) or not filled:
        return
    if sheet.name == CLOSING_SHEET:
        plan.closings += plan_closings(sheet, reading)
    elif sheet.name == DECLARED_SHEET:
        plan.declared += plan_declared(sheet, reading)
    elif (sheet.register or sheet.name) in by_sheet:
        _plan_register(by_sheet[sheet.register or sheet.name], sheet, plan, reading)
    else:
        known = "、".join(by_sheet)
        reading.faults.append(
            CellFault(
                sheet.name,
                0,
                "",
                "",
                f"没有与工作表“{sheet.name}”对应的台账；请改名（现有台账：{known}）或删除该表",
                f"no register is named '{sheet.name}'; rename the sheet ({known}) or delete it",
            )
        )


def _plan_register(register: Register, sheet: Sheet, plan: Plan, reading: Reading) -> None:
    planned = plan_sheet(register, sheet, reading, facet_headers(register))
    if planned is None:
        return
    match_numbers(planned, reading)
    facets = plan_facets(planned, sheet, reading)
    plan.sheets += [planned, *facets.sheets]
    plan.facets += facets.links


def _depth(register: Register) -> int:
    depth = 0
    while register.parent_model is not None:
        register = registry().register_of(register.parent_model)
        depth += 1
    return depth
