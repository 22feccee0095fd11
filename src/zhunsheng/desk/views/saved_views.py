"""Acts on views of a list: kept under a name, deleted."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.queries import asked_again
from zhunsheng.desk.said import tell
from zhunsheng.desk.views.registers import register_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.view.keep import divisions_shared, drop, keep, views_of


@require_POST
def keep_view(request: HttpRequest, kind: str) -> HttpResponse:
    """Keeps what the list asked for, and shows the list again."""
    person, register = person_of(request), register_of(kind)
    query = asked_again(QueryDict(request.POST.get("query", "")))
    chosen = request.POST.get("division", "")
    shared = next((d for d in person.agency.divisions.all() if str(d.pk) == chosen), None)
    try:
        view = keep(
            person,
            register.kind,
            name=request.POST.get("name", ""),
            query=query,
            division=shared,
            default="default" in request.POST,
            on=clock.today(),
        )
        messages.success(request, _("The view “%(name)s” is kept.") % {"name": view.name})
    except KernelError as error:
        tell(request, error)
    return redirect(f"{reverse('desk:register', args=[kind])}?{query or 'all=1'}")


@require_POST
def drop_view(request: HttpRequest, kind: str, view: int) -> HttpResponse:
    """Deletes one's own view."""
    person = person_of(request)
    found = get_object_or_404(
        views_of(person, kind, divisions_shared(person, on=clock.today())), pk=view
    )
    try:
        drop(found, by=person)
        messages.success(request, _("The view “%(name)s” is deleted.") % {"name": found.name})
    except KernelError as error:
        tell(request, error)
    return redirect(f"{reverse('desk:register', args=[kind])}?all=1")
