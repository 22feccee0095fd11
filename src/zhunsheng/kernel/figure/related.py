"""Conditions across a to-many relation, as EXISTS: a join would multiply other figures' rows."""

from django.db.models import Exists, OuterRef, Q

from zhunsheng.kernel.record.models import Record, Standing


def exists(model: type[Record], field: str, condition: Q | None = None) -> Exists:
    """Rows for which a confirmed row of `model` points back through `field` and meets it."""
    rows = model._default_manager.filter(**{field: OuterRef("pk")}, standing=Standing.CONFIRMED)
    return Exists(rows.filter(condition) if condition is not None else rows)
