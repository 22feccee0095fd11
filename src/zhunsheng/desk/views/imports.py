"""Importing a workbook: choose, see every fault by row and column, or see what was stored."""

from collections.abc import Callable

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.once import new_key
from zhunsheng.desk.said import tell
from zhunsheng.desk.upload import bytes_of
from zhunsheng.desk.who import divisions_kept, person_of
from zhunsheng.kernel.errors import KernelError
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
    batches = Batch.objects.filter(agency=person.agency).select_related("by", "confirmed_by")
    return render(
        request,
        "desk/imports.html",
        {
            "divisions": divisions_kept(person),
            "batches": batches.order_by("-pk")[:30],
            "faults": faults[:_SHOWN],
            "more": max(len(faults) - _SHOWN, 0),
            "refused": refused,
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
    done = import_workbook(
        workbook.name or "",
        bytes_of(workbook),
        by=person,
        division=division,
        files=_beside(request),
    )
    messages.success(
        request,
        _("%(rows)d rows stored; they count once a second person confirms them.")
        % {"rows": done.total},
    )
    return redirect("desk:imports")


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
    found = get_object_or_404(Batch, pk=batch, agency=person.agency)
    try:
        count = confirm_batch(found, by=person)
        messages.success(request, _("%(rows)d rows confirmed.") % {"rows": count})
    except KernelError as error:
        tell(request, error)
    return redirect("desk:imports")
