"""Filters of a list: one of a choice, yes or no, between two days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import QuerySet
from django.http import QueryDict

from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import Register

_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Filter:
    """What may be asked of one column; `choices` empty where a day is asked."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    lookup: str
    value: object = None


def choice(name: str, label: str, choices: Sequence[tuple[str, str]], sent: QueryDict) -> Filter:
    """One of the choices; what is none of them asks nothing."""
    chosen = sent.get(name, "")
    chosen = chosen if chosen in {value for value, _ in choices} else ""
    return Filter(name, label, tuple(choices), chosen, name, chosen)


def filters_of(register: Register, sent: QueryDict) -> tuple[Filter, ...]:
    """The register's own filters and the standing, with what the address asks of each."""
    names = dict.fromkeys((*register.filters, "standing"))
    return tuple(f for name in names for f in _filters(register, name, sent))


def narrowed(rows: QuerySet[Record], filters: Iterable[Filter]) -> QuerySet[Record]:
    """The rows that fit every filter."""
    for one in filters:
        if one.chosen:
            rows = rows.filter(**{one.lookup: one.value})
    return rows


def _filters(register: Register, name: str, sent: QueryDict) -> Iterable[Filter]:
    field = column(register.of, name)
    label = str(field.verbose_name)
    if field.choices:
        yield choice(name, label, [(str(v), str(t)) for v, t in field.flatchoices if v], sent)
    elif isinstance(field, models.BooleanField):
        yield _yes_or_no(name, label, sent)
    elif isinstance(field, models.DateField):
        yield _day(name, in_language(f"{label}自", f"{label} from"), "gte", sent)
        yield _day(name, in_language(f"{label}至", f"{label} until"), "lte", sent)


def _yes_or_no(name: str, label: str, sent: QueryDict) -> Filter:
    words = ((_YES, in_language("是", "yes")), (_NO, in_language("否", "no")))
    chosen = sent.get(name, "")
    chosen = chosen if chosen in (_YES, _NO) else ""
    return Filter(name, label, words, chosen, name, chosen == _YES)


def _day(name: str, label: str, bound: str, sent: QueryDict) -> Filter:
    named = f"{name}_{bound}"
    try:
        day: date | None = date.fromisoformat(sent.get(named, ""))
    except ValueError:
        day = None
    return Filter(named, label, (), day.isoformat() if day else "", f"{name}__{bound}", day)
