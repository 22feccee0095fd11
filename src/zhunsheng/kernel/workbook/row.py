"""Writing rows without model instances: a register's columns compiled once into converters."""

from __future__ import annotations

from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Any

from django.db import connection, models

from zhunsheng.kernel.digest import plain, sm3
from zhunsheng.kernel.record.act import Act
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.record.snapshot import columns

_Convert = Callable[[Any], object]


class RowWriter:
    """Turns a row's values into its version's text and into what the database takes.

    The text is the same, character for character, as `snapshot.sealed` gives for the stored row.
    """

    def __init__(self, model: type[Record], act: Act) -> None:
        self.columns = columns(model)
        self._fixed: dict[str, object] = {
            "version": 1,
            "agency_id": act.agency.pk,
            "recorded_by_id": act.by.pk,
            "recorded_at": act.at,
            "confirmed_by_id": None,
            "confirmed_at": None,
        }
        ordered = sorted(self.columns)
        self._pieces = [
            (name, f"{encode_basestring(name)}:", self._fixed_text(name)) for name in ordered
        ]
        fields = {f.attname: f for f in model._meta.concrete_fields}
        self._stored = [(name, self._constant(name, fields[name])) for name in self.columns]
        self._convert = [(n, c, _converter(fields[n])) for n, c in self._stored]

    def sealed(self, row: Any, item: int) -> tuple[str, str]:
        """(canonical JSON, digest) of the row's first version."""
        row.item_id = item
        parts = [
            head + (fixed if fixed is not None else _text(getattr(row, name)))
            for name, head, fixed in self._pieces
        ]
        data = "{" + ",".join(parts) + "}"
        return data, sm3(data.encode())

    def values(self, row: Any, item: int) -> tuple[object, ...]:
        """The row's columns in the order of `columns`, as the database takes them."""
        row.item_id = item
        return tuple(
            constant[0] if constant is not None else convert(getattr(row, name))
            for name, constant, convert in self._convert
        )

    def _fixed_text(self, name: str) -> str | None:
        return _text(self._fixed[name]) if name in self._fixed else None

    def _constant(self, name: str, field: models.Field[Any, Any]) -> tuple[object] | None:
        if name not in self._fixed:
            return None
        return (field.get_db_prep_save(self._fixed[name], connection),)


def _text(value: Any) -> str:
    if value is None:
        return "null"
    kept = plain(value)
    return encode_basestring(kept) if isinstance(kept, str) else str(kept)


def _converter(field: models.Field[Any, Any]) -> _Convert:
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return lambda value: None if value is None else value.isoformat()
    if isinstance(field, models.CharField | models.TextField | models.IntegerField):
        return lambda value: value
    if isinstance(field, models.ForeignKey):
        return lambda value: value
    return lambda value: field.get_db_prep_save(value, connection)
