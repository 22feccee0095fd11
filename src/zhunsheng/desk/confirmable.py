"""Which rows of a list the person may tick to confirm."""

from collections.abc import Iterable

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.models import Record, Standing


def confirmable(rows: Iterable[Record], person: Person) -> frozenset[int]:
    """The rows a list offers the person to tick; `confirm` itself judges each again."""
    held = roles_of(person, clock.today())
    officer = any(h.role == Role.LEGAL_OFFICER for h in held)
    led = {h.division_id for h in held if h.role == Role.DIVISION_HEAD}
    return frozenset(
        row.pk
        for row in rows
        if row.standing == Standing.SUBMITTED
        and row.recorded_by_id != person.pk
        and row.agency_id == person.agency_id
        and (officer or None in led or row.division_id in led)
    )
