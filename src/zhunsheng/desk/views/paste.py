"""Pasting from a spreadsheet: cells in a grid, checked as an import is, stored when accepted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhunsheng.desk.once import new_key, once
from zhunsheng.desk.pasted import (
    MOST,
    GridColumn,
    Pasted,
    as_table,
    grid,
    grid_columns,
    only_lines,
    pasted,
)
from zhunsheng.desk.pending import Pending, keep, waiting
from zhunsheng.desk.said import tell
from zhunsheng.desk.upload import bytes_of
from zhunsheng.desk.views.import_preview import changes_of, checked_as, stored_as
from zhunsheng.desk.views.registers import register_of
from zhunsheng.desk.who import divisions_kept, person_of
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.workbook.errors import CellFault

#: The buttons that accept what the page shows: all of it, or its rows without fault.
_ACCEPTING = {"store", "keep_good"}
_EMPTY = 12  # rows of a grid nobody pasted into yet


def paste(request: HttpRequest, kind: str) -> HttpResponse:
    """The grid; what was pasted is checked, and stored only when it was seen and accepted."""
    register, columns = register_of(kind), grid_columns(register_of(kind))
    if request.method != "POST":
        left = _before(request.GET.get("left", ""), person_of(request))
        return (
            _page(request, register, columns)
            if left is None
            else _looked_at(request, register, columns, left, pasted(left.data().decode(), columns))
        )
    try:
        return _sent(request, register, columns)
    except KernelError as error:
        tell(request, error)
        return _page(request, register, columns, text=request.POST.get("cells", ""))


def _sent(
    request: HttpRequest, register: Register, columns: tuple[GridColumn, ...]
) -> HttpResponse:
    person, found = person_of(request), pasted(request.POST.get("cells", ""), columns)
    if not found.rows:
        messages.error(request, _("Paste the rows first."))
        return _page(request, register, columns)
    table = as_table(found.rows, columns)
    if _ACCEPTING & set(request.POST) and (done := _accepted(request, register, table)):
        return redirect(done)
    pending = _kept(request, register, person, table)
    return _looked_at(request, register, columns, pending, found)


def _looked_at(
    request: HttpRequest,
    register: Register,
    columns: tuple[GridColumn, ...],
    pending: Pending,
    found: Pasted,
) -> HttpResponse:
    """The grid with the faults of its cells, or with what storing it would do."""
    checked = checked_as(pending, person_of(request))
    good = len(found.rows) - len({f.row for f in checked.faults if f.row})
    return _page(
        request,
        register,
        columns,
        rows=found.rows,
        faults=checked.faults,
        more={
            "pending": pending,
            "unread": found.unread,
            "changes": [c for p in checked.plan.sheets for c in changes_of(p)],
            "new": sum(len(p.rows) for p in checked.plan.sheets),
            "same": checked.plan.same,
            "good": not checked.faults and checked.plan.brings,
            "good_rows": good if checked.faults and all(f.row for f in checked.faults) else 0,
            "division": str(pending.division),
            "updates": pending.updates,
        },
    )


def _accepted(request: HttpRequest, register: Register, table: bytes) -> str:
    """The page to go to; empty where these are not the cells that were shown: they are first."""
    person = person_of(request)
    before = _before(request.POST.get("pending", ""), person)
    if before is not None and before.data() != table:
        return ""
    try:
        return once(request, lambda: _stored(request, register, person))
    except Http404:
        return ""  # a page gone back to, whose cells were checked again since


def _stored(request: HttpRequest, register: Register, person: Person) -> str:
    """The page to go to: the rows left out stand in the grid again."""
    pending = waiting(person, request.POST.get("pending", ""))
    done = stored_as(request, pending, person)
    if not done.left:
        return reverse("desk:imports")
    files = pending.files()
    rest = keep(
        person,
        pending.name,
        only_lines(pending.data(), {fault.row for fault in done.left}),
        division=pending.division,
        updates=pending.updates,
        papers=[(name, files(name) or b"") for name in pending.papers],
    )
    pending.discard()
    return f"{reverse('desk:paste', args=[register.kind])}?left={rest.key}"


def _kept(request: HttpRequest, register: Register, person: Person, data: bytes) -> Pending:
    """The table, with the scans sent now and those sent with it before."""
    sent = (f for f in request.FILES.getlist("papers") if isinstance(f, UploadedFile))
    papers = [(f.name or "", bytes_of(f)) for f in sent]
    if before := _before(request.POST.get("pending", ""), person):
        files = before.files()
        given = {name for name, _ in papers}
        papers += [(n, files(n) or b"") for n in before.papers if n not in given]
        before.discard()
    kept = {str(d.pk): d for d in divisions_kept(person)}
    division = kept.get(request.POST.get("division", ""))
    if division is None:
        raise Http404
    return keep(
        person,
        f"{register.zh}.tsv",
        data,
        division=division.pk,
        updates="updates" in request.POST,
        papers=papers,
    )


def _before(key: str, person: Person) -> Pending | None:
    try:
        return waiting(person, key)
    except Http404:
        return None


def _page(
    request: HttpRequest,
    register: Register,
    columns: tuple[GridColumn, ...],
    *,
    rows: tuple[tuple[str, ...], ...] = (),
    faults: tuple[CellFault, ...] = (),
    text: str = "",
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    shown = rows or (("",) * len(columns),) * _EMPTY
    cells, rest = grid(shown, columns, faults)
    return render(
        request,
        "desk/paste.html",
        {
            "register": register,
            "name": in_language(register.zh, register.en),
            "columns": columns,
            "cells": cells,
            "rest": rest,
            "fault_count": len(faults),
            "checked": bool(rows),
            "text": text or as_table(rows, columns).decode() if rows or text else "",
            "divisions": divisions_kept(person_of(request)),
            "division": request.POST.get("division", ""),
            "updates": "updates" in request.POST,
            "most": MOST,
            "key": new_key(),
        }
        | (more or {}),
        status=422 if faults else 200,
    )
