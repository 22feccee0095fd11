"""What stands beside a record: its lines, what is linked to it, and what it is linked to."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from zhunsheng.desk.show import shown
from zhunsheng.desk.who import shown_registers
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.db.many import by_item, counts
from zhunsheng.kernel.label import both, in_language
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.link.offer import ROLES
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Item, Record, Standing
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.differences import Stretch, difference

_FEW, _MOST = 2, 100  # registers asked one by one; rows shown of one


@dataclass(frozen=True, slots=True)
class Line:
    """A row under a record: `told` (name, value) of what a list shows of it; `change` what became
    of the text from the row before to this one."""

    row: Record
    told: tuple[tuple[str, str], ...]
    change: tuple[Stretch, ...]


def lines_of(row: Record, person: Person, today: date) -> list[tuple[Register, str, list[Line]]]:
    """(register, its name, rows) of each register whose rows hang under this one."""
    known = shown_registers(person)
    # An adviser learns nothing of the lines under what they were asked about.
    asked = {
        register: visible(person, register.of, on=today)
        .filter(**{register.parent: row.pk})
        .exclude(standing=Standing.VOIDED)
        for register in registry().lines_of(type(row))
        if known is None or register.kind in known
    }
    # Of several that are not usual most are empty: one question tells which need not be asked.
    unsure = {r.kind: rows for r, rows in asked.items() if not r.usual}
    filled = counts(unsure) if len(unsure) > _FEW else {}
    found = []
    for register, rows in asked.items():
        order = register.compares[0] if register.compares else "pk"
        some = [] if filled.get(register.kind) == 0 else list(rows.order_by(order, "pk")[:_MOST])
        found.append((register, in_language(register.zh, register.en), _shown(register, some)))
    return found


def _shown(register: Register, rows: list[Record]) -> list[Line]:
    # A relation would be asked for row by row; a line is told by its own values.
    names = [n for n in register.listed if n != "title" and not column(register.of, n).is_relation]
    found, before = [], ""
    for row in rows:
        text = getattr(row, register.compares[1]) if register.compares else ""
        known = [(_named(register, n), shown(row, n)) for n in names if n != "stage"]
        change = difference(before, text) if before and text and before != text else ()
        found.append(Line(row, tuple(pair for pair in known if pair[1]), change))
        before = text or before
    return found


def _named(register: Register, name: str) -> str:
    return in_language(*both(column(register.of, name).verbose_name))


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
            (_role(link, link.source), link.source.kind, seen.get(link.source_id))
            for link in links
            if link.target_id == row.pk and (named or link.source_id in seen)
        ),
        tuple(
            (_role(link, link.target), link.target.kind, target)
            for link in links
            if (target := seen.get(link.target_id)) and target.standing != Standing.VOIDED
        ),
    )


def _role(link: Link, end: Item) -> str:
    """What the other end is here; of one meeting's facets, the register each stands in."""
    if link.role != "facet":
        return in_language(*ROLES[link.role])
    register = registry().register_of(registry().model(end.kind))
    return in_language(register.zh, register.en)


def _seen(items: list[Item], person: Person, today: date) -> dict[int, Record]:
    """Those of the items the person may see."""
    kinds: dict[str, list[int]] = {}
    for item in items:
        kinds.setdefault(item.kind, []).append(item.pk)
    return by_item(kinds, lambda kind: visible(person, registry().model(kind), on=today))
