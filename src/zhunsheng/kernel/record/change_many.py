"""Changing many rows of one register alike within an action: a version for each, in bulk."""

from typing import Any

from django.db.models import F

from zhunsheng.kernel.record.act import Act
from zhunsheng.kernel.record.models import Record, Version
from zhunsheng.kernel.record.snapshot import sealed


def change_many(act: Act, rows: list[Record], **values: Any) -> None:
    """The rows, all of one register and read within the action, given these values."""
    versions = []
    for row in rows:
        row.version += 1
        for name, value in values.items():
            setattr(row, name, value)
        data, digest = sealed(row)
        versions.append(_version(act, row, data, digest))
        act.versions.append((row.pk, row.version, digest))
    Version.objects.bulk_create(versions)
    stored = type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows])
    stored.update(version=F("version") + 1, **values)


def _version(act: Act, row: Record, data: str, digest: str) -> Version:
    return Version(
        item_id=row.pk,
        number=row.version,
        action=act.action,
        by=act.by,
        on=act.on,
        standing=row.standing,
        stage=row.stage,
        reason=act.reason,
        data=data,
        digest=digest,
        agency=act.agency,
        entry=act.place.sequence,
    )
