"""A register's columns by name."""

from __future__ import annotations

from typing import Any

from django.db import models

from zhunsheng.kernel.record.models import Record


def column(model: type[Record] | Record, name: str) -> models.Field[Any, Any]:
    """The field. Errors: LookupError for a name that is no column of the register."""
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise LookupError(f"{model._meta.label}.{name}")
    return field
