"""Importing a workbook: choose, see every fault by row and column, or see what was stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.once import new_key, once
from zhunsheng.desk.said import tell
from zhunsheng.desk.upload import bytes_of
from zhunsheng.desk.who import divisions_kept, person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.confirm_batch import confirm_batch
from zhunsheng.kernel.record.models import Batch
from zhunsheng.kernel.workbook.errors import CellFault, WorkbookRefusedError
from zhunsheng.kernel.workbook.load import import_workbook

_SHOWN = 200


def imports(request: HttpRequest) -> HttpResponse:
    """The import page; a refused workbook leaves nothing behind but its table of faults."""
    person = person_of(request)
    faults: tuple[CellFault, ...] = ()
    refused = None
    if request.method == "POST":
        try:
            return _import(request)
        except WorkbookRefusedError as error:
            faults, refused = error.faults, error
        except KernelError as error:
            tell(request, error)
    return render(
        request,
        "desk/imports.html",
        {
            "divisions": divisions_kept(person),
            "batches": batches_of(person, clock.today()).order_by("-pk")[:30],
            "faults": faults[:_SHOWN],
            "more": max(len(faults) - _SHOWN, 0),
            "refused": refused,
            "chosen": request.POST.get("division", ""),
            "key": new_key(),
            "me": person,
        },
        status=422 if refused else 200,
    )


def _import(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    kept = {str(d.pk): d for d in divisions_kept(person)}
    division = kept.get(request.POST.get("division", ""))
    workbook = request.FILES.get("workbook")
    if division is None or not isinstance(workbook, UploadedFile):
        messages.error(request, _("Choose a division and a workbook."))
        return redirect("desk:imports")
    return redirect(once(request, lambda: _stored(request, workbook, division)))


def _stored(request: HttpRequest, workbook: UploadedFile[Any], division: Division) -> str:
    done = import_workbook(
        workbook.name or "",
        bytes_of(workbook),
        by=person_of(request),
        division=division,
        files=_beside(request),
    )
    messages.success(
        request,
        _("%(rows)d rows stored; they count once a second person confirms them.")
        % {"rows": done.total},
    )
    return reverse("desk:imports")


def batches_of(person: Person, on: date) -> QuerySet[Batch]:
    """The imports the person may know of: their own, and those of the divisions they lead."""
    rows = Batch.objects.filter(agency=person.agency).select_related("by", "confirmed_by")
    if sees_everything(person, on=on):
        return rows
    led = [h.division_id for h in roles_of(person, on) if h.role == Role.DIVISION_HEAD]
    if None in led:
        return rows
    return rows.filter(Q(by=person) | Q(by__posts__division__in=led)).distinct()


def _beside(request: HttpRequest) -> Callable[[str], bytes | None]:
    """The evidence files sent with the workbook, by name."""
    sent = {f.name: f for f in request.FILES.getlist("papers") if isinstance(f, UploadedFile)}

    def find(name: str) -> bytes | None:
        upload = sent.get(name)
        if upload is None:
            return None
        upload.seek(0)
        return bytes_of(upload)

    return find


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
