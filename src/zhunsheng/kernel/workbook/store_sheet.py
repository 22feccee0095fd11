"""Storing a sheet: items, versions, rows and what hangs on them, without model instances."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from zhunsheng.kernel.db.bulk import insert, reserve
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.refresh import Owed, obligations
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.procedure.derive import Derived, derive
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.record.act import Act
from zhunsheng.kernel.record.models import Batch, Item, Standing, Version
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.plan import PlannedRow, PlannedSheet
from zhunsheng.kernel.workbook.proven import Papers
from zhunsheng.kernel.workbook.row import RowWriter, iso

_CHUNK = 5000
_ITEM = ("id", "kind", "agency_id", "batch_id")
_VERSION = (
    "item_id", "stage", "data", "digest", "number", "action", "by_id", "attested_by_id", "on",
    "standing", "reason", "agency_id", "entry",
)  # fmt: skip
_STEP = (
    "item_id", "transition", "before", "after", "on", "evidence_id", "version", "by_id",
    "attested_by_id", "already_taken", "not_applicable", "at",
)  # fmt: skip
_EVIDENCE = ("file_id", "item_id", "kind", "dated_on", "note", "by_id", "entry")


def identify(sheets: Iterable[PlannedSheet], *, agency: int) -> None:
    """Every row of the sheets given its key, and those it names by theirs.

    All before any is stored: a row may name one of a sheet that is stored after its own.
    """
    rows = [row for planned in sheets for row in planned.rows]
    for row, item in zip(rows, reserve(Item, len(rows)), strict=True):
        row.values.pk = row.values.item_id = item
        row.values.agency_id = agency
        row.values.standing = Standing.SUBMITTED.value
        row.values.stage = ""
    for row in rows:
        for name in row.parents:
            target = getattr(row.values, f"{name}_id")
            if isinstance(target, PlannedRow):
                setattr(row.values, f"{name}_id", target.values.item_id)


def store_sheet(act: Act, planned: PlannedSheet, *, batch: Batch, papers: Papers) -> None:
    """The sheet's rows, identified, stored in the open action with their first versions."""
    kind = planned.register.kind
    writer = RowWriter(planned.register.of, act)
    for start in range(0, len(planned.rows), _CHUNK):
        rows = planned.rows[start : start + _CHUNK]
        items = ((row.values.item_id, kind, act.agency.pk, batch.pk) for row in rows)
        insert(Item, _ITEM, items)
        taken = _steps(planned, rows)
        _insert_rows(act, writer, planned, rows)
        insert(Step, _STEP, _step_rows(act, rows, taken, papers))
        insert(Evidence, _EVIDENCE, _evidence_rows(act, rows, papers))
        insert(Obligation, Owed._fields, _obligation_rows(planned, rows))


def _steps(planned: PlannedSheet, rows: Sequence[PlannedRow]) -> Iterable[tuple[Derived, ...]]:
    """The steps each row shows to have been taken; the row is given the stage they lead to."""
    procedure = registry().procedure_of(planned.register.of)
    if procedure is None:
        return ()
    found = []
    for row in rows:
        row.values.stage, taken = derive(procedure, row.values)
        found.append(taken)
    return found


def _insert_rows(
    act: Act, writer: RowWriter, planned: PlannedSheet, rows: Sequence[PlannedRow]
) -> None:
    same = (
        1, act.action, act.by.pk, None, act.on.isoformat(), Standing.SUBMITTED.value, "",
        act.agency.pk, act.place.sequence,
    )  # fmt: skip
    items = [row.values.item_id for row in rows]
    written = [writer.written(vars(row.values)) for row in rows]
    insert(
        Version,
        _VERSION,
        (
            (item, row.values.stage, data, digest, *same)
            for item, row, (data, digest, _) in zip(items, rows, written, strict=True)
        ),
    )
    insert(planned.register.of, writer.columns, (stored for _, _, stored in written))
    act.versions += [(item, 1, w[1]) for item, w in zip(items, written, strict=True)]


def _step_rows(
    act: Act,
    rows: Sequence[PlannedRow],
    taken: Iterable[tuple[Derived, ...]],
    papers: Papers,
) -> Iterator[tuple[object, ...]]:
    at = Step._meta.get_field("at").get_db_prep_save(act.at, connection)
    same = (1, None, act.by.pk, True, "", at)
    for row, steps in zip(rows, taken, strict=False):
        item = row.values.item_id
        paper = papers.scan(row)
        scan = paper.pk if paper else None
        for step in steps:
            way = step.transition
            yield item, way.key, step.before, way.after, iso(step.on), scan, *same


def _evidence_rows(
    act: Act, rows: Sequence[PlannedRow], papers: Papers
) -> Iterator[tuple[object, ...]]:
    same = (None, "", act.by.pk, act.place.sequence)
    for row in rows:
        for file, kind in papers.of(row):
            yield file.pk, row.values.item_id, kind, *same


def _obligation_rows(
    planned: PlannedSheet, rows: Sequence[PlannedRow]
) -> Iterator[tuple[object, ...]]:
    duties = registry().duties(planned.register.of)
    if not duties:
        return
    days = calendar()
    for row in rows:
        for owed in obligations(row.values, duties, days):
            yield (
                *owed[:4], iso(owed.started_on), iso(owed.due_on), owed.provisional,
                iso(owed.done_on), owed.due_at, owed.done_at,
            )  # fmt: skip
