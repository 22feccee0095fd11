"""Facets on the form of an occasion, and the registers a record may be entered in as well."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.urls import reverse

from zhunsheng.desk.form import form_for
from zhunsheng.desk.who import may_enter
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.occasion.facet import Aspect
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry

#: (role, kind, record) of what plays a role for a row; None for what the reader may not see.
Linked: TypeAlias = Iterable[tuple[str, str, Record | None]]


def facet_fields(person: Person) -> dict[str, forms.Field]:
    """A box for each facet the installed regimes offer, and the fields it asks."""
    fields: dict[str, forms.Field] = {}
    for facet in registry().facets():
        name = in_language(facet.zh, facet.en)
        fields[facet.key] = forms.BooleanField(label=name, required=False)
        for asked, field in form_for(facet.of, facet.asks, person).fields.items():
            field.required = False  # only where the box is ticked, and the row itself says so
            fields[f"{facet.key}:{asked}"] = field
    return fields


@dataclass(frozen=True, slots=True)
class Offered:
    """A facet on the form: its box, and the fields that count once the box is ticked."""

    box: forms.BoundField
    asks: tuple[forms.BoundField, ...]


def parted(form: forms.Form) -> tuple[list[forms.BoundField], list[Offered]]:
    """The form's own fields, and those of each facet under its box."""
    offered = [
        Offered(form[f.key], tuple(form[f"{f.key}:{name}"] for name in f.asks))
        for f in registry().facets()
        if f.key in form.fields
    ]
    taken = {part.name for facet in offered for part in (facet.box, *facet.asks)}
    return [field for field in form if field.name not in taken], offered


def chosen(values: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The facets ticked, each with what it asks, taken out of the form's values."""
    found: dict[str, dict[str, Any]] = {}
    for facet in registry().facets():
        ticked = values.pop(facet.key, False)
        asked = {name: values.pop(f"{facet.key}:{name}", None) for name in facet.asks}
        if ticked:
            found[facet.key] = asked
    return found


def aspects_of(row: Record, person: Person, linked: Linked) -> list[tuple[str, str]]:
    """(address, name) of each register the person may enter the record in as well; told from the
    row and what is linked to it, which the page has read: the form asks again."""
    there = {kind for _, kind, r in linked if r is None or r.standing != Standing.VOIDED}
    return [
        (
            f"{reverse('desk:new', args=[aspect.of._meta.label_lower])}"
            f"?{urlencode({'aspect': aspect.key, 'of': row._meta.label_lower, 'item': row.pk})}",
            in_language(aspect.zh, aspect.en),
        )
        for aspect in registry().aspects()
        if any(offer.of is type(row) for offer in registry().offers(aspect.role))
        and row.standing == Standing.CONFIRMED
        and all(getattr(row, source, None) for source in aspect.fills.values())
        and aspect.of._meta.label_lower not in there
        and may_enter(registry().register_of(aspect.of), person)
    ]


def aspect_asked(given: QueryDict, register: Register) -> Aspect | None:
    """The aspect a form of the register is for; None for a row of its own."""
    of = [a for a in registry().aspects() if a.of is register.of]
    return next((a for a in of if a.key == given.get("aspect")), None)
