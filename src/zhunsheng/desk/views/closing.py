"""Closing a register for the year from home."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.said import tell
from zhunsheng.desk.views.registers import register_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.figure.close import close
from zhunsheng.kernel.org.models import Division


@require_POST
def close_register(request: HttpRequest, kind: str) -> HttpResponse:
    """The division says the register is complete; with `nil`, that there was nothing."""
    person = person_of(request)
    division = get_object_or_404(Division, pk=request.POST.get("division"), agency=person.agency)
    year = int(request.POST.get("year") or 0)
    try:
        close(register_of(kind), division, year, by=person, nil="nil" in request.POST)
        messages.success(request, _("Closed for the year."))
    except KernelError as error:
        tell(request, error)
    return redirect("desk:home")
