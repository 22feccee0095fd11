"""Computing obligations: from a record's dates, the law's terms and the calendar."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from zhunsheng.kernel.duty.matter import Owing
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.limits import applying, limits_in_use, under
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.statute.calendar import Calendar
from zhunsheng.statute.due import Due, WorkingDays, due

_CHUNK = 2000


class Owed(NamedTuple):
    """An obligation as its table takes it."""

    item_id: int
    agency_id: int
    division_id: int
    duty: str
    started_on: date
    due_on: date
    provisional: bool
    done_on: date | None
    due_at: str
    done_at: str


def refresh(records: Iterable[Owing]) -> None:
    """Makes the obligations of these records what their last state asks for."""
    latest = {record.pk: record for record in records}
    followed: list[Owing] = [row for one in latest.values() for row in _followed_by(one)]
    followed += _decided_by(latest.values())
    latest |= {row.pk: row for row in followed if row.pk not in latest}
    duties = {model: registry().duties(model) for model in {type(r) for r in latest.values()}}
    rows = [r for r in latest.values() if duties[type(r)]]
    if not rows:
        return
    days = calendar()
    limits = limits_in_use({row.agency_id for row in rows})
    made: list[Owed] = []
    for row in rows:
        with under(row.agency_id, limits[row.agency_id]):
            made += obligations(row, duties[type(row)], days)
    wanted = {(o.item_id, o.duty) for o in made}
    stored = Obligation.objects.filter(item_id__in=[r.pk for r in rows])
    gone = [o.pk for o in stored if (o.item_id, o.duty) not in wanted]
    Obligation.objects.filter(pk__in=gone).delete()
    _write(made)


def _followed_by(record: Owing) -> Iterator[Record]:
    for field in registry().followed(type(record)):
        row = getattr(record, field)
        if row is not None:
            yield row


def _decided_by(records: Iterable[Owing]) -> Iterator[Owing]:
    agencies: dict[type[Owing], set[int]] = {}
    for record in records:
        agencies.setdefault(type(record), set()).add(record.agency_id)
    for model, ours in agencies.items():
        yield from decided_by(model, ours)


def decided_by(model: type[Owing], agencies: Collection[int]) -> Iterator[Owing]:
    """The agencies' rows whose duties a row of `model` may decide without pointing at them."""
    for owing in registry().decided_by(model):
        yield from owing._default_manager.filter(agency_id__in=agencies)


def _write(made: Iterable[Owed]) -> None:
    """Stores obligations, each item and duty once."""
    Obligation.objects.bulk_create(
        (Obligation(**o._asdict()) for o in made),
        batch_size=_CHUNK,
        update_conflicts=True,
        unique_fields=["item", "duty"],
        update_fields=[
            "division",
            "started_on",
            "due_on",
            "provisional",
            "done_on",
            "due_at",
            "done_at",
        ],
    )


def refresh_all(agency: int | None = None) -> None:
    """Every obligation of the installation, or of one agency, register by register in chunks."""
    narrowed = {} if agency is None else {"agency_id": agency}
    for model in {duty.of for duty in registry().duties()}:
        rows: list[Owing] = []
        found = model._default_manager.filter(**narrowed).order_by("pk")
        for row in found.iterator(chunk_size=_CHUNK):
            rows.append(row)
            if len(rows) == _CHUNK:
                refresh(rows)
                rows = []
        refresh(rows)


def obligations(record: Any, duties: Iterable[Duty], days: Calendar) -> Iterator[Owed]:
    """What the record, or a plain row of its values, owes; nothing once it is voided."""
    if record.standing == Standing.VOIDED:
        return
    for duty in duties:
        start = duty.started_on(record)
        if start is None:
            continue
        due_on, due_at, provisional = _due(record, duty, start, days)
        yield Owed(
            record.pk, record.agency_id, record.division_id, duty.key, start, due_on, provisional,
            duty.done_on(record), due_at, duty.time_done(record),
        )  # fmt: skip


def working(record: Owing, duty: Duty, days: Calendar) -> Due | None:
    """The due date with every day counted, skipped and paused; None while no clock runs."""
    start = duty.started_on(record)
    if start is None:
        return None
    with applying(record.agency_id):
        return due(start, duty.term(record), calendar=days, pauses=duty.paused(record))


def _due(record: Any, duty: Duty, start: date, days: Calendar) -> tuple[date, str, bool]:
    """(the last day, the time on it where hours are counted, whether it is provisional)."""
    term = duty.term(record)
    pauses = duty.paused(record)
    if isinstance(term, WorkingDays) and not pauses:
        # The quick way for bulk imports: same answer, without the working.
        on, provisional = days.due_on(start, term.n)
        return on, "", provisional
    answer = due(start, term, calendar=days, pauses=pauses)
    return answer.on, answer.working.times[1], answer.provisional
