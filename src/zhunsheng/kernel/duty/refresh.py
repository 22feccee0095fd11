"""Computing obligations: from a record's dates, the law's terms and the calendar."""

from collections.abc import Iterable
from typing import Any

from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.statute.calendar import Calendar
from zhunsheng.statute.due import Due, WorkingDays, due

_CHUNK = 2000


def refresh(records: Iterable[Record]) -> None:
    """Makes the obligations of these records what their last state asks for."""
    latest = {record.pk: record for record in records}
    rows = [r for r in latest.values() if registry().duties(type(r))]
    if not rows:
        return
    days = calendar()
    made = [o for row in rows for o in obligations(row, days)]
    wanted = {(o.item_id, o.duty) for o in made}
    stored = Obligation.objects.filter(item_id__in=[r.pk for r in rows])
    gone = [o.pk for o in stored if (o.item_id, o.duty) not in wanted]
    Obligation.objects.filter(pk__in=gone).delete()
    write(made)


def write(made: Iterable[Obligation]) -> None:
    """Stores obligations, each item and duty once."""
    Obligation.objects.bulk_create(
        made,
        batch_size=_CHUNK,
        update_conflicts=True,
        unique_fields=["item", "duty"],
        update_fields=["division", "started_on", "due_on", "provisional", "done_on"],
    )


def refresh_all() -> None:
    """Every obligation of the installation again, register by register in chunks."""
    for model in {duty.of for duty in registry().duties()}:
        rows: list[Record] = []
        for row in model._default_manager.order_by("pk").iterator(chunk_size=_CHUNK):
            rows.append(row)
            if len(rows) == _CHUNK:
                refresh(rows)
                rows = []
        refresh(rows)


def obligations(
    record: Any, days: Calendar, *, of: type[Record] | None = None
) -> tuple[Obligation, ...]:
    """What the record owes; nothing once it is voided. `of` where it is a plain row of values."""
    if record.standing == Standing.VOIDED:
        return ()
    found = []
    for duty in registry().duties(of or type(record)):
        made = _obligation(record, duty, days)
        if made:
            found.append(made)
    return tuple(found)


def working(record: Record, duty: Duty, days: Calendar) -> Due | None:
    """The due date with every day counted, skipped and paused; None while no clock runs."""
    start = duty.started_on(record)
    if start is None:
        return None
    return due(start, duty.term(record), calendar=days, pauses=duty.paused(record))


def _obligation(record: Any, duty: Duty, days: Calendar) -> Obligation | None:
    start = duty.started_on(record)
    if start is None:
        return None
    term = duty.term(record)
    pauses = duty.paused(record)
    if isinstance(term, WorkingDays) and not pauses:
        # The quick way for bulk imports: same answer, without the working.
        due_on, provisional = days.due_on(start, term.n)
    else:
        answer = due(start, term, calendar=days, pauses=pauses)
        due_on, provisional = answer.on, answer.provisional
    return Obligation(
        item_id=record.pk,
        agency_id=record.agency_id,
        division_id=record.division_id,
        duty=duty.key,
        started_on=start,
        due_on=due_on,
        provisional=provisional,
        done_on=duty.done_on(record),
    )
