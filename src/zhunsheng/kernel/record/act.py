"""An action: one transaction that writes rows, their versions and one entry of the trail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import of_versions
from zhunsheng.kernel.duty.matter import Owing
from zhunsheng.kernel.errors import ConflictError
from zhunsheng.kernel.limits import limits_of, under
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.record.models import Batch, Item, Record, Version
from zhunsheng.kernel.record.snapshot import sealed
from zhunsheng.kernel.trail.append import Place, append, take_place


@dataclass(slots=True)
class Act:
    """What one action is doing; only `acting` makes one."""

    agency: Agency
    action: str
    by: Person
    on: date
    at: datetime
    place: Place
    attested_by: Person | None = None
    reason: str = ""
    details: dict[str, object] = field(default_factory=dict)
    versions: list[tuple[int, int, str]] = field(default_factory=list)
    touched: list[Owing] = field(default_factory=list)

    def create(self, record: Record, *, batch: Batch | None = None) -> Record:
        """The record with its new identity and first version, stored."""
        item = Item.objects.create(kind=kind_of(record), agency=self.agency, batch=batch)
        record.item = item
        record.agency = self.agency
        record.version = 1
        self._write_version(record)
        record.save(force_insert=True)
        return record

    def change(self, record: Record, **values: object) -> Record:
        """The record with these values as its next version; refuses a stale one.

        Errors: ConflictError when the stored row has moved on since `record` was read.
        """
        expected = record.version
        for name, value in values.items():
            setattr(record, name, value)
        record.version = expected + 1
        current, left = _as_stored(record)
        if current != expected:
            record.version = expected
            raise conflict(record, current)
        self._write_version(record)
        record.save(force_update=True)
        self.touched += left
        return record

    def _write_version(self, record: Record) -> None:
        data, digest = sealed(record)
        version_of(self, record, data, digest).save(force_insert=True)
        self.versions.append((record.pk, record.version, digest))
        self.touched.append(record)


def version_of(act: Act, record: Record, data: str, digest: str) -> Version:
    """The version that the act makes of the row as it stands, not yet written."""
    return Version(
        item_id=record.pk,
        number=record.version,
        action=act.action,
        by=act.by,
        attested_by=act.attested_by,
        on=act.on,
        standing=record.standing,
        stage=record.stage,
        reason=act.reason,
        data=data,
        digest=digest,
        agency=act.agency,
        entry=act.place.sequence,
    )


def kind_of(record: Record | type[Record]) -> str:
    """`app.model`, the name of a register: `norms.normativedocument`."""
    return record._meta.label_lower


def _as_stored(record: Record) -> tuple[int | None, list[Record]]:
    """The stored version, and the rows whose duties followed this one and do so no longer."""
    from zhunsheng.kernel.registry import registry

    fields = registry().followed(type(record))
    names = [f"{name}_id" for name in fields]
    stored = type(record)._default_manager.filter(pk=record.pk).values("version", *names).first()
    if stored is None:
        return None, []
    left: list[Record] = []
    for follows, name in zip(fields, names, strict=True):
        if stored[name] not in (None, getattr(record, name)):
            target: Any = type(record)._meta.get_field(follows).related_model
            left += target._default_manager.filter(pk=stored[name])
    return stored["version"], left


def conflict(record: Record, current: int | None) -> ConflictError:
    """The refusal that says who changed the record meanwhile."""
    last = (
        Version.objects.filter(item_id=record.pk, number=current).select_related("by").first()
        if current
        else None
    )
    who = last.by.name if last else "?"
    # Its title as stored: the record in hand already carries what was typed.
    stored = type(record)._default_manager.filter(pk=record.pk).values_list("title", flat=True)
    title = stored.first() or record.title
    return ConflictError(
        f"“{title}”已被{who}修改（第{current}版），您看到的是第{record.version}版；"
        "您的输入没有保存，请核对后重新提交。",
        f"'{title}' was changed by {who} (version {current}) after you opened version"
        f" {record.version}; nothing was saved: compare and submit again.",
        current=current,
    )


@contextmanager
def acting(
    agency: Agency,
    action: str,
    *,
    by: Person,
    on: date | None = None,
    attested_by: Person | None = None,
    reason: str = "",
) -> Iterator[Act]:
    """Opens the transaction, locks the agency's chain, and closes with one trail entry."""
    from zhunsheng.kernel.duty.refresh import refresh

    with transaction.atomic(durable=True):
        moment = clock.now()
        act = Act(
            agency=agency,
            action=action,
            by=by,
            on=on or clock.today(),
            at=moment,
            place=take_place(agency),
            attested_by=attested_by,
            reason=reason,
        )
        with under(agency.pk, limits_of((agency.pk,))[agency.pk]):
            yield act
            refresh(act.touched)
        append(
            act.place,
            action=action,
            actor=by.username,
            at=moment,
            content={
                "attested_by": attested_by.username if attested_by else None,
                "details": act.details,
                "on": act.on.isoformat(),
                "reason": reason,
                "versions": of_versions(act.versions),
            },
        )
