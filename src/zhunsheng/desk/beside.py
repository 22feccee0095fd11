"""What stands beside a record: its lines, what is linked to it, and what it is linked to."""

from datetime import date

from zhunsheng.desk.who import shown_registers
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.link.offer import ROLES
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Record, Standing
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


def links_of(row: Record, person: Person, today: date) -> list[tuple[str, str, Record | None]]:
    """(role, kind, record); None for a record of a division the person does not see.

    To an adviser what they may not see is not even named.
    """
    found = []
    for link in Link.objects.filter(target_id=row.pk).select_related("source"):
        rows = visible(person, registry().model(link.source.kind), on=today)
        source = rows.filter(pk=link.source_id).first()
        if source or shown_registers(person) is None:
            found.append((in_language(*ROLES[link.role]), link.source.kind, source))
    return found


def served_by(row: Record, person: Person, today: date) -> list[tuple[str, str, Record]]:
    """(role, kind, record) of each record for which this one plays a role, where it may be seen."""
    found = []
    for link in Link.objects.filter(source_id=row.pk).select_related("target"):
        rows = visible(person, registry().model(link.target.kind), on=today)
        target = rows.filter(pk=link.target_id).exclude(standing=Standing.VOIDED).first()
        if target:
            found.append((in_language(*ROLES[link.role]), link.target.kind, target))
    return found
