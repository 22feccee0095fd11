"""Rows an import changed, given back what they held before it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.record.act import Act
from zhunsheng.kernel.record.models import Batch, BatchChange, Record, Standing, Version
from zhunsheng.kernel.record.snapshot import snapshot
from zhunsheng.kernel.registry import registry

_CHUNK = 500
#: Who vouches for a row and since when is no part of what it says.
_ABOUT = ("version", "standing", "recorded_by_id", "recorded_at", "confirmed_by_id", "confirmed_at")
#: What a row is cannot be given back: it never changed.
_FIXED = ("item_id", "agency_id", "version")


def put_back(act: Act, batch: Batch) -> int:
    """How many rows hold again what they held before the import, their confirmation included.

    What was confirmed then are these very values; a row voided since stays voided.
    """
    count = 0
    for row, before, _ in _changed(batch):
        act.change(row, **_values(row, before))
        count += 1
    return count


def changed_again(batch: Batch) -> list[int]:
    """The rows that no longer say what the import made them say."""
    return [row.pk for row, _, made in _changed(batch) if _said(snapshot(row)) != _said(made)]


def with_steps(batch: Batch) -> list[int]:
    """The rows for which the import recorded steps: those happened and are not taken back."""
    found: list[int] = []
    for changes in _chunks(batch):
        made = {(c.item_id, c.version) for c in changes}
        steps = Step.objects.filter(item__in=[c.item_id for c in changes])
        found += {pair[0] for pair in steps.values_list("item_id", "version") if pair in made}
    return found


def _said(data: Mapping[str, object]) -> dict[str, object]:
    """What a version says of its matter, its stage included."""
    return {name: value for name, value in data.items() if name not in _ABOUT}


def _changed(batch: Batch) -> Iterator[tuple[Record, dict[str, Any], dict[str, Any]]]:
    """(row, as it was before, as the import made it), without those voided since."""
    for changes in _chunks(batch):
        wanted = {c.item_id: c.version for c in changes}
        kept = Version.objects.filter(item__in=wanted).values_list("item_id", "number", "data")
        data = {
            (item, number): json.loads(text)
            for item, number, text in kept
            if number in (wanted[item] - 1, wanted[item])
        }
        for kind in sorted({c.item.kind for c in changes}):
            rows = registry().model(kind)._default_manager.filter(pk__in=wanted)
            for row in rows.exclude(standing=Standing.VOIDED).order_by("pk"):
                made = wanted[row.pk]
                yield row, data[row.pk, made - 1], data[row.pk, made]


def _chunks(batch: Batch) -> Iterator[list[BatchChange]]:
    changes = list(BatchChange.objects.filter(batch=batch).select_related("item").order_by("pk"))
    for start in range(0, len(changes), _CHUNK):
        yield changes[start : start + _CHUNK]


def _values(row: Record, before: dict[str, Any]) -> dict[str, Any]:
    """Column → value of the earlier version; a column that came since keeps what it holds."""
    return {
        field.attname: field.to_python(before[field.attname])
        for field in row._meta.concrete_fields
        if field.attname in before and field.attname not in _FIXED
    }
