"""A register's list: filters, search, pages, export, and the template of its sheet."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from zhunsheng.desk.confirmable import confirmable
from zhunsheng.desk.download import workbook
from zhunsheng.desk.listing import Listing, basis_choices, listing
from zhunsheng.desk.once import new_key
from zhunsheng.desk.queries import asked_again
from zhunsheng.desk.saved import opened_with, shown_views
from zhunsheng.desk.show import cells, counted, headings
from zhunsheng.desk.totals import AT_ONCE, totals
from zhunsheng.desk.who import may_enter, person_of, shown_registers
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.db.many import counts
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.invite.invite import can_invite
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.export import export
from zhunsheng.kernel.workbook.template import template

_PAGE = 25
_FEW = 6


def registers(request: HttpRequest) -> HttpResponse:
    """Every register, by regime, with how many rows the person sees."""
    person, today = person_of(request), clock.today()
    shown = shown_registers(person)
    used = used_by(person.agency)
    seen = [r for r in used.registers() if shown is None or r.kind in shown]
    rows = counts({r.kind: visible(person, r.of, on=today) for r in seen})
    groups = []
    for zh, en, declared in used.groups():
        counted = [(r, in_language(r.zh, r.en), rows[r.kind]) for r in declared if r.kind in rows]
        if counted:
            groups.append((in_language(zh, en), counted))
    entered = [(r, in_language(r.zh, r.en)) for r in seen if may_enter(r, person) and not r.parent]
    # Who writes in one register among fifty is led to it; who keeps them all needs no list of all.
    own = entered if len(entered) <= _FEW else []
    return render(request, "desk/registers.html", {"groups": groups, "own": own})


def register_of(kind: str) -> Register:
    """The register of an address. Errors: Http404."""
    for register in registry().registers():
        if register.kind == kind:
            return register
    raise Http404(kind)


def register(request: HttpRequest, kind: str) -> HttpResponse:
    """The rows the person may see, as the address asks, with their totals."""
    declared, person = register_of(kind), person_of(request)
    if not request.GET and (usual := opened_with(person, declared.kind)):
        return redirect(f"{request.path}?{usual}")
    today, query = clock.today(), asked_again(request.GET)
    listed = listing(declared, request.GET, person, on=today)
    paged = Paginator(listed.rows, _PAGE).get_page(request.GET.get("page"))
    at_once = "totals" in request.GET or paged.paginator.count <= AT_ONCE
    # To an adviser the totals would say which divisions still owe the register.
    told = at_once and shown_registers(person) is None
    return render(
        request,
        "desk/register.html",
        {
            "register": declared,
            "name": in_language(declared.zh, declared.en),
            "above": declared.parent_model._meta.label_lower if declared.parent_model else "",
            "inviting": can_invite(declared),
            "enters": may_enter(declared, person_of(request)),
            "listed": listed,
            "headings": _headings(listed, request.GET),
            "rows": [(row, cells(row, listed.names)) for row in paged],
            "page": paged,
            "bases": basis_choices(listed) if declared.dated_by else (),
            "columns": _columns(listed),
            "query": query,
            "views": shown_views(person, declared.kind, query, on=today),
            "undated": asked_again(request.GET, dated=""),
            "totals": totals(listed, person.agency_id) if told else None,
            "uncounted": not at_once,
            "ticks": confirmable(paged, person),
            "key": new_key(),
        },
    )


def export_rows(request: HttpRequest, kind: str) -> HttpResponse:
    """The filtered rows, in the order of the list, as a workbook that could be imported again."""
    declared = register_of(kind)
    listed = listing(declared, request.GET, person_of(request), on=clock.today())
    return workbook(export(declared, listed.rows), f"{declared.zh}.xlsx")


def template_of(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty workbook for the register and its lines."""
    declared = register_of(kind)
    wanted = (declared, *registry().lines_of(declared.of))
    return workbook(template(wanted, person_of(request).agency), f"{declared.zh}-模板.xlsx")


def _headings(listed: Listing, sent: QueryDict) -> list[dict[str, Any]]:
    """The columns with the address that orders the rows by each, the other way round when it is."""
    found = []
    names = (*listed.names, "standing")
    for name, label in zip(names, headings(listed.register.of, names), strict=True):
        up, down = listed.asked["sort"] == name, listed.asked["sort"] == f"-{name}"
        found.append(
            {
                "label": label,
                "number": counted(listed.register.of, name),
                "order": "ascending" if up else "descending" if down else "none",
                "query": asked_again(sent, sort=f"-{name}" if up else name),
            }
        )
    return found


def _columns(listed: Listing) -> list[tuple[str, Any, bool]]:
    """(name, label, whether it is shown) of the columns a list may have beside the title."""
    names = [n for n in listed.register.columns if n != "title"]
    labels = headings(listed.register.of, names)
    return [(n, label, n in listed.names) for n, label in zip(names, labels, strict=True)]
