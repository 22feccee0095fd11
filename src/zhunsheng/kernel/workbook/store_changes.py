"""Storing what an import changed: each row's next version, its new steps, its scans."""

from zhunsheng.kernel.evidence.attach import put_beside
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.record.act import Act
from zhunsheng.kernel.record.models import Batch, BatchChange, Standing
from zhunsheng.kernel.workbook.plan import PlannedChange, PlannedSheet
from zhunsheng.kernel.workbook.proven import Papers


def store_changes(act: Act, planned: PlannedSheet, *, batch: Batch, papers: Papers) -> None:
    """The changed rows, submitted again; the batch remembers which version it made of each.

    Errors: ConflictError where a row was changed since the workbook was read.
    """
    for change in planned.changes:
        _store(act, change, batch=batch, papers=papers)


def _store(act: Act, change: PlannedChange, *, batch: Batch, papers: Papers) -> None:
    record = change.record
    act.change(
        record,
        standing=Standing.SUBMITTED,
        stage=change.stage,
        recorded_by=act.by,
        recorded_at=act.at,
        confirmed_by=None,
        confirmed_at=None,
        **{name: after for name, (_, after) in change.values.items()},
    )
    BatchChange.objects.create(batch=batch, item_id=record.pk, version=record.version)
    for paper, kind in papers.of(change.row):
        put_beside(act, record, paper, kind=kind)
    Step.objects.bulk_create(
        Step(
            item_id=record.pk,
            version=record.version,
            transition=step.transition.key,
            before=step.before,
            after=step.transition.after,
            by=act.by,
            on=step.on,
            evidence=papers.scan(change.row),
            already_taken=True,
            at=act.at,
        )
        for step in change.steps
    )
