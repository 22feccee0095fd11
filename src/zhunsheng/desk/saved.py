"""The views a list offers: one's own, and those shared with one's divisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.view.keep import divisions_shared, views_of
from zhunsheng.kernel.view.models import SavedView


@dataclass(frozen=True, slots=True)
class Views:
    """The views of a list; `here` is the one its address shows."""

    own: tuple[SavedView, ...]
    shared: tuple[SavedView, ...]
    here: SavedView | None
    divisions: tuple[Division, ...]


def shown_views(person: Person, kind: str, query: str, *, on: date) -> Views:
    """What the list offers, and which of them it is."""
    divisions = divisions_shared(person, on=on)
    found = list(views_of(person, kind, divisions))
    return Views(
        tuple(v for v in found if v.owner_id == person.pk),
        tuple(v for v in found if v.owner_id != person.pk),
        next((v for v in found if v.query == query), None),
        tuple(divisions),
    )


def opened_with(person: Person, kind: str) -> str:
    """What the person's list of the register opens with; nothing where they chose no view."""
    view = SavedView.objects.filter(owner=person, register=kind, default=True).first()
    return view.query if view else ""
