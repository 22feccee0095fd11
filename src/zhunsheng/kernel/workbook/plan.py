"""A workbook checked through and ready to be stored: nothing is written while a fault remains."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db import models

from zhunsheng.kernel.evidence.store import EvidenceError, require_acceptable
from zhunsheng.kernel.org.models import Agency, Division
from zhunsheng.kernel.procedure.derive import Derived
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.cells import CellError, Reader, reader_of, text_of
from zhunsheng.kernel.workbook.errors import CellFault
from zhunsheng.kernel.workbook.header import Header, header_of
from zhunsheng.kernel.workbook.layout import Column, columns_of
from zhunsheng.kernel.workbook.models import SourceTable
from zhunsheng.kernel.workbook.opened import Sheet

Files = Callable[[str], bytes | None]


@dataclass(slots=True)
class PlannedRow:
    """One row: where it stood, its values by field attribute, the numbers it calls others by.

    `item` is the stored row it updates, 0 for a new one.
    """

    line: int
    values: Any
    evidence: tuple[str, ...]
    parents: dict[str, str]
    item: int = 0


@dataclass(slots=True)
class PlannedChange:
    """A stored row with new values: field → (before, after), and the steps newly dated."""

    row: PlannedRow
    record: Record
    values: dict[str, tuple[Any, Any]]
    stage: str
    steps: tuple[Derived, ...]


@dataclass(slots=True)
class PlannedSheet:
    """A register's new rows and changes, from the sheet of this name.

    `given` are the fields the sheet has a column for; `same` counts rows already stored as they
    are.
    """

    register: Register
    sheet: str
    given: tuple[str, ...] = ()
    rows: list[PlannedRow] = field(default_factory=list)
    changes: list[PlannedChange] = field(default_factory=list)
    same: int = 0


@dataclass(slots=True)
class Reading:
    """What all sheets share while they are checked.

    `updates`: a number already in the register names the row to change, else it is a fault;
    `table` is the mapping the first foreign table is read by, `exported` the foreign sheets.
    """

    agency: Agency
    division: Division
    today: date
    files: Files
    divisions: dict[str, Division]
    updates: bool = False
    faults: list[CellFault] = field(default_factory=list)
    numbers: dict[str, dict[str, int]] = field(default_factory=dict)
    seen_files: dict[str, CellError | None] = field(default_factory=dict)
    table: SourceTable | None = None
    exported: frozenset[str] = frozenset()

    def fault(self, sheet: str, row: int, column: str, value: object, why: CellError) -> None:
        shown = text_of(value)
        self.faults.append(CellFault(sheet, row, column, shown[:60], why.zh, why.en))

    def file_fault(self, name: str) -> CellError | None:
        """Why the evidence file cannot be taken; None where it can."""
        if name not in self.seen_files:
            self.seen_files[name] = _file_fault(name, self.files(name))
        return self.seen_files[name]


def _file_fault(name: str, data: bytes | None) -> CellError | None:
    if data is None:
        return CellError(
            "没有找到这个文件；请与工作簿一并上传，或改正文件名",
            "no such file came with the workbook; add it or correct its name",
        )
    try:
        require_acceptable(name, data)
    except EvidenceError as error:
        return CellError(error.zh.rstrip("。"), error.en.rstrip("."))
    return None


def plan_sheet(
    register: Register, sheet: Sheet, reading: Reading, further: tuple[str, ...] = ()
) -> PlannedSheet | None:
    """The sheet's rows, every fault noted in `reading`; None where its header cannot be read.

    `further` are headers the sheet may have besides the register's own columns.
    """
    columns = columns_of(register)
    header, faults = header_of(sheet, columns, further)
    reading.faults += faults
    if header is None:
        return None
    _refuse_formulas(sheet, header, reading)
    planned = PlannedSheet(register, sheet.name, given=_attributes(columns, header))
    checker = _RowReader(register, sheet.name, columns, header, reading)
    for index in range(header.index + 1, len(sheet.rows)):
        cells = sheet.rows[index]
        if any(cell not in ("", None) for cell in cells):
            row = checker.read(index + 1, cells)
            if row is not None:
                planned.rows.append(row)
    return planned


def _attributes(columns: tuple[Column, ...], header: Header) -> tuple[str, ...]:
    return tuple(c.field.attname for c in columns if c.name in header.places)


class _RowReader:
    """Reads the rows of one sheet; everything that can be is worked out once, before the first."""

    def __init__(
        self,
        register: Register,
        sheet: str,
        columns: tuple[Column, ...],
        header: Header,
        reading: Reading,
    ) -> None:
        self._register = register
        self._sheet = sheet
        self._header = header
        self._reading = reading
        self._readers: list[tuple[Column, int, Reader]] = [
            (c, header.places[c.name], reader_of(c.field, required=c.required))
            for c in columns
            if c.name in header.places and not isinstance(c.field, models.ForeignKey)
        ]
        self._references = [
            (c, header.places[c.name])
            for c in columns
            if c.name in header.places
            and isinstance(c.field, models.ForeignKey)
            and c.name != "division"
        ]
        self._division = header.places.get("division")
        self._defaults = defaults_of(register.of)
        procedure = registry().procedure_of(register.of)
        fields = {f.name: f for f in register.of._meta.concrete_fields}
        sets = procedure.sets if procedure else frozenset()
        self._steps = [n for n in sorted(sets) if isinstance(fields.get(n), models.DateField)]
        self._dated = {t.dated_by for t in procedure.transitions} - {""} if procedure else set()
        self._come = sorted({*self._steps, register.happened_on} - {""})
        self._names = {c.name: c.zh for c in columns}
        self._checks = [check for check in register.checks if not check.beside]
        self._checked = bool(self._come or self._dated or self._checks)
        self._own = reading.division.pk

    def read(self, line: int, cells: list[object]) -> PlannedRow | None:
        """The row, or None when it has a fault."""
        before = len(self._reading.faults)
        row = SimpleNamespace(**self._defaults)
        values = vars(row)
        for column, place, reader in self._readers:
            try:
                values[column.name] = reader(cells[place])
            except CellError as why:
                self._reading.fault(self._sheet, line, column.zh, cells[place], why)
        # Each asked only where the sheet has such a column: most rows have neither.
        values["division_id"] = (
            self._own if self._division is None else self._division_of(line, cells[self._division])
        )
        parents = self._parents(line, cells) if self._references else {}
        evidence = self._evidence(line, cells) if self._header.evidence is not None else ()
        if self._checked and len(self._reading.faults) == before:
            self._check(line, row, evidence)
        if len(self._reading.faults) > before:
            return None
        return PlannedRow(line, row, evidence, parents)

    def _check(self, line: int, row: Any, evidence: tuple[str, ...]) -> None:
        for name in self._come:
            value = getattr(row, name)
            if value is not None and value > self._reading.today:
                why = CellError(
                    "日期在今天之后；只能登记已经发生的",
                    "is still to come; only what happened is recorded",
                )
                self._reading.fault(self._sheet, line, self._names.get(name, name), value, why)
        for check in self._checks:
            if not check.test(row):
                value = getattr(row, check.field, "")
                why = CellError(check.zh, check.en)
                column = self._names.get(check.field, check.field)
                self._reading.fault(self._sheet, line, column, value, why)
        if not evidence and any(getattr(row, name, None) for name in self._dated):
            why = CellError(
                "已办步骤须有注明日期的扫描件；请填写扫描件文件名",
                "steps already taken need a dated scan; give its file name",
            )
            self._reading.fault(self._sheet, line, "佐证", "", why)

    def _division_of(self, line: int, cell: object) -> int:
        name = text_of(cell)
        if not name:
            return self._own
        division = self._reading.divisions.get(name)
        if division is None:
            known = "、".join(self._reading.divisions)
            why = CellError(
                f"本单位没有这个科室；现有科室：{known}", f"no such division; there are: {known}"
            )
            self._reading.fault(self._sheet, line, "科室", name, why)
            return self._own
        return division.pk

    def _parents(self, line: int, cells: list[object]) -> dict[str, str]:
        found = {}
        for column, place in self._references:
            text = text_of(cells[place])
            if text:
                found[column.name] = text
            elif column.required:
                why = CellError("必填，不能为空；请补填", "is required; fill it in")
                self._reading.fault(self._sheet, line, column.zh, "", why)
        return found

    def _evidence(self, line: int, cells: list[object]) -> tuple[str, ...]:
        place = self._header.evidence
        text = text_of(cells[place]) if place is not None and place < len(cells) else ""
        if not text:
            return ()
        names = _split(text)
        for name in names:
            why = self._reading.file_fault(name)
            if why is not None:
                self._reading.fault(self._sheet, line, "佐证", name, why)
        return names


@functools.lru_cache(maxsize=1024)
def _split(text: str) -> tuple[str, ...]:
    """File names from a cell: one a line, or parted by semicolons."""
    return tuple(n.strip() for n in text.replace("；", "\n").replace(";", "\n").split("\n"))


def defaults_of(model: type[Record]) -> dict[str, Any]:
    """A value for every column a sheet may leave out."""
    own = {f.name for f in Record._meta.get_fields()}
    return {
        f.attname: None if f.null else f.get_default()
        for f in model._meta.concrete_fields
        if f.name not in own and (f.null or not f.is_relation)
    } | {"title": ""}


def _refuse_formulas(sheet: Sheet, header: Header, reading: Reading) -> None:
    named = {place: text_of(sheet.rows[header.index][place]) for place in header.places.values()}
    why = CellError(
        "是公式而不是值；请“选择性粘贴—数值”后再导入", "is a formula; paste it as a value"
    )
    for column, row in sheet.formulas:
        if column in named and row > header.index + 1:
            value = sheet.rows[row - 1][column] if row <= len(sheet.rows) else ""
            reading.fault(sheet.name, row, named[column], value, why)
