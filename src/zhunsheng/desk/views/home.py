"""Home: what waits for me, and what is due."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, islice

from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from zhunsheng.desk.show import stage_of
from zhunsheng.desk.views.admin import to_decide
from zhunsheng.desk.views.closing import closings_of
from zhunsheng.desk.views.duties import DueRow, rows_due
from zhunsheng.desk.views.help import first_day
from zhunsheng.desk.views.imports import batches_of
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import seen_alike, visible
from zhunsheng.kernel.db.many import Same, newest
from zhunsheng.kernel.duty.arising import arise
from zhunsheng.kernel.duty.state import DutyState
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.authority import KEEPERS, OF_A_DIVISION, may_confirm
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import Held, roles_of
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.procedure.table import Procedure, Transition
from zhunsheng.kernel.record.models import Batch, Record, Standing, Version
from zhunsheng.kernel.record.send_back import RETURN
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.models import Report, Stage

_MOST, _LATER = 20, 5
_AHEAD = timedelta(days=365)  # what falls due in later years is on the page of deadlines
_SHOWN = 8  # what one sees without scrolling; the rest lies folded
_DUE = 100  # the page of deadlines has the rest
_CONFIRMERS = frozenset({Role.DIVISION_HEAD, Role.LEGAL_OFFICER})
#: Stage of the report → the role whose turn it is.
_TURNS = {
    Stage.DRAFTING: Role.LEGAL_OFFICER,
    Stage.DISCUSSED: Role.PRINCIPAL,
    Stage.SIGNED: Role.OFFICE,
}

#: What waits (to confirm, a step, a draft) in which register.
Key = tuple[str, Register]
Found = Mapping[Key, list[Record]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: a record, where it stands, and who sent it back."""

    record: Record
    kind: str
    register: str
    stage: str = ""
    back: Version | None = None


def home(request: HttpRequest) -> HttpResponse:
    """Confirmations, steps, returned drafts, duties, closings: what this person can do now."""
    person, today = person_of(request), clock.today()
    arise(person.agency)
    pressing, later = _duties(rows_due(person, today, _DUE), today + _AHEAD)
    to_step = _to_step(person, today)
    asked: dict[Key, QuerySet[Record] | Same] = {**_confirmable(person, today), **to_step}
    asked |= _drafted(person, today) | _returned(person, today)
    rows = newest(asked, _MOST)
    waiting: dict[str, Sequence[object]] = {
        "confirmations": _to_confirm(rows, person, today),
        "batches": _batches(person, today),
        "steps": _steps(rows, person, to_step),
        "reports": _reports(person),
        "pressing": pressing,
        "drafts": _drafts(rows, "draft"),
        "returned": _drafts(rows, "returned"),
        "closings": closings_of(person, today),
        "changes": to_decide(person),
    }
    return render(
        request,
        "desk/home.html",
        {
            **waiting,
            "today": today,
            "first_day": first_day(person),
            "later": later,
            "shown": pressing[:_SHOWN],
            "folded": pressing[_SHOWN:],
            "most_closings": _SHOWN,
            "closings_folded": max(0, len(waiting["closings"]) - _SHOWN),
            "counts": _counts(waiting),
            "nothing": not any(waiting.values()),
        },
    )


def _counts(waiting: dict[str, Sequence[object]]) -> list[tuple[str, str, int]]:
    """(section, its name, how many): the line that heads the page."""
    confirm = len(waiting["confirmations"]) + len(waiting["batches"])
    steps = len(waiting["steps"]) + len(waiting["reports"])
    decide = [("decide", _("Changes to decide"), len(waiting["changes"]))]
    return [
        *(decide if waiting["changes"] else ()),
        ("confirm", _("To confirm"), confirm),
        ("steps", _("Steps to take"), steps),
        ("pressing", _("Due or overdue"), len(waiting["pressing"])),
        ("drafts", _("Drafts and returned"), len(waiting["drafts"])),
        ("closings", _("Registers to close"), len(waiting["closings"])),
    ]


def _confirmable(person: Person, today: date) -> dict[Key, Same]:
    """Submitted records this person may confirm, unless it is not theirs to."""
    if not roles(person) & _CONFIRMERS:
        return {}
    waiting = Q(standing=Standing.SUBMITTED, item__batch__isnull=True) & ~Q(recorded_by=person)
    registers = [register for register in registry().registers() if not register.parent]
    return _of_each(registers, "confirm", waiting, person, today)


def _of_each(
    registers: Iterable[Register], what: str, rows: Q, person: Person, today: date
) -> dict[Key, Same]:
    """One question put to many registers: what the person sees of those rows."""
    asked: dict[Hashable, QuerySet[Record]] = {}
    found: dict[Key, Same] = {}
    for register in registers:
        rule = seen_alike(person, register.of, on=today)
        if rule not in asked:
            asked[rule] = visible(person, register.of, on=today).filter(rows)
        found[what, register] = Same(asked[rule], register.of)
    return found


def turns(person: Person, today: date) -> dict[str, Sequence[object]]:
    """Records and reports whose next step is this person's to take."""
    asked = _to_step(person, today)
    rows = newest(asked, _MOST)
    return {"steps": _steps(rows, person, asked), "reports": _reports(person)}


def _to_confirm(rows: Found, person: Person, today: date) -> list[Waiting]:
    own = {register: some for (what, register), some in rows.items() if what == "confirm"}
    prefetch_related_objects(list(chain(*own.values())), "division", "recorded_by")
    told = (
        _waiting(
            register,
            (
                row
                for row in some
                if may_confirm(person, row.division, today, recorded_by_id=row.recorded_by_id)
            ),
        )
        for register, some in own.items()
    )
    return list(chain(*told))[:_MOST]


def _waiting(register: Register, rows: Iterable[Record]) -> list[Waiting]:
    name = in_language(register.zh, register.en)
    return [Waiting(row, register.kind, name, stage_of(row)) for row in rows]


def _drafted(person: Person, today: date) -> dict[Key, Same]:
    if not roles(person) & KEEPERS:
        return {}
    own = Q(standing=Standing.DRAFT, recorded_by=person)
    return _of_each(registry().registers(), "draft", own, person, today)


def _returned(person: Person, today: date) -> dict[Key, Same]:
    """Records this person sent back and nobody has handed in again."""
    if not roles(person) & _CONFIRMERS:
        return {}
    back = Version.objects.filter(
        item_id=OuterRef("pk"), number=OuterRef("version"), action=RETURN, by=person
    )
    returned = Q(Exists(back), standing=Standing.DRAFT)
    return _of_each(registry().registers(), "returned", returned, person, today)


def _drafts(rows: Found, wanted: str) -> list[Waiting]:
    told = (_waiting(register, some) for (what, register), some in rows.items() if what == wanted)
    found = list(chain(*told))[:_MOST]
    if not found:
        return []
    back = Version.objects.filter(item_id__in=[w.record.pk for w in found], action=RETURN)
    by_row = {(v.item_id, v.number): v for v in back.select_related("by")}
    return [replace(w, back=by_row.get((w.record.pk, w.record.version))) for w in found]


def _batches(person: Person, today: date) -> list[Batch]:
    if not roles(person) & _CONFIRMERS:
        return []
    rows = batches_of(person, today).filter(confirmed_by__isnull=True).exclude(by=person)
    return list(rows.order_by("-pk")[:_MOST])


def _to_step(person: Person, today: date) -> dict[Key, QuerySet[Record]]:
    """Records at a stage from which this person's role takes the next step."""
    asked: dict[Key, QuerySet[Record]] = {}
    for register in registry().registers():
        procedure = registry().procedure_of(register.of)
        if procedure is not None:
            at = _begin(procedure, roles(person))
            if not at:
                continue
            wide = frozenset(h.role for h in roles_of(person, today) if not _bound(h))
            own = [h.division_id for h in roles_of(person, today) if _bound(h)]
            mine = Q(stage__in=_begin(procedure, wide)) | Q(stage__in=at, division_id__in=own)
            asked["step", register] = visible(person, register.of, on=today).filter(
                mine, standing=Standing.CONFIRMED
            )
    return asked


def _begin(procedure: Procedure, held: frozenset[Role]) -> set[str]:
    """The stages at which these roles take the next step."""
    resting = {stage.key for stage in procedure.stages if stage.rests}
    found = {stage for t in procedure.transitions if held & set(t.actors) for stage in t.starts}
    return found - resting


def _bound(held: Held) -> bool:
    return held.role in OF_A_DIVISION and held.division_id is not None


def _mine(procedure: Procedure, person: Person) -> set[Transition]:
    held = roles(person)
    return {t for t in procedure.transitions if held & set(t.actors)}


def _steps(rows: Found, person: Person, asked: Mapping[Key, QuerySet[Record]]) -> list[Waiting]:
    found: list[Waiting] = []
    for (what, register), some in rows.items():
        if what != "step" or not some or len(found) >= _MOST:
            continue
        procedure = registry().procedure_of(register.of)
        assert procedure is not None
        mine = _mine(procedure, person)
        open_ = iter(some)
        # Asked of the whole row, which may then be passed over.
        if any(t.applies or t.idle for t in mine):
            whole = asked[what, register].order_by("-pk").iterator(chunk_size=4 * _MOST)
            open_ = (row for row in whole if mine & set(procedure.offered_to(row)))
        found += _waiting(register, islice(open_, _MOST))
    return found[:_MOST]


def _reports(person: Person) -> list[tuple[Report, str]]:
    """Reports whose next act is this person's, with the stage they have reached."""
    held = roles(person)
    turns = [stage for stage, role in _TURNS.items() if role in held]
    rows = Report.objects.filter(agency=person.agency, stage__in=turns)
    rows = rows.exclude(standing=Standing.VOIDED).order_by("-year")
    return [(report, str(Stage(report.stage).label)) for report in rows]


def _duties(rows: list[DueRow], until: date) -> tuple[list[DueRow], list[DueRow]]:
    """Overdue and due soon; then the next few that are not yet pressing."""
    open_ = [row for row in rows if row.state == DutyState.OPEN]
    later = [row for row in open_ if row.obligation.due_on <= until]
    return [row for row in rows if row.state != DutyState.OPEN], later[:_LATER]
