"""Importing a workbook: read whole, checked whole, then stored in one action or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.models import Batch
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.kernel.workbook.errors import CellFault, WorkbookRefusedError
from zhunsheng.kernel.workbook.gone import Gone, gone_from, untold
from zhunsheng.kernel.workbook.left_out import leave_out
from zhunsheng.kernel.workbook.plan import Files, Reading
from zhunsheng.kernel.workbook.source import read_sheets, their_names
from zhunsheng.kernel.workbook.store import store
from zhunsheng.kernel.workbook.whole import Plan, plan_workbook, require_rows


@dataclass(frozen=True, slots=True)
class Ways:
    """How a workbook is taken: whether numbers already there are updated (a mapped table always
    updates), and whether the good rows are stored where others have faults."""

    updates: bool = False
    keep_good: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What an import would do.

    `unread` are columns of foreign tables that map to nothing; `gone` rows that earlier files of
    the same systems held, `untold` (sheet, register) where such rows could not be told; `theirs`,
    by sheet, the names those systems give to the register's columns; `sources` (sheet, source) the
    mappings its foreign tables are read by.
    """

    plan: Plan
    faults: tuple[CellFault, ...]
    unread: tuple[tuple[str, str], ...]
    gone: tuple[Gone, ...] = ()
    untold: tuple[tuple[str, Register], ...] = ()
    theirs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What was stored, by sheet; `batch` waits for confirmation; `left` are faults left out.

    `gone` and `untold` are those of `Checked`.
    """

    batch: Batch
    rows: tuple[tuple[str, int], ...]
    changed: int
    same: int
    closings: int
    declared: int
    left: tuple[CellFault, ...] = ()
    gone: tuple[Gone, ...] = ()
    untold: tuple[tuple[str, Register], ...] = ()

    @property
    def total(self) -> int:
        return sum(count for _, count in self.rows)


def check_workbook(
    name: str,
    data: bytes,
    *,
    by: Person,
    division: Division,
    files: Files | None = None,
    ways: Ways = Ways(),
) -> Checked:
    """What the import would do, nothing stored. Errors: WorkbookError, NotAllowedError."""
    require_record(by, division, clock.today())
    return _checked(name, data, _reading(division, files, ways), by)


def import_workbook(
    name: str,
    data: bytes,
    *,
    by: Person,
    division: Division,
    files: Files | None = None,
    ways: Ways = Ways(),
) -> Imported:
    """The import, stored and waiting for a second person.

    `division` owns rows that name none; `files` gives the bytes of an evidence file by name.
    Errors: WorkbookError for a file that cannot be read; WorkbookRefusedError with every fault,
    after which nothing is stored.
    """
    with refusing(division.agency, "import", by=by):
        require_record(by, division, clock.today())
        reading = _reading(division, files, ways)
        checked = _checked(name, data, reading, by)
        plan, faults = checked.plan, checked.faults
        if faults and ways.keep_good:
            leave_out(plan.sheets, plan.facets, reading)
            faults = tuple(reading.faults)
        if faults and not (ways.keep_good and plan.brings):
            raise WorkbookRefusedError(name, faults)
        batch = store(name, data, plan, by=by, reading=reading)
    return Imported(
        batch,
        tuple((p.register.zh, len(p.rows)) for p in plan.sheets),
        sum(len(p.changes) for p in plan.sheets),
        plan.same,
        len(plan.closings),
        len(plan.declared),
        faults,
        checked.gone,
        checked.untold,
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


def _reading(division: Division, files: Files | None, ways: Ways) -> Reading:
    agency = division.agency
    return Reading(
        agency=agency,
        division=division,
        today=clock.today(),
        files=files or (lambda _: None),
        divisions={d.name: d for d in agency.divisions.all()},
        updates=ways.updates,
    )


def _checked(name: str, data: bytes, reading: Reading, by: Person) -> Checked:
    read = read_sheets(name, data, reading.agency)
    reading.updates = reading.updates or bool(read.sources)
    reading.exported = frozenset(read.sources)
    reading.table = next((first for first, *_ in read.sources.values()), None)
    plan = plan_workbook(read.sheets, reading)
    if not reading.faults:
        require_rows(name, plan)
    _require_own_divisions(plan, by, reading)
    theirs = {sheet: their_names(sources) for sheet, sources in read.sources.items()}
    gone = gone_from(read, plan.sheets, reading.agency)
    numberless = untold(read, plan.sheets)
    used = tuple((sheet, one.name) for sheet, several in read.sources.items() for one in several)
    return Checked(plan, tuple(reading.faults), read.unread, gone, numberless, theirs, used)


def _require_own_divisions(plan: Plan, by: Person, reading: Reading) -> None:
    """Every division the rows name is one whose records the importer keeps."""
    named = {row.values.division_id for p in plan.sheets for row in p.rows}
    named |= {change.record.division_id for p in plan.sheets for change in p.changes}
    named |= {c.division.pk for c in plan.closings}
    today = reading.today
    for division in reading.divisions.values():
        if division.pk in named:
            require_record(by, division, today)
