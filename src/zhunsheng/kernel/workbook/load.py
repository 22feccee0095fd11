"""Importing a workbook: read whole, checked whole, then stored in one action or not at all."""

from dataclasses import dataclass
from pathlib import Path

from zhunsheng.kernel import clock
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.models import Batch
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.kernel.workbook.errors import CellFault, WorkbookError, WorkbookRefusedError
from zhunsheng.kernel.workbook.facets import facet_headers, plan_facets
from zhunsheng.kernel.workbook.layout import CLOSING_SHEET, DECLARED_SHEET, GUIDE_SHEET
from zhunsheng.kernel.workbook.notices import (
    PlannedClosing,
    PlannedDeclared,
    plan_closings,
    plan_declared,
)
from zhunsheng.kernel.workbook.opened import Sheet, open_workbook
from zhunsheng.kernel.workbook.plan import (
    Files,
    PlannedRow,
    PlannedSheet,
    Reading,
    plan_sheet,
)
from zhunsheng.kernel.workbook.resolve import resolve
from zhunsheng.kernel.workbook.store import Stored, store


@dataclass(frozen=True, slots=True)
class Imported:
    """What was stored, by sheet; `batch` waits for confirmation."""

    batch: Batch
    rows: tuple[tuple[str, int], ...]
    closings: int
    declared: int

    @property
    def total(self) -> int:
        return sum(count for _, count in self.rows)


@dataclass(slots=True)
class _Plan:
    sheets: list[PlannedSheet]
    closings: list[PlannedClosing]
    declared: list[PlannedDeclared]
    facets: list[tuple[PlannedRow, PlannedRow]]


def import_workbook(
    name: str, data: bytes, *, by: Person, division: Division, files: Files | None = None
) -> Imported:
    """The import, stored and waiting for a second person.

    `division` owns rows that name none; `files` gives the bytes of an evidence file by name.
    Errors: WorkbookError for a file that cannot be read; WorkbookRefusedError with every fault,
    after which nothing is stored.
    """
    with refusing(division.agency, "import", by=by):
        require_record(by, division, clock.today())
        reading = _reading(division, files)
        plan = _planned(name, data, reading)
        _require_own_divisions(plan, by, reading)
        stored: Stored = store(
            name,
            data,
            plan.sheets,
            plan.closings,
            plan.declared,
            facets=plan.facets,
            by=by,
            reading=reading,
        )
    return Imported(
        stored.batch,
        tuple((p.register.zh, len(p.rows)) for p in plan.sheets),
        len(plan.closings),
        len(plan.declared),
    )


def folder_files(folder: Path) -> Files:
    """Evidence files lying in a folder, or in its 佐证 folder, by plain name."""

    def find(name: str) -> bytes | None:
        if Path(name).name != name:
            return None
        for place in (folder / name, folder / "佐证" / name):
            if place.is_file():
                return place.read_bytes()
        return None

    return find


def _reading(division: Division, files: Files | None) -> Reading:
    agency = division.agency
    return Reading(
        agency=agency,
        division=division,
        today=clock.today(),
        files=files or (lambda _: None),
        divisions={d.name: d for d in agency.divisions.all()},
    )


def _planned(name: str, data: bytes, reading: Reading) -> _Plan:
    by_sheet = {r.zh: r for r in used_by(reading.agency).registers()}
    plan = _Plan([], [], [], [])
    for sheet in open_workbook(name, data):
        _plan_one(sheet, by_sheet, plan, reading)
    plan.sheets.sort(key=lambda p: _depth(p.register))
    resolve(plan.sheets, reading)
    if reading.faults:
        raise WorkbookRefusedError(name, tuple(reading.faults))
    if not any(p.rows for p in plan.sheets) and not plan.closings and not plan.declared:
        raise WorkbookError(
            f"“{name}”没有任何数据行；请核对工作表名称与模板一致，并填写数据。",
            f"'{name}' holds no rows; check that its sheets are named as in the template.",
        )
    return plan


def _plan_one(sheet: Sheet, by_sheet: dict[str, Register], plan: _Plan, reading: Reading) -> None:
    filled = any(cell not in ("", None) for row in sheet.rows for cell in row)
    if sheet.name == GUIDE_SHEET or not filled:
        return
    if sheet.name == CLOSING_SHEET:
        plan.closings += plan_closings(sheet, reading)
    elif sheet.name == DECLARED_SHEET:
        plan.declared += plan_declared(sheet, reading)
    elif sheet.name in by_sheet:
        _plan_register(by_sheet[sheet.name], sheet, plan, reading)
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


def _plan_register(register: Register, sheet: Sheet, plan: _Plan, reading: Reading) -> None:
    planned = plan_sheet(register, sheet, reading, facet_headers(register))
    if planned is None:
        return
    facets = plan_facets(planned, sheet, reading)
    plan.sheets += [planned, *facets.sheets]
    plan.facets += facets.links


def _depth(register: Register) -> int:
    depth = 0
    while register.parent_model is not None:
        register = registry().register_of(register.parent_model)
        depth += 1
    return depth


def _require_own_divisions(plan: _Plan, by: Person, reading: Reading) -> None:
    """Every division the rows name is one whose records the importer keeps."""
    named = {row.values.division_id for p in plan.sheets for row in p.rows}
    named |= {c.division.pk for c in plan.closings}
    today = reading.today
    for division in reading.divisions.values():
        if division.pk in named:
            require_record(by, division, today)
