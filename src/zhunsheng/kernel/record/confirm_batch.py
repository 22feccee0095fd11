"""Confirming an import as a whole: a second person vouches for every row of the workbook."""

import itertools
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, ForeignKey, OuterRef, Q, QuerySet, prefetch_related_objects

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import ConflictError, NotAllowedError, NotPossibleError
from zhunsheng.kernel.limits import applying
from zhunsheng.kernel.one_page import one_page
from zhunsheng.kernel.org.authority import may_confirm, require_role
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.procedure.judge import judge
from zhunsheng.kernel.procedure.leave import said
from zhunsheng.kernel.procedure.models import Finding, Irregularity, Step
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.change_many import change_many
from zhunsheng.kernel.record.models import Batch, BatchChange, Item, Record, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing

_CHUNK = 2000
_MAY = (Role.DIVISION_HEAD, Role.LEGAL_OFFICER)


def confirm_batch(batch: Batch, *, by: Person) -> int:
    """How many rows were confirmed.

    Rows whose procedure has steps already taken need the legal officer; each rule such a step
    did not keep becomes an irregularity. Errors: NotAllowedError for the person who imported.
    """
    with refusing(batch.agency, "confirm_batch", by=by):
        _require_may_confirm(batch, by)
        with acting(batch.agency, "confirm_batch", by=by) as act:
            act.details = {"batch": batch.pk, "source": batch.source}
            waiting = Batch.objects.filter(pk=batch.pk, confirmed_by=None, undone_by=None)
            claimed = waiting.update(confirmed_by=by, confirmed_at=act.at)
            if not claimed:
                raise ConflictError(
                    f"“{batch.source}”这批数据已经确认或者已经撤销。",
                    f"the import '{batch.source}' was confirmed or undone already.",
                )
            return sum(_confirm_chunk(act, rows, batch) for rows in _chunks(batch))


def _require_may_confirm(batch: Batch, by: Person) -> None:
    if batch.by_id == by.pk:
        raise NotAllowedError(
            f"“{batch.source}”由{by.name}导入，不能由本人确认；请由科室负责人或法规科确认。",
            f"{by.name} imported '{batch.source}' and cannot confirm it; the division head or the"
            " legal officer can.",
        )
    steps = _steps_of(batch)
    has_steps = steps.exists()
    roles = (Role.LEGAL_OFFICER,) if has_steps else _MAY
    require_role(by, roles, clock.today(), doing=("确认整批导入", "confirm an import"))
    _require_divisions(batch, by)
    if has_steps and steps.filter(evidence__isnull=True).exists():
        raise NotPossibleError(
            f"“{batch.source}”含有已办步骤而没有扫描件；请在“佐证”栏填写扫描件文件名后重新导入。",
            f"'{batch.source}' holds steps already taken without a scan; name the scan in the"
            " evidence column and import it again.",
        )


def _require_divisions(batch: Batch, by: Person) -> None:
    """Every division with rows in the import is one whose records the person may confirm."""
    today = clock.today()
    for division in Division.objects.filter(pk__in=_divisions(batch)).order_by("order"):
        if not may_confirm(by, division, today, recorded_by_id=batch.by_id):
            raise NotAllowedError(
                f"“{batch.source}”含有{division.name}的记录，{by.name}不能确认；请由法规科整批确认。",
                f"'{batch.source}' holds records of {division.name}, which {by.name} cannot"
                " confirm; the legal officer can confirm the whole import.",
            )


def _steps_of(batch: Batch) -> QuerySet[Step]:
    """The steps its rows showed when it was imported."""
    changed = BatchChange.objects.filter(batch=batch, item=OuterRef("item"))
    return Step.objects.filter(
        Q(item__batch=batch, version=1) | Exists(changed.filter(version=OuterRef("version")))
    )


def _kinds(batch: Batch) -> list[str]:
    own = Item.objects.filter(batch=batch).values_list("kind", flat=True).distinct()
    changed = (
        BatchChange.objects.filter(batch=batch).values_list("item__kind", flat=True).distinct()
    )
    return sorted({*own, *changed})


def _rows(batch: Batch, kind: str) -> tuple[QuerySet[Record], QuerySet[Record]]:
    """(the rows it brought, the rows it changed), without those another import has changed since.

    Two queries: one over both would read the whole register.
    """
    later = BatchChange.objects.filter(
        item=OuterRef("item"),
        batch_id__gt=batch.pk,
        batch__confirmed_by__isnull=True,
        batch__undone_by__isnull=True,
    )
    rows = registry().model(kind)._default_manager.exclude(Exists(later))
    changed = BatchChange.objects.filter(batch=batch, item__kind=kind).values("item")
    return rows.filter(item__batch=batch), rows.filter(pk__in=changed)


def _divisions(batch: Batch) -> set[int]:
    found: set[int] = set()
    for kind in _kinds(batch):
        for rows in _rows(batch, kind):
            found |= set(rows.values_list("division_id", flat=True).distinct())
    return found


def _chunks(batch: Batch) -> Iterator[list[Record]]:
    for kind in _kinds(batch):
        for found in _rows(batch, kind):
            waiting = found.filter(standing=Standing.SUBMITTED).order_by("pk")
            rows = waiting.iterator(chunk_size=_CHUNK)
            while chunk := list(itertools.islice(rows, _CHUNK)):
                yield chunk


def _confirm_chunk(act: Act, rows: list[Record], batch: Batch) -> int:
    change_many(
        act,
        rows,
        standing=Standing.CONFIRMED,
        confirmed_by=act.by,
        confirmed_at=act.at,
    )
    _judge(act, rows, batch)
    return len(rows)


def _judge(act: Act, rows: list[Record], batch: Batch) -> None:
    """What the steps already taken did not keep, asked of each row as it stands."""
    procedure = registry().procedure_of(type(rows[0]))
    if procedure is None:
        return
    by_item: dict[int, list[Step]] = {}
    for step in _steps_of(batch).filter(item_id__in=[r.pk for r in rows]).order_by("pk"):
        by_item.setdefault(step.item_id, []).append(step)
    _with_lines(rows)
    with one_page(), applying(batch.agency_id):  # calendar and limits are looked up once
        found: list[Any] = [
            Irregularity(
                item_id=row.pk, step=step, kind=Finding.IRREGULAR, at=act.at, **said(objection)
            )
            for row in rows
            for step in by_item.get(row.pk, ())
            for objection in judge(row, procedure.transition(step.transition), step.on)
            if not objection.unproven
        ]
    Irregularity.objects.bulk_create(found)


def _with_lines(rows: list[Record]) -> None:
    """The rows' lines are read together: guards ask each row for its own."""
    parents = (r.of._meta.get_field(r.parent) for r in registry().lines_of(type(rows[0])))
    sides = [p.remote_field for p in parents if isinstance(p, ForeignKey)]
    prefetch_related_objects(rows, *(s.get_accessor_name() for s in sides if not s.hidden))
