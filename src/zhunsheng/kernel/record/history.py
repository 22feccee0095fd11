"""A record's history: each version with who, when, why and what changed."""

import json
from dataclasses import dataclass

from zhunsheng.kernel.record.models import Record, Version
from zhunsheng.kernel.record.validate import OWN_FIELDS


@dataclass(frozen=True, slots=True)
class Change:
    """One column's value before and after."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Past:
    """A version and what it changed against the one before."""

    version: Version
    changes: tuple[Change, ...]


def history(record: Record) -> tuple[Past, ...]:
    """The versions of the record, newest first."""
    kept = Version.objects.filter(item_id=record.pk).select_related("by", "attested_by")
    names = {f.attname: str(f.verbose_name) for f in record._meta.concrete_fields}
    own = {f.attname for f in record._meta.concrete_fields if f.name in OWN_FIELDS}
    past: list[Past] = []
    before: dict[str, object] = {}
    for version in kept.order_by("number"):
        after: dict[str, object] = json.loads(version.data)
        changed = tuple(
            Change(names.get(key, key), before.get(key), value)
            for key, value in after.items()
            if before.get(key) != value and key not in own
        )
        past.append(Past(version, changed if before else ()))
        before = after
    return tuple(reversed(past))
