"""Pasting from a spreadsheet: cells in a grid, checked as an import is, stored when accepted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhunsheng.desk.once import new_key, once
from zhunsheng.desk.pasted import MOST, GridColumn, as_table, grid, grid_columns, pasted
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

_EMPTY = 12  # rows of a grid nobody pasted into yet


def paste(request: HttpRequest, kind: str) -> HttpResponse:
    """The grid; what was pasted is checked, and stored only when it was seen and accepted."""
    register, columns = register_of(kind), grid_columns(register_of(kind))
    if request.method != "POST":
        return _page(request, register, columns)
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
    if "store" in request.POST and (done := _accepted(request, person, table)):
        return redirect(done)
    pending = _kept(request, register, person, table)
    checked = checked_as(pending, person)
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
        },
    )


def _accepted(request: HttpRequest, person: Person, table: bytes) -> str:
    """The page to go to; empty where these are not the cells that were shown: they are first."""
    before = _before(request, person)
    if before is not None and before.data() != table:
        return ""
    try:
        return once(
            request,
            lambda: stored_as(request, waiting(person, request.POST.get("pending", "")), person),
        )
    except Http404:
        return ""  # a page gone back to, whose cells were checked again since


def _kept(request: HttpRequest, register: Register, person: Person, data: bytes) -> Pending:
    """The table, with the scans sent now and those sent with it before."""
    sent = (f for f in request.FILES.getlist("papers") if isinstance(f, UploadedFile))
    papers = [(f.name or "", bytes_of(f)) for f in sent]
    if before := _before(request, person):
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


def _before(request: HttpRequest, person: Person) -> Pending | None:
    try:
        return waiting(person, request.POST.get("pending", ""))
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
