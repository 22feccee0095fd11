"""Which rows a person may see: one question for lists, counts, export and attachments."""

from collections.abc import Hashable
from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from zhunsheng.kernel.access.asked import asked_rows
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import SEES_ALL, SEES_DIVISION, Role
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry

R = TypeVar("R", bound=Record)


def visible(person: Person, model: type[R], *, on: date) -> QuerySet[R]:
    """The rows of the register the person may see on that day."""
    rows: QuerySet[R] = model._default_manager.filter(_of_organisation(person))
    held = roles_of(person, on)
    if any(h.role in SEES_ALL or h.role in _open_to(model) for h in held):
        return rows
    posts = [h for h in held if h.role in SEES_DIVISION]
    if any(h.division_id is None for h in posts):
        return rows
    own = Q(division_id__in=[h.division_id for h in posts])
    return rows.filter(own | asked_rows(person, model, held))


def seen_alike(person: Person, model: type[Record], *, on: date) -> Hashable:
    """Equal for registers of which the person sees rows by one and the same rule."""
    held = roles_of(person, on)
    if any(h.role == Role.LEGAL_ADVISER for h in held):
        return model  # what they were asked on, which each register tells in its own way
    return any(h.role in _open_to(model) for h in held)


def may_see(person: Person, record: Record, *, on: date) -> bool:
    """Whether the person may see this row."""
    return visible(person, type(record), on=on).filter(pk=record.pk).exists()


def sees_everything(person: Person, *, on: date) -> bool:
    """Whether figures and reports of the whole agency are open to the person."""
    return any(h.role in SEES_ALL for h in roles_of(person, on))


def _of_organisation(person: Person) -> Q:
    own = Q(agency_id=person.agency_id)
    return own | Q(agency__parent_id=person.agency_id, agency__affiliated=True)


def _open_to(model: type[Record]) -> tuple[Role, ...]:
    register = registry().find(model)
    return register.open_to if register else ()
