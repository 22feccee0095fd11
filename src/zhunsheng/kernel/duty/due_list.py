"""The open obligations a person may see, soonest first, however many there are."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from zhunsheng.kernel.access.asked import asked_items
from zhunsheng.kernel.db.many import by_item
from zhunsheng.kernel.duty.matter import Owing
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import SEES_ALL, SEES_DIVISION
from zhunsheng.kernel.record.models import Item
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.verify import MATTER


def due_list(person: Person, *, on: date) -> QuerySet[Obligation]:
    """Open obligations by due date: of the whole organisation, of the person's divisions, or of
    the registers open to their role; of the rows they were asked on."""
    held = roles_of(person, on)
    agencies = [person.agency_id, *_affiliated(person)]
    rows = Obligation.objects.filter(agency_id__in=agencies, done_on__isnull=True)
    if not any(h.role in SEES_ALL for h in held):
        posts = [h.division_id for h in held if h.role in SEES_DIVISION]
        roles = {h.role for h in held}
        open_ = [d.key for d in registry().duties() if roles & set(_open_to(d.of))]
        mine = Q(agency_id__in=agencies) if None in posts else Q(division_id__in=posts)
        rows = rows.filter(mine | Q(duty__in=open_) | asked_items(person, held))
    return rows.select_related("item").order_by("due_on", "pk")


def titles_of(obligations: list[Obligation]) -> dict[int, str]:
    """Item → its title."""
    by_kind: dict[str, list[int]] = {}
    for obligation in obligations:
        by_kind.setdefault(obligation.item.kind, []).append(obligation.item_id)
    return _titles(by_kind)


def titles_by_item(items: set[int], agency: int) -> dict[int, str]:
    """As `titles_of`, of these items of the agency."""
    by_kind: dict[str, list[int]] = {}
    rows = Item.objects.filter(pk__in=items, agency=agency)
    for item, kind in rows.values_list("pk", "kind"):
        by_kind.setdefault(kind, []).append(item)
    return _titles(by_kind)


def _titles(by_kind: dict[str, list[int]]) -> dict[int, str]:
    return {item: row.title for item, row in rows_of(by_kind).items()}


def rows_of(by_kind: Mapping[str, Collection[int]]) -> dict[int, Owing]:
    """Item → its row, of items given by their kind."""
    records = {kind: items for kind, items in by_kind.items() if not kind.startswith(MATTER)}
    found: dict[int, Owing] = {}
    found |= by_item(records, lambda kind: registry().model(kind)._default_manager.all())
    for kind in by_kind.keys() - records.keys():
        found |= registry().matter(kind)._default_manager.in_bulk(by_kind[kind])
    return found


def _affiliated(person: Person) -> list[int]:
    below = Agency.objects.filter(parent_id=person.agency_id, affiliated=True)
    return list(below.values_list("pk", flat=True))


def _open_to(model: type) -> tuple[object, ...]:
    register = registry().find(model)
    return register.open_to if register else ()
