"""What an adviser may see: the rows on which they were asked, and the rows those are about."""

from typing import Any

from django.db.models import Q, QuerySet

from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import Held
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.models import Item, Record, Standing
from zhunsheng.kernel.registry import registry

#: The role of a request for advice: what it is linked to is what the adviser is asked about.
REQUEST = "counsel_request"
_NOTHING = Q(pk__in=())


def asked_rows(person: Person, model: type[Record], held: tuple[Held, ...]) -> Q:
    """The rows of the register open to the person as an adviser; nothing for anybody else.

    A request counts once it is confirmed: a draft has asked nobody yet.
    """
    if not _advises(held):
        return _NOTHING
    register = registry().find(model)
    own = _asking(register.asked, person) if register and register.asked else _NOTHING
    return own | (Q(pk__in=_matters(person)) & ~Q(standing=Standing.VOIDED))


def asked_items(person: Person, held: tuple[Held, ...]) -> Q:
    """The duties of the requests that wait for this person, as a condition on obligations."""
    if not _advises(held):
        return _NOTHING
    found = _NOTHING
    for register in registry().asking():
        rows = register.of._default_manager.filter(_asking(register.asked, person))
        found |= Q(item_id__in=rows.values("pk"))
    return found


def asked_kinds(person: Person) -> frozenset[str]:
    """The registers in which an adviser finds anything: those that ask, those asked about."""
    kinds = {register.kind for register in registry().asking()}
    about = Item.objects.filter(pk__in=_matters(person)).values_list("kind", flat=True)
    return frozenset(kinds | set(about.distinct()))


def _advises(held: tuple[Held, ...]) -> bool:
    return any(h.role == Role.LEGAL_ADVISER for h in held)


def _asking(field: str, person: Person) -> Q:
    return Q(**{field: person}, standing=Standing.CONFIRMED)


def _matters(person: Person) -> QuerySet[Link, Any]:
    """The items the person's requests are linked to."""
    sources = _NOTHING
    for register in registry().asking():
        rows = register.of._default_manager.filter(_asking(register.asked, person))
        sources |= Q(source_id__in=rows.values("pk"))
    return Link.objects.filter(sources, role=REQUEST).values("target_id")
