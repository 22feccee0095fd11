"""Home: what waits for me, and what is due."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.show import stage_of
from zhunsheng.desk.views.duties import rows_due
from zhunsheng.desk.who import divisions_kept, person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.figure.closed import answering, not_closed
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.authority import may_confirm
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Batch, Record, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.models import Report

_MOST = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: a record and what is to be done with it."""

    record: Record
    kind: str
    register: str
    todo: str


def home(request: HttpRequest) -> HttpResponse:
    """Confirmations, steps, returned drafts, duties, closings: what this person can do now."""
    person, today = person_of(request), clock.today()
    year = today.year - 1 if today.month < 4 else today.year
    return render(
        request,
        "desk/home.html",
        {
            "today": today,
            "confirmations": confirmations(person, today),
            "batches": _batches(person),
            "drafts": _drafts(person, today),
            "steps": _steps(person, today),
            "duties": rows_due(person, today)[:_MOST],
            "closings": _closings(person, year),
            "reports": Report.objects.filter(agency=person.agency).order_by("-year")[:3],
            "year": year,
        },
    )


def confirmations(person: Person, today: date) -> list[Waiting]:
    """Submitted records this person may confirm."""
    found: list[Waiting] = []
    for register in registry().registers():
        if register.parent:
            continue
        rows = visible(person, register.of, on=today).filter(
            standing=Standing.SUBMITTED, item__batch__isnull=True
        )
        rows = rows.exclude(recorded_by=person).select_related("division", "recorded_by")
        found += [
            Waiting(r, register.kind, in_language(register.zh, register.en), "confirm")
            for r in rows.order_by("-pk")[:_MOST]
            if may_confirm(person, r.division, today, recorded_by_id=r.recorded_by_id)
        ]
    return found[:_MOST]


def _drafts(person: Person, today: date) -> list[Waiting]:
    found: list[Waiting] = []
    for register in registry().registers():
        rows = visible(person, register.of, on=today).filter(
            standing=Standing.DRAFT, recorded_by=person
        )
        found += [
            Waiting(r, register.kind, in_language(register.zh, register.en), "submit")
            for r in rows.order_by("-pk")[:_MOST]
        ]
    return found[:_MOST]


def _batches(person: Person) -> QuerySet[Batch]:
    rows = Batch.objects.filter(agency=person.agency, confirmed_by__isnull=True)
    return rows.exclude(by=person).select_related("by").order_by("-pk")[:_MOST]


def _steps(person: Person, today: date) -> list[Waiting]:
    """Records at a stage from which this person's role takes the next step."""
    held = roles(person)
    found: list[Waiting] = []
    for register in registry().registers():
        procedure = registry().procedure_of(register.of)
        if procedure is None:
            continue
        mine = [t for t in procedure.transitions if held & set(t.actors)]
        resting = {stage.key for stage in procedure.stages if stage.rests}
        at = {stage for t in mine for stage in t.starts} - resting
        rows = visible(person, register.of, on=today).filter(
            Q(stage__in=at), standing=Standing.CONFIRMED
        )
        found += [
            Waiting(r, register.kind, in_language(register.zh, register.en), stage_of(r))
            for r in rows.order_by("-pk")[:_MOST]
        ]
    return found[:_MOST]


def _closings(person: Person, year: int) -> list[tuple[str, str, str, int]]:
    """(kind, register, division, division id) that the person's divisions have not closed."""
    kept = divisions_kept(person)
    names = {d.name: d for d in kept}
    owed = not_closed(Scope(person.agency_id, year))
    return [
        (register.kind, in_language(register.zh, register.en), name, names[name].pk)
        for register in registry().registers()
        if answering(register) is register
        for name in owed.get(register.kind, ())
        if name in names
    ]
