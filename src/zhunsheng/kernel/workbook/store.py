"""Storing a checked workbook: every sheet, closing and declared fact in one entry of the trail."""

from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.duty.matter import Owing
from zhunsheng.kernel.duty.refresh import decided_by
from zhunsheng.kernel.evidence.store import keep_export
from zhunsheng.kernel.evidence.store import store as store_file
from zhunsheng.kernel.figure.models import Closing, DeclaredFact
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.models import Batch
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.notices import PlannedClosing, PlannedDeclared
from zhunsheng.kernel.workbook.plan import PlannedRow, PlannedSheet, Reading
from zhunsheng.kernel.workbook.proven import Papers
from zhunsheng.kernel.workbook.store_changes import store_changes
from zhunsheng.kernel.workbook.store_sheet import identify, store_sheet
from zhunsheng.kernel.workbook.whole import Plan


def store(name: str, data: bytes, plan: Plan, *, by: Person, reading: Reading) -> Batch:
    """Everything in one action."""
    # The bytes first: a crash leaves a spare file, never an evidence row without its file.
    files = {n: store_file(n, reading.files(n) or b"") for n in sorted(_named(plan.sheets))}
    export = keep_export(name, data) if reading.exported else None
    with acting(reading.agency, "import", by=by) as act:
        batch = Batch.objects.create(
            agency=reading.agency,
            source=name[:200],
            table=reading.table,
            file_digest=sm3(data),
            rows=sum(len(p.rows) + len(p.changes) for p in plan.sheets),
            by=by,
            at=act.at,
        )
        act.details = {
            "batch": batch.pk,
            "changed": {p.register.kind: len(p.changes) for p in plan.sheets if p.changes},
            "file": batch.file_digest,
            "rows": {p.register.kind: len(p.rows) for p in plan.sheets},
            "source": batch.source,
        }
        papers = [
            Papers(files, export if planned.sheet in reading.exported else None)
            for planned in plan.sheets
        ]
        identify(plan.sheets, agency=reading.agency.pk)
        for planned, beside in zip(plan.sheets, papers, strict=True):
            store_sheet(act, planned, batch=batch, papers=beside)
        for planned, beside in zip(plan.sheets, papers, strict=True):
            store_changes(act, planned, batch=batch, papers=beside)
            act.touched += followed_by(planned)
        _store_facets(act, plan.facets)
        _store_closings(act, plan.closings)
        _store_declared(act, plan.declared)
    return batch


def followed_by(planned: PlannedSheet) -> list[Owing]:
    """The stored rows whose duties follow what this sheet brought."""
    found: list[Owing] = []
    for field in registry().followed(planned.register.of):
        target = planned.register.of._meta.get_field(field).related_model
        keys = {getattr(row.values, f"{field}_id", None) for row in planned.rows} - {None}
        for model in (r.of for r in registry().registers() if r.of is target):
            found += model._default_manager.filter(pk__in=keys)
    found += decided_by(planned.register.of, {row.values.agency_id for row in planned.rows})
    return found


def _named(sheets: list[PlannedSheet]) -> set[str]:
    rows = (row for p in sheets for row in (*p.rows, *(c.row for c in p.changes)))
    return {name for row in rows for name in row.evidence}


def _store_facets(act: Act, facets: list[tuple[PlannedRow, PlannedRow]]) -> None:
    Link.objects.bulk_create(
        [
            Link(
                role="facet",
                source_id=facet.values.item_id,
                target_id=occasion.values.item_id,
                by=act.by,
                entry=act.place.sequence,
            )
            for facet, occasion in facets
        ]
    )


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
