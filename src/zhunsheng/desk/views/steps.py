"""A step of a procedure: its form, what stands against it, and taking it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhunsheng.desk.asked import whole
from zhunsheng.desk.form import DateInput, form_for, names_in_chinese
from zhunsheng.desk.ruled import tell_rules
from zhunsheng.desk.said import tell_at
from zhunsheng.desk.show import listed
from zhunsheng.desk.upload import stored
from zhunsheng.desk.who import holders, person_of, roles, shown_registers
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.authority import KEEPERS, roles_towards
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import ROLE_NAMES, Role
from zhunsheng.kernel.procedure.errors import StepRefusedError
from zhunsheng.kernel.procedure.judge import Objection
from zhunsheng.kernel.procedure.perform import Taking, objections_to, perform
from zhunsheng.kernel.procedure.table import Transition
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import registry


@dataclass(frozen=True, slots=True)
class Choice:
    """A step that begins where the record stands."""

    key: str
    name: str
    actors: str
    mine: bool
    objections: tuple[Objection, ...]


def choices_of(row: Record, person: Person, today: date) -> list[Choice]:
    """The steps from here, each with what would stand against it today."""
    procedure = registry().procedure_of(type(row))
    if procedure is None or row.standing != Standing.CONFIRMED:
        return []
    held = roles_towards(person, row.division, today)
    return [
        Choice(
            t.key,
            in_language(t.zh, t.en),
            listed(in_language(*ROLE_NAMES[r]) for r in t.actors),
            bool(held & set(t.actors)) or bool(roles(person) & KEEPERS),
            objections_to(row, t.key, today),
        )
        for t in procedure.offered_to(row)
    ]


def step(request: HttpRequest, kind: str, item: int, key: str) -> HttpResponse:
    """The step's form; a refusal shows every rule at once and keeps what was typed."""
    from zhunsheng.desk.views.records import record_of

    row, person = record_of(request, kind, item), person_of(request)
    procedure = registry().procedure_of(type(row))
    known = {t.key: t for t in procedure.transitions} if procedure else {}
    if key not in known:
        raise Http404
    transition = known[key]
    form = _form(transition, row, person, request)
    refused: tuple[Objection, ...] | None = ()
    if request.method == "POST" and form.is_valid():
        refused = _refusal(request, row, transition, form)
        if refused is None:
            messages.success(request, _("The step is recorded."))
            return redirect(reverse("desk:record", args=[kind, item]))
    values = form.cleaned_data if form.is_bound else {}
    against = objections_to(row, key, values.get("on") or clock.today(), _own(transition, values))
    return render(
        request,
        "desk/step.html",
        {
            "row": row,
            "kind": kind,
            "transition": in_language(transition.zh, transition.en),
            "actors": listed(in_language(*ROLE_NAMES[r]) for r in transition.actors),
            "form": form,
            "objections": _listed(request, refused or (), against),
            "refused": bool(refused),
            "is_legal_officer": Role.LEGAL_OFFICER in roles(person),
        },
        status=200 if request.method == "GET" else 422,
    )


def _refusal(
    request: HttpRequest, row: Record, transition: Transition, form: forms.Form
) -> tuple[Objection, ...] | None:
    """None once the step is taken; else the rules it was refused by, the record as it stands."""
    values = form.cleaned_data
    row.version = whole(request.POST, "version")
    refused: tuple[Objection, ...] = ()
    try:
        perform(row, transition.key, _taking(request, transition, values, person_of(request)))
        return None
    except StepRefusedError as error:
        refused = error.objections
    except KernelError as error:
        tell_at(request, error, form, type(row), dict.fromkeys(transition.sets[:1], "on"))
    row.refresh_from_db()
    return refused


def _listed(
    request: HttpRequest, refused: tuple[Objection, ...], all_: tuple[Objection, ...]
) -> list[tuple[Objection, str]]:
    """What stands against the step with the reasons typed so far, what refused it first."""
    rules = {objection.rule for objection in refused}
    rest = [objection for objection in all_ if objection.rule not in rules]
    return [(o, request.POST.get(f"reason:{o.rule}", "")) for o in (*refused, *rest)]


def _form(transition: Transition, row: Record, person: Person, request: HttpRequest) -> forms.Form:
    names = (*transition.sets[1:], *transition.shows)
    initial = {n: getattr(row, n) for n in names}
    form = form_for(type(row), names, person, data=request.POST or None, initial=initial)
    head: dict[str, forms.Field] = {
        "on": forms.DateField(
            label=_("Date of the step"), widget=DateInput(), initial=clock.today()
        ),
        "by": forms.ModelChoiceField(
            _actors(transition, person),
            label=_("Who acted"),
            initial=person.pk,
            empty_label=_("Choose"),
        ),
    }
    tail: dict[str, forms.Field] = {
        "already_taken": forms.BooleanField(
            label=_("Already taken on paper (late entry)"), required=False
        ),
        "vouched_by": forms.ModelChoiceField(
            holders(person, Role.LEGAL_OFFICER),
            label=_("Legal officer who vouches for the late entry"),
            empty_label=_("Choose"),
            required=False,
        ),
    }
    if shown_registers(person) is not None:
        tail = {}  # an adviser acts today and for themselves; the legal officer enters paper
    form.fields = {**head, **form.fields, **tail}
    tell_rules(form, type(row), shown_as=dict.fromkeys(transition.sets[:1], "on"))
    names_in_chinese(form.fields.values())
    return form


def _actors(transition: Transition, person: Person) -> QuerySet[Person]:
    """Who may be said to have acted: an adviser names only themselves."""
    found = holders(person, *transition.actors)
    return found if shown_registers(person) is None else found.filter(pk=person.pk)


def _taking(
    request: HttpRequest, transition: Transition, values: dict[str, Any], person: Person
) -> Taking:
    reasons = {
        name.removeprefix("reason:"): text
        for name, text in request.POST.items()
        if name.startswith("reason:") and isinstance(text, str) and text.strip()
    }
    by = values["by"]
    return Taking(
        by=by,
        on=values["on"],
        attested_by=None if by.pk == person.pk else person,
        evidence=stored(request, "paper"),
        values=_own(transition, values),
        already_taken=values.get("already_taken", False),
        confirmed_by=values.get("vouched_by"),
        reasons=reasons,
        reasoned_by=person if reasons else None,
    )


def _own(transition: Transition, values: dict[str, Any]) -> dict[str, Any]:
    """What was filled in of the record's own fields."""
    names = (*transition.sets[1:], *transition.shows)
    return {name: values[name] for name in names if name in values}
