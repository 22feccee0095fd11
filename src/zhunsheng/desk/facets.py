"""Facets on the form of an occasion: each regime's own, with what it asks beyond the meeting."""

from typing import Any

from django import forms

from zhunsheng.desk.form import form_for
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.registry import registry


def facet_fields(person: Person) -> dict[str, forms.Field]:
    """A box for each facet the installed regimes offer, and the fields it asks."""
    fields: dict[str, forms.Field] = {}
    for facet in registry().facets():
        name = in_language(facet.zh, facet.en)
        fields[facet.key] = forms.BooleanField(label=name, required=False)
        for asked, field in form_for(facet.of, facet.asks, person).fields.items():
            field.required = False  # only where the box is ticked, and the row itself says so
            field.label = f"{name}：{field.label}"
            fields[f"{facet.key}:{asked}"] = field
    return fields


def chosen(values: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The facets ticked, each with what it asks, taken out of the form's values."""
    found: dict[str, dict[str, Any]] = {}
    for facet in registry().facets():
        ticked = values.pop(facet.key, False)
        asked = {name: values.pop(f"{facet.key}:{name}", None) for name in facet.asks}
        if ticked:
            found[facet.key] = asked
    return found
