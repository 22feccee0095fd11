"""Confirming the rows ticked in a list: each by the rule of one, each told when it is refused."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from zhunsheng.desk.once import once
from zhunsheng.desk.queries import asked_again
from zhunsheng.desk.said import tell
from zhunsheng.desk.views.records import record_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.record.confirm import confirm

_MOST = 100


@require_POST
def confirm_many(request: HttpRequest, kind: str) -> HttpResponse:
    """Confirms the ticked rows as the page showed them, and shows the list again."""
    return redirect(once(request, lambda: _confirmed(request, kind)))


def _confirmed(request: HttpRequest, kind: str) -> str:
    person, done = person_of(request), 0
    ticked = request.POST.getlist("row")[:_MOST]
    if not ticked:
        messages.error(request, _("Tick the rows to confirm first."))
    for item, version in map(_row_and_version, ticked):
        row = record_of(request, kind, item)
        row.version = version
        try:
            confirm(row, by=person)
            done += 1
        except KernelError as error:
            tell(request, error)
    if done:
        said = ngettext(
            "%(n)d record is confirmed and now counts.",
            "%(n)d records are confirmed and now count.",
            done,
        )
        messages.success(request, said % {"n": done})
    query = asked_again(QueryDict(request.POST.get("query", "")))
    return f"{reverse('desk:register', args=[kind])}?{query or 'all=1'}"


def _row_and_version(sent: str) -> tuple[int, int]:
    item, _sign, version = sent.partition(":")
    if not (item.isascii() and item.isdigit() and version.isascii() and version.isdigit()):
        raise BadRequest("row")
    return int(item), int(version)
