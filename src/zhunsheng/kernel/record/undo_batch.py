"""Undoing an import in one act, while nothing was built on it.

Every row it brought is voided; every row it changed holds again what it held before.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from zhunsheng.kernel import clock
from zhunsheng.kernel.db.many import by_item
from zhunsheng.kernel.errors import KernelError, NotAllowedError, NotPossibleError
from zhunsheng.kernel.figure.models import Closing, DeclaredFact
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.org.authority import may_confirm
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.act import Act, acting, kind_of
from zhunsheng.kernel.record.change_many import change_many
from zhunsheng.kernel.record.models import Batch, BatchChange, Item, Record, Standing, Version
from zhunsheng.kernel.record.put_back import changed_again, put_back, with_steps
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing

_CHUNK = 2000
_MOST = 50  # rows named in a refusal
_DOING = ("撤销导入", "undo an import")
#: What leaves a row as the import brought it; a later import is looked into.
_HARMLESS = ("import", "confirm", "confirm_batch", "return", "submit", "void", "undo_batch")
_CORRECTED = ("导入后已更正或已办理步骤", "was corrected or moved on since")


@dataclass(frozen=True, slots=True)
class Held:
    """A row that keeps the import from being undone, and why."""

    item: int
    kind: str
    title: str
    zh: str
    en: str


class UndoRefusedError(KernelError):
    """Something was built on rows of the import; `held` names them."""

    code = "UNDO_REFUSED"

    def __init__(self, batch: Batch, held: tuple[Held, ...]) -> None:
        self.held = held
        titles = "、".join(f"“{h.title}”{h.zh}" for h in held[:3])
        super().__init__(
            f"“{batch.source}”不能整批撤销，数据未变：{titles}"
            f"{'等' if len(held) > 3 else ''}；请逐条更正或作废。",
            f"'{batch.source}' cannot be undone as a whole and nothing was changed: "
            + "; ".join(f"'{h.title}' {h.en}" for h in held[:3])
            + f"{' and others' if len(held) > 3 else ''}; correct or void row by row.",
        )


def undo_batch(batch: Batch, *, by: Person, reason: str) -> int:
    """How many rows were voided or hold again what they held before.

    Who imported may undo it until it is confirmed; after that, and any other time, somebody who
    could confirm its rows. Errors: UndoRefusedError, NotAllowedError, NotPossibleError.
    """
    with refusing(batch.agency, "undo_batch", by=by):
        require_reason(reason, doing=_DOING)
        _require_may_undo(batch, by)
        with acting(batch.agency, "undo_batch", by=by, reason=reason) as act:
            batch.refresh_from_db()
            if batch.undone_by_id is not None:
                raise NotPossibleError(
                    f"“{batch.source}”已经撤销。", f"'{batch.source}' was undone already."
                )
            if held := held_rows(batch):
                raise UndoRefusedError(batch, held)
            count = 0
            for rows in _chunks(batch):
                change_many(act, rows, standing=Standing.VOIDED)
                act.touched += rows
                count += len(rows)
            restored = put_back(act, batch)
            reopened = _reopen(batch, act)
            batch.undone_by, batch.undone_at = by, act.at
            batch.save(update_fields=["undone_by", "undone_at"])
            act.details = {"batch": batch.pk, "rows": count, "source": batch.source}
            act.details |= {"put_back": restored} if restored else {}
            act.details |= {"reopened": reopened} if reopened else {}
    return count + restored


def held_rows(batch: Batch) -> tuple[Held, ...]:
    """The rows on which something was built since."""
    found = [
        *_why(_these(with_steps(batch)), "已随导入登记办理步骤", "has steps the import recorded"),
        *_why(_these(changed_again(batch)), *_CORRECTED),
        *_why(_acted(batch), *_CORRECTED),
        *_why(_linked(batch), "已与其他记录关联", "is linked to other rows"),
        *_parents(batch),
    ]
    return tuple({h.item: h for h in reversed(found)}.values())[:_MOST]


def _require_may_undo(batch: Batch, by: Person) -> None:
    today = clock.today()
    if batch.by_id == by.pk and batch.confirmed_by_id is None:
        return
    divisions = Division.objects.filter(pk__in=_divisions(batch)).order_by("order")
    for division in divisions:
        if not may_confirm(by, division, today, recorded_by_id=batch.by_id):
            raise NotAllowedError(
                f"{by.name}不能撤销“{batch.source}”：确认前可由导入人撤销，确认后由"
                f"{division.name}负责人或法规科撤销。",
                f"{by.name} cannot undo '{batch.source}': its importer may until it is"
                f" confirmed, then the head of {division.name} or the legal officer.",
            )


def _reopen(batch: Batch, act: Act) -> list[list[object]]:
    """The registers the import closed are open again, where no later closing stands."""
    found: list[list[object]] = []
    for made in Closing.objects.filter(agency=batch.agency, by=batch.by, at=batch.at, closed=True):
        where = {"division": made.division, "register": made.register, "year": made.year}
        rows = Closing.objects.filter(agency=batch.agency, month=None, **where)
        if rows.latest("pk") == made:
            Closing.objects.create(agency=batch.agency, closed=False, by=act.by, at=act.at, **where)
            found.append([made.register, made.division.code, made.year])
    return found


def declared_with(batch: Batch) -> int:
    """How many facts of earlier years the import declared: they stay until declared anew."""
    rows = DeclaredFact.objects.filter(agency=batch.agency, by=batch.by, at=batch.at)
    return rows.count()


def _own(batch: Batch) -> QuerySet[Item]:
    return Item.objects.filter(batch=batch)


def _these(items: Iterable[int]) -> QuerySet[Item]:
    return Item.objects.filter(pk__in=list(items))


def _acted(batch: Batch) -> QuerySet[Item]:
    """Rows it brought that were corrected, moved on, or say otherwise since a later import."""
    later = Version.objects.filter(item=OuterRef("pk")).exclude(action__in=_HARMLESS)
    again = BatchChange.objects.filter(item=OuterRef("pk"), batch__undone_by__isnull=True)
    return _own(batch).filter(Exists(later) | Exists(again))


def _linked(batch: Batch) -> QuerySet[Item]:
    out = Link.objects.filter(source=OuterRef("pk")).exclude(target__batch=batch)
    back = Link.objects.filter(target=OuterRef("pk")).exclude(source__batch=batch)
    return _own(batch).filter(Exists(out) | Exists(back))


def _parents(batch: Batch) -> Iterator[Held]:
    """Rows of the import under which others entered lines, or which others name."""
    brought, kinds = _own(batch).values("pk"), set(_kinds(batch))
    for register in registry().registers():
        for field in register.of._meta.concrete_fields:
            target = field.related_model
            if not (isinstance(target, type) and issubclass(target, Record)):
                continue
            if target._meta.label_lower not in kinds:
                continue
            rows = register.of._default_manager.filter(**{f"{field.name}__in": brought})
            rows = rows.exclude(standing=Standing.VOIDED).exclude(item__batch=batch)
            named = rows.values_list(f"{field.name}_id", flat=True).distinct()[:_MOST]
            what = (f"已有“{register.zh}”记录", f"has rows of '{register.en}'")
            yield from _why(Item.objects.filter(pk__in=list(named)), *what)


def _why(items: QuerySet[Item], zh: str, en: str) -> Iterator[Held]:
    kinds: dict[str, list[int]] = {}
    for item in items.order_by("pk")[:_MOST]:
        kinds.setdefault(item.kind, []).append(item.pk)
    rows = by_item(kinds, lambda kind: registry().model(kind)._default_manager.all())
    for pk, row in sorted(rows.items()):
        if row.standing != Standing.VOIDED:
            yield Held(pk, kind_of(row), row.title, zh, en)


def _divisions(batch: Batch) -> set[int]:
    found: set[int] = set()
    changed = BatchChange.objects.filter(batch=batch)
    others = set(changed.values_list("item__kind", flat=True).distinct())
    for kind in {*_kinds(batch), *others}:
        rows = registry().model(kind)._default_manager
        for these in (
            rows.filter(item__batch=batch),
            rows.filter(pk__in=changed.filter(item__kind=kind).values("item")),
        ):
            found |= set(these.values_list("division_id", flat=True).distinct())
    return found


def _kinds(batch: Batch) -> list[str]:
    return sorted(set(_own(batch).values_list("kind", flat=True).distinct()))


def _chunks(batch: Batch) -> Iterator[list[Record]]:
    for kind in _kinds(batch):
        rows = registry().model(kind)._default_manager.filter(item__batch=batch)
        left = rows.exclude(standing=Standing.VOIDED).order_by("pk").iterator(chunk_size=_CHUNK)
        while chunk := list(itertools.islice(left, _CHUNK)):
            yield chunk
