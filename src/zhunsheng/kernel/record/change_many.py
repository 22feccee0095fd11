"""Changing many rows of one register alike within an action: a version for each, in bulk."""

from typing import Any

from django.db.models import F

from zhunsheng.kernel.record.act import Act, version_of
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
        versions.append(version_of(act, row, data, digest))
        act.versions.append((row.pk, row.version, digest))
    Version.objects.bulk_create(versions)
    stored = type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows])
    stored.update(version=F("version") + 1, **values)
