"""What stands beside a record: its lines, what is linked to it, and what it is linked to."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from zhunsheng.desk.who import shown_registers
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.db.many import by_item
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.link.offer import ROLES
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Item, Record, Standing
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry


def lines_of(row: Record, person: Person, today: date) -> list[tuple[Register, str, list[Record]]]:
    """(register, its name, rows) of each register whose rows hang under this one."""
    found = []
    known = shown_registers(person)
    for register in registry().lines_of(type(row)):
        if known is not None and register.kind not in known:
            continue  # an adviser learns nothing of the lines under what they were asked about
        rows = visible(person, register.of, on=today).filter(**{register.parent: row.pk})
        shown = list(rows.exclude(standing=Standing.VOIDED).order_by("pk")[:100])
        found.append((register, in_language(register.zh, register.en), shown))
    return found


@dataclass(frozen=True, slots=True)
class Beside:
    """`linked`: (role, kind, record) of what plays a role for the record, None for a record of a
    division the person does not see; `played`: of each record for which this one plays one."""

    linked: tuple[tuple[str, str, Record | None], ...]
    played: tuple[tuple[str, str, Record], ...]


def beside(row: Record, person: Person, today: date) -> Beside:
    """What the record is linked with, as far as the person may see it.

    To an adviser what they may not see is not even named.
    """
    links = list(
        Link.objects.filter(Q(target_id=row.pk) | Q(source_id=row.pk))
        .select_related("source", "target")
        .order_by("pk")
    )
    ends = [end for link in links for end in (link.source, link.target) if end.pk != row.pk]
    seen = _seen(ends, person, today)
    named = shown_registers(person) is None
    return Beside(
        tuple(
            (in_language(*ROLES[link.role]), link.source.kind, seen.get(link.source_id))
            for link in links
            if link.target_id == row.pk and (named or link.source_id in seen)
        ),
        tuple(
            (in_language(*ROLES[link.role]), link.target.kind, target)
            for link in links
            if (target := seen.get(link.target_id)) and target.standing != Standing.VOIDED
        ),
    )


def _seen(items: list[Item], person: Person, today: date) -> dict[int, Record]:
    """Those of the items the person may see."""
    kinds: dict[str, list[int]] = {}
    for item in items:
        kinds.setdefault(item.kind, []).append(item.pk)
    return by_item(kinds, lambda kind: visible(person, registry().model(kind), on=today))
