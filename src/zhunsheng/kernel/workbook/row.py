"""Writing rows without model instances: a register's columns compiled once into converters."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any
from unicodedata import normalize

from django.db import connection, models

from zhunsheng.kernel.digest import plain, sm3
from zhunsheng.kernel.record.act import Act
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.record.snapshot import columns

_Convert = Callable[[Any], Any]


class RowWriter:
    """Turns a row's values into its version's text and into what the database takes.

    The text is the same, character for character, as `snapshot.sealed` gives for the stored row.
    """

    def __init__(self, model: type[Record], act: Act) -> None:
        fixed: dict[str, object] = {
            "version": 1,
            "agency_id": act.agency.pk,
            "recorded_by_id": act.by.pk,
            "recorded_at": act.at,
            "confirmed_by_id": None,
            "confirmed_at": None,
        }
        fields = {f.attname: f for f in model._meta.concrete_fields}
        varying = sorted(name for name in columns(model) if name not in fixed)
        #: The columns of a stored row, in its order: what varies, then what is always the same.
        self.columns = (*varying, *fixed)
        self._fixed = tuple(
            fields[name].get_db_prep_save(value, connection) for name, value in fixed.items()
        )
        self._values = itemgetter(*varying)
        self._convert = [_converter(fields[name]) for name in varying]
        self._texts = [_text_of(fields[name]) for name in varying]
        self._json = _template(sorted(self.columns), fixed)

    def written(self, values: dict[str, Any]) -> tuple[str, str, tuple[object, ...]]:
        """(canonical JSON, its digest, the row as the database takes it) of the first version."""
        varying = self._values(values)
        data = self._json % tuple(
            [text(value) for text, value in zip(self._texts, varying, strict=True)]
        )
        stored = [
            value if convert is None else convert(value)
            for value, convert in zip(varying, self._convert, strict=True)
        ]
        return data, sm3(data.encode()), (*stored, *self._fixed)


def _template(names: list[str], fixed: dict[str, object]) -> str:
    """The JSON object with `%s` for each value that varies."""
    pairs = [
        f"{encode_basestring(name)}:"
        + (_text(fixed[name]).replace("%", "%%") if name in fixed else "%s")
        for name in names
    ]
    return "{" + ",".join(pairs) + "}"


def _text_of(field: models.Field[Any, Any]) -> Callable[[Any], str]:
    """The function that writes this field's values as JSON."""
    # The same few days and choices come again in every row.
    if isinstance(field, models.DateField) or field.choices:
        return functools.lru_cache(maxsize=4096)(_text)
    # Not `plain`, which asks first what kind of value it is given: the same answer, sooner.
    return _word if isinstance(field, _WORDS) else _text


_WORDS = (models.CharField, models.TextField)


def _word(value: str | None) -> str:
    if value is None:
        return "null"
    return encode_basestring(value if value.isascii() else normalize("NFC", value))


def _text(value: Any) -> str:
    if value is None:
        return "null"
    kept = plain(value)
    return encode_basestring(kept) if isinstance(kept, str) else str(kept)


def _converter(field: models.Field[Any, Any]) -> _Convert | None:
    """What makes a value fit for the database; None where it is as it stands."""
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return iso
    if isinstance(field, (*_WORDS, models.IntegerField)):
        return None
    if isinstance(field, models.ForeignKey):
        return None
    return functools.partial(field.get_db_prep_save, connection=connection)


@functools.lru_cache(maxsize=4096)
def iso(value: date | None) -> str | None:
    """A day as both engines take it, without an adapter called for each."""
    return None if value is None else value.isoformat()
