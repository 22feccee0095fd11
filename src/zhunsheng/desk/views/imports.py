"""Importing a workbook: choose it, see what it will change, and confirm what others imported."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.pending import keep
from zhunsheng.desk.said import tell
from zhunsheng.desk.upload import bytes_of
from zhunsheng.desk.who import divisions_kept, person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.models import Batch


def imports(request: HttpRequest) -> HttpResponse:
    """The import page; a workbook sent is looked at on a page of its own before it is stored."""
    person = person_of(request)
    if request.method == "POST":
        return _sent(request, person)
    return render(
        request,
        "desk/imports.html",
        {
            "divisions": divisions_kept(person),
            "batches": batches_of(person, clock.today()).order_by("-pk")[:30],
            "me": person,
        },
    )


def _sent(request: HttpRequest, person: Person) -> HttpResponse:
    kept = {str(d.pk): d for d in divisions_kept(person)}
    division = kept.get(request.POST.get("division", ""))
    workbook = request.FILES.get("workbook")
    if division is None or not isinstance(workbook, UploadedFile):
        messages.error(request, _("Choose a division and a workbook."))
        return redirect("desk:imports")
    try:
        pending = keep(
            person,
            workbook.name or "",
            bytes_of(workbook),
            division=division.pk,
            updates=bool(request.POST.get("updates")),
            papers=_papers(request),
        )
    except KernelError as error:
        tell(request, error)
        return redirect("desk:imports")
    return redirect("desk:import-preview", pending.key)


def _papers(request: HttpRequest) -> list[tuple[str, bytes]]:
    sent = (f for f in request.FILES.getlist("papers") if isinstance(f, UploadedFile))
    return [(f.name or "", bytes_of(f)) for f in sent]


def batches_of(person: Person, on: date) -> QuerySet[Batch]:
    """The imports the person may know of: their own, and those of the divisions they lead."""
    rows = Batch.objects.filter(agency=person.agency).select_related(
        "by", "confirmed_by", "undone_by"
    )
    if sees_everything(person, on=on):
        return rows
    led = [h.division_id for h in roles_of(person, on) if h.role == Role.DIVISION_HEAD]
    if None in led:
        return rows
    return rows.filter(Q(by=person) | Q(by__posts__division__in=led)).distinct()


@require_POST
def confirm_import(request: HttpRequest, batch: int) -> HttpResponse:
    """Confirms every row of an import."""
    person = person_of(request)
    found = get_object_or_404(batches_of(person, clock.today()), pk=batch)
    try:
        count = confirm_batch(found, by=person)
        messages.success(request, _("%(rows)d rows confirmed.") % {"rows": count})
    except KernelError as error:
        tell(request, error)
    return redirect("desk:imports")
