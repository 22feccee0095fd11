"""A record's values as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry


def shown(record: Record, name: str) -> str:
    """One value in the reader's language; empty where there is none."""
    field = record._meta.get_field(name)
    if name == "stage":
        return stage_of(record)
    if isinstance(field, models.Field) and field.choices:
        return str(getattr(record, f"get_{name}_display")())
    value = getattr(record, name)
    if isinstance(value, bool):
        return in_language("是", "yes") if value else in_language("否", "no")
    return "" if value is None else str(value)


def stage_of(record: Record) -> str:
    """The name of the record's stage."""
    procedure = registry().procedure_of(type(record))
    if procedure is None or not record.stage:
        return ""
    stage = procedure.stage(record.stage)
    return in_language(stage.zh, stage.en)


def pairs(record: Record, names: Iterable[str]) -> list[tuple[Any, str]]:
    """(name of the field, value) for a detail page."""
    return [(_field(record, name).verbose_name, shown(record, name)) for name in names]


def headings(model: type[Record], names: Iterable[str]) -> list[Any]:
    """The names of the fields as column headings."""
    return [_field(model, name).verbose_name for name in names]


def _field(model: Record | type[Record], name: str) -> models.Field[Any, Any]:
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise LookupError(name)
    return field
