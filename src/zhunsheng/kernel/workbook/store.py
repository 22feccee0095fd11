"""Storing a checked workbook: items, versions and rows in bulk, one entry of the trail."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zhunsheng.kernel.db.bulk import insert, reserve
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.refresh import obligations, write
from zhunsheng.kernel.evidence.models import Evidence, File
from zhunsheng.kernel.evidence.store import store as store_file
from zhunsheng.kernel.figure.models import Closing, DeclaredFact
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.procedure.derive import derive
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.models import Batch, Item, Standing, Version
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.notices import PlannedClosing, PlannedDeclared
from zhunsheng.kernel.workbook.plan import PlannedRow, PlannedSheet, Reading
from zhunsheng.kernel.workbook.row import RowWriter

_CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Stored:
    """The batch as stored."""

    batch: Batch


def store(
    name: str,
    data: bytes,
    sheets: list[PlannedSheet],
    closings: list[PlannedClosing],
    declared: list[PlannedDeclared],
    *,
    by: Person,
    reading: Reading,
) -> Stored:
    """Everything in one action."""
    total = sum(len(p.rows) for p in sheets)
    # The bytes first: a crash leaves a spare file, never an evidence row without its file.
    files = {n: store_file(n, reading.files(n) or b"") for n in sorted(_named(sheets))}
    with acting(reading.agency, "import", by=by) as act:
        batch = Batch.objects.create(
            agency=reading.agency,
            source=name[:200],
            file_digest=sm3(data),
            rows=total,
            by=by,
            at=act.at,
        )
        act.details = {
            "batch": batch.pk,
            "file": batch.file_digest,
            "rows": {p.register.kind: len(p.rows) for p in sheets},
            "source": batch.source,
        }
        for planned in sheets:
            _store_sheet(act, planned, batch, files)
        _store_closings(act, closings)
        _store_declared(act, declared)
    return Stored(batch)


def _named(sheets: list[PlannedSheet]) -> set[str]:
    return {name for p in sheets for row in p.rows for name in row.evidence}


def _store_sheet(act: Act, planned: PlannedSheet, batch: Batch, files: dict[str, File]) -> None:
    model = planned.register.of
    keys = reserve(Item, len(planned.rows))
    writer = RowWriter(model, act)
    procedure = registry().procedure_of(model)
    steps: list[Step] = []
    for rows, items in _chunks(planned.rows, keys):
        for row, item in zip(rows, items, strict=True):
            _identify(row, item)
            if procedure:
                stage, taken = derive(procedure, row.values)
                row.values.stage = stage
                steps += [
                    Step(
                        item_id=item,
                        version=1,
                        transition=t.transition.key,
                        before=t.before,
                        after=t.transition.after,
                        on=t.on,
                        attested_by=act.by,
                        evidence=files[row.evidence[0]] if row.evidence else None,
                        already_taken=True,
                        at=act.at,
                    )
                    for t in taken
                ]
        insert(Item, ("id", "kind", "agency_id", "batch_id"), _items(items, planned, act, batch))
        sealed = [
            (item, *writer.sealed(row.values, item)) for row, item in zip(rows, items, strict=True)
        ]
        insert(
            Version,
            _VERSION,
            (_version(act, *s, stage=r.values.stage) for s, r in zip(sealed, rows, strict=True)),
        )
        insert(
            model,
            writer.columns,
            (writer.values(row.values, item) for row, item in zip(rows, items, strict=True)),
        )
        act.versions += [(item, 1, digest) for item, _, digest in sealed]
    Step.objects.bulk_create(steps, batch_size=500)
    _store_evidence(act, planned, files)
    _store_obligations(act, planned)


def _identify(row: PlannedRow, item: int) -> None:
    row.values.pk = row.values.item_id = item
    row.values.standing = Standing.SUBMITTED.value
    row.values.stage = ""
    for name in row.parents:
        target = getattr(row.values, f"{name}_id")
        if isinstance(target, PlannedRow):
            setattr(row.values, f"{name}_id", target.values.item_id)


def _chunks(rows: list[PlannedRow], keys: Any) -> Iterator[tuple[list[PlannedRow], list[int]]]:
    for start in range(0, len(rows), _CHUNK):
        yield rows[start : start + _CHUNK], list(keys[start : start + _CHUNK])


def _items(
    items: list[int], planned: PlannedSheet, act: Act, batch: Batch
) -> Iterator[tuple[object, ...]]:
    for item in items:
        yield item, planned.register.kind, act.agency.pk, batch.pk


_VERSION = (
    "item_id",
    "number",
    "action",
    "by_id",
    "attested_by_id",
    "on",
    "standing",
    "stage",
    "reason",
    "data",
    "digest",
    "agency_id",
    "entry",
)


def _version(act: Act, item: int, data: str, digest: str, *, stage: str) -> tuple[object, ...]:
    return (
        item,
        1,
        act.action,
        act.by.pk,
        None,
        act.on.isoformat(),
        Standing.SUBMITTED.value,
        stage,
        "",
        data,
        digest,
        act.agency.pk,
        act.place.sequence,
    )


def _store_evidence(act: Act, planned: PlannedSheet, files: dict[str, File]) -> None:
    Evidence.objects.bulk_create(
        [
            Evidence(
                file=files[name],
                item_id=row.values.item_id,
                kind="import",
                by=act.by,
                entry=act.place.sequence,
            )
            for row in planned.rows
            for name in row.evidence
        ],
        batch_size=500,
    )


def _store_obligations(act: Act, planned: PlannedSheet) -> None:
    if not registry().duties(planned.register.of):
        return
    days = calendar()
    for row in planned.rows:
        row.values.agency_id = act.agency.pk
    made = [
        o for row in planned.rows for o in obligations(row.values, days, of=planned.register.of)
    ]
    write(made)


def _store_closings(act: Act, closings: list[PlannedClosing]) -> None:
    Closing.objects.bulk_create(
        [
            Closing(
                agency=act.agency,
                division=c.division,
                register=c.register.kind,
                year=c.year,
                nil=c.nil,
                by=act.by,
                at=act.at,
            )
            for c in closings
        ]
    )
    if closings:
        act.details["closed"] = [[c.register.kind, c.division.code, c.year] for c in closings]


def _store_declared(act: Act, declared: list[PlannedDeclared]) -> None:
    DeclaredFact.objects.bulk_create(
        [
            DeclaredFact(
                agency=act.agency,
                figure=d.figure,
                year=d.year,
                value=d.value,
                document=d.document,
                by=act.by,
                at=act.at,
            )
            for d in declared
        ]
    )
    if declared:
        act.details["declared"] = [[d.figure, d.year, d.value] for d in declared]
