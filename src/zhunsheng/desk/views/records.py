"""One record: entry, detail with its whole history, and the kernel's acts on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhunsheng.desk.apart import Apart, differing
from zhunsheng.desk.asked import whole
from zhunsheng.desk.beside import beside, lines_of
from zhunsheng.desk.copied import copied
from zhunsheng.desk.facets import aspect_asked, aspects_of, chosen, facet_fields, parted
from zhunsheng.desk.form import division_field, entry_fields, form_for
from zhunsheng.desk.once import new_key, once
from zhunsheng.desk.papers import papers_for
from zhunsheng.desk.ruled import tell_rules
from zhunsheng.desk.said import tell_at
from zhunsheng.desk.show import action_name, pairs, stage_of
from zhunsheng.desk.views.duties import duties_of
from zhunsheng.desk.views.registers import register_of
from zhunsheng.desk.views.steps import choices_of
from zhunsheng.desk.way import at_rest, way_of
from zhunsheng.desk.who import divisions_kept, divisions_of, may_enter, person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.errors import ConflictError, KernelError
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.link.join import may_link
from zhunsheng.kernel.occasion.hang import hang, taken_from
from zhunsheng.kernel.occasion.hold import hold
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.org.authority import KEEPERS, may_confirm, may_record
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.procedure.models import Irregularity, Step
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.draft import draft, enters
from zhunsheng.kernel.record.history import history
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.own_fields import theirs
from zhunsheng.kernel.record.send_back import returned_by
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry


def record_of(request: HttpRequest, kind: str, item: int) -> Record:
    """The row, where the person may see it. Errors: Http404."""
    rows = visible(person_of(request), register_of(kind).of, on=clock.today())
    row = rows.filter(pk=item).select_related("division", "recorded_by", "confirmed_by").first()
    if row is None:
        raise Http404
    return row


def new(request: HttpRequest, kind: str) -> HttpResponse:
    """The form of a new record."""
    register, person = register_of(kind), person_of(request)
    if not may_enter(register, person):
        raise PermissionDenied
    names = entry_fields(register, person)
    initial: dict[str, Any] = {}
    if register.parent:
        initial[register.parent] = request.GET.get("parent")
    model = record_of(request, kind, whole(request.GET, "copy")) if "copy" in request.GET else None
    if model is not None:
        initial |= copied(model, register, person)
    if (aspect := aspect_asked(request.GET, register)) is not None:
        initial |= taken_from(_main(request), aspect)
    form = form_for(register.of, names, person, data=request.POST or None, initial=initial)
    tell_rules(form, register.of)
    if not register.parent:
        form.fields["division"] = division_field(divisions_kept(person) or divisions_of(person))
    if register.of is Occasion:
        form.fields |= facet_fields(person)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(request, lambda: _entered(request, register, form.cleaned_data)))
        except KernelError as error:
            tell_at(request, error, form, register.of)
    return _form(request, register, form, _("New record"), model=model)


def _entered(request: HttpRequest, register: Register, cleaned: dict[str, Any]) -> str:
    """The address of the record just entered; an occasion comes with its facets, submitted."""
    values, person = dict(cleaned), person_of(request)
    values |= _of_others(request, register, person)
    parent: Record | None = values.get(register.parent)
    division = parent.division if parent else values.pop("division")
    if register.of is Occasion:
        facets = chosen(values)
        return address(hold(values, by=person, division=division, facets=facets)[0])
    if not values.get("title") and parent:
        values["title"] = parent.title
    waits = _("Submitted: it counts once a second person has confirmed it.")
    if (aspect := aspect_asked(request.GET, register)) is not None:
        messages.success(request, waits)
        return address(hang(_main(request), aspect, values, by=person, division=division))
    submitted = "submit" in request.POST
    row = draft(register.of, values, by=person, division=division, submit=submitted)
    messages.success(request, waits if submitted else _("Kept as a draft, under To do."))
    return address(row)


def _main(request: HttpRequest) -> Record:
    """The record a new row is an aspect of. Errors: Http404."""
    return record_of(request, request.GET.get("of", ""), whole(request.GET, "item"))


def edit(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """The form of a record's correction."""
    row, person = record_of(request, kind, item), person_of(request)
    if not _acts(row, person, clock.today())["edit"] and not roles(person) & KEEPERS:
        raise PermissionDenied
    register = register_of(kind)
    names = entry_fields(register, person, row)
    initial = {name: getattr(row, row._meta.get_field(name).attname) for name in names}  # type: ignore[union-attr]
    apart: list[Apart] = []
    form = form_for(register.of, names, person, data=request.POST or None, initial=initial)
    tell_rules(form, register.of)
    if request.method == "POST" and form.is_valid():
        row.version = whole(request.POST, "version")
        try:
            others = _of_others(request, register, person, row)
            return redirect(_amended(request, row, form.cleaned_data | others))
        except KernelError as error:
            row.refresh_from_db()
            if isinstance(error, ConflictError):
                apart = differing(row, form.cleaned_data)
            tell_at(request, error, form, register.of)
    drafted = row.standing == Standing.DRAFT
    heading = _("Edit the record") if drafted else _("Correct the record")
    return _form(request, register, form, heading, row, apart=apart)


def _of_others(
    request: HttpRequest, register: Register, person: Person, row: Record | None = None
) -> dict[str, str]:
    """What was sent for columns that are another's to fill in: for the kernel to refuse by name."""
    return {n: v for n in theirs(register, person, row) if (v := request.POST.get(n, ""))}


def _amended(request: HttpRequest, row: Record, values: Mapping[str, Any]) -> str:
    """The address of the record with the values; a draft is handed in where its button says so."""
    drafted, submitted = row.standing == Standing.DRAFT, "submit" in request.POST
    reason = request.POST.get("reason", "")
    amend(row, values, by=person_of(request), reason=reason, submit=submitted)
    if submitted:
        messages.success(request, _("Submitted: it counts once a second person has confirmed it."))
    elif drafted:
        messages.success(request, _("Kept as a draft, under To do."))
    else:
        messages.success(request, _("Corrected; the former version is kept in the history."))
    return address(row)


def _form(
    request: HttpRequest,
    register: Register,
    form: forms.Form,
    heading: str,
    row: Record | None = None,
    *,
    model: Record | None = None,
    apart: Sequence[Apart] = (),
) -> HttpResponse:
    later = _later(register, form) if row is None else []
    own, facets = parted(form)
    return render(
        request,
        "desk/form.html",
        {
            "model": model,
            "own": own,
            "facets": facets,
            "drafts": row is not None or register.of is not Occasion,
            "apart": apart,
            "register": register,
            "name": in_language(register.zh, register.en),
            "form": form,
            "later": later,
            "later_told": any(field.errors or field.value() for field in later),
            "heading": heading,
            "row": row,
            "version": row.version if row else 0,
            "key": new_key(),
            "reason": request.POST.get("reason", ""),
            "needs_reason": row is not None and row.standing != Standing.DRAFT,
            "returned": returned_by(row) if row else None,
        },
        status=200 if request.method == "GET" else 422,
    )


def _later(register: Register, form: forms.Form) -> list[forms.BoundField]:
    """The fields of what comes after a new row begins."""
    return [form[name] for name in register.later if name in form.fields]


def detail(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """The record with its lines, steps, duties, evidence, links and history."""
    row, person, today = record_of(request, kind, item), person_of(request), clock.today()
    register = register_of(kind)
    names = [n for n in register.columns if n != "title"]
    linked, owed = beside(row, person, today), duties_of(row, today)
    steps = Step.objects.filter(item_id=row.pk).select_related("by", "attested_by", "evidence")
    kept = Evidence.objects.filter(item_id=row.pk).select_related("file__words", "by")
    return render(
        request,
        "desk/record.html",
        {
            "register": register,
            "name": in_language(register.zh, register.en),
            "row": row,
            "stage": stage_of(row),
            "pairs": pairs(row, names),
            "lines": lines_of(row, person, today),
            "steps": steps,
            "step_names": _step_names(row),
            "irregularities": Irregularity.objects.filter(item_id=row.pk),
            "way": way_of(row, steps),
            "at_rest": at_rest(row) and all(d.obligation.done_on for d in owed),
            "choices": choices_of(row, person, today),
            "duties": owed,
            "evidence": papers_for(kept, person, today),
            "links": linked.linked,
            "played": linked.played,
            "history": [(past, action_name(past.version.action)) for past in history(row)],
            "acts": _acts(row, person, today),
            "aspects": aspects_of(row, person, linked.linked),
            "key": new_key(),
        },
    )


def _acts(row: Record, person: Person, today: date) -> dict[str, bool]:
    keeps = may_record(person, row.division, today)
    second = may_confirm(person, row.division, today, recorded_by_id=row.recorded_by_id)
    own = row.standing == Standing.DRAFT and row.recorded_by_id == person.pk
    writes = own and enters(type(row), person, row.division)
    return {
        "submit": (keeps or writes) and row.standing == Standing.DRAFT,
        "confirm": second and row.standing == Standing.SUBMITTED,
        "send_back": second and row.standing == Standing.SUBMITTED,
        "copy": keeps,
        "edit": (keeps or writes) and row.standing != Standing.VOIDED,
        "attach": keeps and row.standing != Standing.VOIDED,
        "link": may_link(person, row, today) and row.standing != Standing.VOIDED,
        "void": row.standing != Standing.VOIDED
        and (second or (keeps and row.standing == Standing.DRAFT)),
    }


def _step_names(row: Record) -> dict[str, str]:
    procedure = registry().procedure_of(type(row))
    return {t.key: in_language(t.zh, t.en) for t in procedure.transitions} if procedure else {}


def address(row: Record) -> str:
    """Where the record's page is."""
    return reverse("desk:record", args=[row._meta.label_lower, row.pk])
