"""A workbook before it is stored: what is new, what changes, what is wrong, what is not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.download import workbook
from zhunsheng.desk.once import new_key, once
from zhunsheng.desk.pending import Pending, waiting
from zhunsheng.desk.said import tell
from zhunsheng.desk.show import shown_value
from zhunsheng.desk.who import divisions_kept, person_of
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import both, in_language
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.workbook.errors import WorkbookError
from zhunsheng.kernel.workbook.layout import CLOSING_SHEET, DECLARED_SHEET
from zhunsheng.kernel.workbook.load import (
    Checked,
    Imported,
    Ways,
    check_workbook,
    import_workbook,
)
from zhunsheng.kernel.workbook.marked import marked
from zhunsheng.kernel.workbook.plan import PlannedSheet

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Line:
    """What a sheet brings."""

    name: str
    new: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True)
class Changed:
    """One value that changes."""

    register: str
    title: str
    field: str
    before: str
    after: str


def preview(request: HttpRequest, key: str) -> HttpResponse:
    """The page; 422 where the workbook has faults."""
    person = person_of(request)
    pending = waiting(person, key)
    try:
        checked = checked_as(pending, person)
    except KernelError as error:
        pending.discard()
        tell(request, error)
        return redirect("desk:imports")
    changes = [c for p in checked.plan.sheets for c in changes_of(p)]
    return render(
        request,
        "desk/import_preview.html",
        {
            "pending": pending,
            "lines": _lines(checked),
            "closings": len(checked.plan.closings),
            "declared": len(checked.plan.declared),
            "changes": changes[:_SHOWN],
            "more_changes": max(len(changes) - _SHOWN, 0),
            "faults": checked.faults[:_SHOWN],
            "more": max(len(checked.faults) - _SHOWN, 0),
            "fault_count": len(checked.faults),
            "unknown": _unknown(checked),
            "unread": checked.unread,
            "sources": checked.sources,
            "gone": checked.gone[:_SHOWN],
            "untold": [(s, r.kind, in_language(r.zh, r.en)) for s, r in checked.untold],
            "gone_count": len(checked.gone),
            "more_gone": max(len(checked.gone) - _SHOWN, 0),
            "good": _good(checked),
            "nothing_new": _nothing_new(checked),
            "key": new_key(),
        },
        status=422 if checked.faults else 200,
    )


@require_POST
def store(request: HttpRequest, key: str) -> HttpResponse:
    """Stores it, whole or its good rows as chosen; sent twice, it is stored once."""
    person = person_of(request)
    try:
        return redirect(once(request, lambda: _stored(request, waiting(person, key), person)))
    except KernelError as error:
        tell(request, error)
        return redirect("desk:import-preview", key)


def marked_workbook(request: HttpRequest, key: str) -> HttpResponse:
    """The same workbook with its faulty cells marked."""
    person = person_of(request)
    pending = waiting(person, key)
    try:
        checked = checked_as(pending, person)
        data = marked(pending.name, pending.data(), checked.faults, theirs=checked.theirs)
    except WorkbookError as error:
        tell(request, error)
        return redirect("desk:imports")
    return workbook(data, f"{pending.name.rpartition('.')[0]}-问题标注.xlsx")


def checked_as(pending: Pending, person: Person) -> Checked:
    """What storing the waiting table would do. Errors: WorkbookError, NotAllowedError."""
    return check_workbook(
        pending.name,
        pending.data(),
        by=person,
        division=_division(pending, person),
        files=pending.files(),
        ways=Ways(updates=pending.updates),
    )


def _division(pending: Pending, person: Person) -> Division:
    for division in divisions_kept(person):
        if division.pk == pending.division:
            return division
    raise Http404


def _stored(request: HttpRequest, pending: Pending, person: Person) -> str:
    """The page to go to: the rows left out are still to be seen, their workbook to be fetched."""
    done = stored_as(request, pending, person)
    return (
        reverse("desk:import-preview", args=[pending.key]) if done.left else reverse("desk:imports")
    )


def stored_as(request: HttpRequest, pending: Pending, person: Person) -> Imported:
    """What was stored, and said so. Errors: WorkbookRefusedError, NotAllowedError."""
    done = import_workbook(
        pending.name,
        pending.data(),
        by=person,
        division=_division(pending, person),
        files=pending.files(),
        ways=Ways(updates=pending.updates, keep_good=bool(request.POST.get("keep_good"))),
    )
    _say(request, done)
    if not done.left:
        pending.discard()
    return done


def _say(request: HttpRequest, done: Imported) -> None:
    messages.success(
        request,
        _("%(rows)d rows stored; they count once a second person confirms them.")
        % {"rows": done.total + done.changed},
    )
    if done.left:
        left = len({(f.sheet, f.row) for f in done.left})
        messages.warning(request, _("%(rows)d rows were left out; see below.") % {"rows": left})


def _unknown(checked: Checked) -> list[str]:
    """Sheets that could not be read as a register's: another system's, to be mapped."""
    read = {plan.sheet for plan in checked.plan.sheets} | {CLOSING_SHEET, DECLARED_SHEET}
    return [name for name in dict.fromkeys(f.sheet for f in checked.faults) if name not in read]


def _lines(checked: Checked) -> list[Line]:
    return [
        Line(
            in_language(p.register.zh, p.register.en),
            len(p.rows),
            len(p.changes),
            p.same,
        )
        for p in checked.plan.sheets
    ]


def changes_of(planned: PlannedSheet) -> Iterator[Changed]:
    """Every value of stored rows that would change."""
    name = in_language(planned.register.zh, planned.register.en)
    for change in planned.changes:
        for field, (before, after) in change.values.items():
            declared = planned.register.of._meta.get_field(field)
            yield Changed(
                name,
                change.record.title,
                in_language(*both(column(planned.register.of, field).verbose_name)),
                shown_value(declared, before) or "—",
                shown_value(declared, after),
            )


def _nothing_new(checked: Checked) -> bool:
    """Whether every row is stored already as the file has it."""
    plan = checked.plan
    rows = any(p.rows or p.changes for p in plan.sheets)
    return not (checked.faults or rows or plan.closings or plan.declared)


def _good(checked: Checked) -> bool:
    """Whether something would be left to store without the rows that have faults."""
    faulty = {(f.sheet, f.row) for f in checked.faults}
    return bool(checked.faults) and any(
        (p.sheet, row.line) not in faulty
        for p in checked.plan.sheets
        for row in (*p.rows, *(c.row for c in p.changes))
    )
