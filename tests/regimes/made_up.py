"""Rows and values made up from a model's own fields, for acts nobody planned."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from importlib import import_module
from random import Random
from typing import Any

from django.db import IntegrityError, models
from django.utils import timezone

from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.record.validate import row_faults
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau

_KERNEL = {f.name for f in Record._meta.get_fields()} | {"item"}
_FIRST = date(2024, 1, 2)
_SPAN = 300
_TRIES = 40


def day(random: Random) -> date:
    """A day of 2024, often close to another one drawn before it."""
    return _FIRST + timedelta(days=random.randrange(0, _SPAN, 1 if random.random() < 0.5 else 30))


#: Kind of field → a value of it; a date with a time is a date too, so it comes first.
_MADE: dict[type, Callable[[Random], Any]] = {
    models.DateTimeField: lambda r: timezone.make_aware(datetime.combine(day(r), time(12))),
    models.DateField: day,
    models.BooleanField: lambda r: r.random() < 0.5,
    models.IntegerField: lambda r: r.randrange(1, 60),
    models.DecimalField: lambda r: r.randrange(1, 60),
    models.JSONField: lambda _: [],
}


def row(bureau: Bureau, model: type[Record], random: Random) -> Any:
    """A confirmed row with its parents; what constraints or checks refuse is drawn again."""
    made = None
    for attempt in range(_TRIES):
        values = _values(bureau, model, random, every=attempt < _TRIES // 2)
        try:
            made = bureau.confirmed(model, title=f"{model.__name__} {random.random()}", **values)
        except IntegrityError:
            continue
        if not row_faults(made):  # else every act on it would be refused as mistyped
            return made
    if made is None:
        raise AssertionError(f"no row of {model._meta.label} was made in {_TRIES} tries")
    return made


def value(field: Any, random: Random) -> Any:
    """One value the field takes."""
    if field.choices:
        return random.choice([key for key, _ in field.flatchoices if key != ""])
    for kind, made in _MADE.items():
        if isinstance(field, kind):
            return made(random)
    return f"说明{random.randrange(10**6)}"[: field.max_length or 40]


def _values(bureau: Bureau, model: type[Record], random: Random, *, every: bool) -> dict[str, Any]:
    procedure = registry().procedure_of(model)
    stepped = procedure.sets if procedure else frozenset()
    found = _given(bureau, model, random)
    for field in model._meta.concrete_fields:
        if field.name in _KERNEL or field.name in stepped or field.name in found:
            continue
        required = not (field.null or field.blank or field.has_default())
        related = field.related_model
        if isinstance(related, type) and issubclass(related, models.Model):
            if required and issubclass(related, Record):
                found[field.name] = row(bureau, related, random)
        elif required or (every and random.random() < 0.5):
            found[field.name] = value(field, random)
    return found


def _given(bureau: Bureau, model: type[Record], random: Random) -> dict[str, Any]:
    """What the regime's own tests give, where a row needs what another procedure left behind."""
    name = f"zhunsheng.regimes.{model._meta.app_label}.tests.walked"
    try:
        given = import_module(name).GIVEN
    except ModuleNotFoundError:
        return {}
    return dict(given[model](bureau, random)) if model in given else {}
