"""A register's list: filters, search, pages, export, and the template of its sheet."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.asked import year_of
from zhunsheng.desk.download import workbook
from zhunsheng.desk.show import cells, headings
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.workbook.export import export
from zhunsheng.kernel.workbook.template import template

_PAGE = 25


def registers(request: HttpRequest) -> HttpResponse:
    """Every register, by regime, with how many rows the person sees."""
    person, today = person_of(request), clock.today()
    groups = [
        (
            in_language(zh, en),
            [(r, in_language(r.zh, r.en), visible(person, r.of, on=today).count()) for r in own],
        )
        for zh, en, own in used_by(person.agency_id).groups()
    ]
    return render(request, "desk/registers.html", {"groups": groups})


def register_of(kind: str) -> Register:
    """The register of an address. Errors: Http404."""
    for register in registry().registers():
        if register.kind == kind:
            return register
    raise Http404(kind)


def register(request: HttpRequest, kind: str) -> HttpResponse:
    """The rows the person may see, filtered."""
    declared = register_of(kind)
    rows, chosen = _filtered(request, declared)
    paged = Paginator(rows, _PAGE).get_page(request.GET.get("page"))
    names = ("title", *(n for n in declared.listed if n != "title"))
    return render(
        request,
        "desk/register.html",
        {
            "register": declared,
            "name": in_language(declared.zh, declared.en),
            "headings": headings(declared.of, names),
            "rows": [(row, cells(row, names)) for row in paged],
            "page": paged,
            "filters": _filters(declared, chosen),
            "chosen": chosen,
            "query": _query(request),
            "filtered": any(chosen.values()),
        },
    )


def export_rows(request: HttpRequest, kind: str) -> HttpResponse:
    """The filtered rows as a workbook that could be imported again."""
    declared = register_of(kind)
    rows, _ = _filtered(request, declared)
    return workbook(export(declared, rows), f"{declared.zh}.xlsx")


def template_of(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty workbook for the register and its lines."""
    declared = register_of(kind)
    wanted = (declared, *registry().lines_of(declared.of))
    return workbook(template(wanted, person_of(request).agency), f"{declared.zh}-模板.xlsx")


def _filtered(request: HttpRequest, declared: Register) -> tuple[QuerySet[Record], dict[str, str]]:
    rows = visible(person_of(request), declared.of, on=clock.today())
    rows = rows.select_related("division").order_by("-pk")
    chosen = {n: request.GET.get(n, "") for n in (*declared.filters, "standing", "year", "q")}
    if chosen["q"]:
        words = Q(title__icontains=chosen["q"])
        if declared.number:
            words |= Q(**{f"{declared.number}__icontains": chosen["q"]})
        rows = rows.filter(words)
    year = year_of(request.GET, 0)
    if year and declared.dated_by:
        rows = rows.filter(**{f"{declared.dated_by}__year": year})
    for name in (*declared.filters, "standing"):
        field = declared.of._meta.get_field(name)
        if chosen[name] and getattr(field, "choices", None):
            rows = rows.filter(**{name: chosen[name]})
    if not chosen["standing"]:
        rows = rows.exclude(standing=Standing.VOIDED)
    return rows, chosen


def _filters(declared: Register, chosen: dict[str, str]) -> list[dict[str, Any]]:
    found = []
    for name in (*declared.filters, "standing"):
        field = declared.of._meta.get_field(name)
        if getattr(field, "choices", None):
            found.append(
                {
                    "name": name,
                    "label": field.verbose_name,  # type: ignore[union-attr]
                    "choices": [(v, str(t)) for v, t in field.flatchoices if v],  # type: ignore[union-attr]
                    "chosen": chosen[name],
                }
            )
    return found


def _query(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()
