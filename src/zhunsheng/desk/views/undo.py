"""Undoing an import: what it brought, what stands in the way, and the act with its reason."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.desk.once import new_key, once
from zhunsheng.desk.said import tell
from zhunsheng.desk.views.imports import batches_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Batch
from zhunsheng.kernel.record.undo_batch import declared_with, held_rows, undo_batch


@require_http_methods(["GET", "POST"])
def undo_import(request: HttpRequest, batch: int) -> HttpResponse:
    """The page says which rows cannot be undone and why; otherwise it asks for the reason."""
    person = person_of(request)
    found = get_object_or_404(batches_of(person, clock.today()), pk=batch)
    status = 200
    if request.method == "POST":
        try:
            return redirect(once(request, lambda: _undone(request, found, person)))
        except KernelError as error:
            tell(request, error)
            status = 422
    held = held_rows(found)
    shown: dict[str, object] = {
        "batch": found,
        "reason": request.POST.get("reason", ""),
        "key": new_key(),
    }
    shown["declared"] = declared_with(found)
    shown["held"] = [(h, in_language(h.zh, h.en)) for h in held]
    return render(request, "desk/undo_import.html", shown, status=status)


def _undone(request: HttpRequest, found: Batch, person: Person) -> str:
    count = undo_batch(found, by=person, reason=request.POST.get("reason", ""))
    messages.success(
        request,
        _("Undone: %(n)d rows are voided or as they were before the import.") % {"n": count},
    )
    return reverse("desk:imports")
