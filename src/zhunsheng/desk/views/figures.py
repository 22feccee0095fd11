"""Figures of a year, and the way from a figure to its records and their evidence."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.asked import year_of
from zhunsheng.desk.compared import Line, last_year, lines_of
from zhunsheng.desk.papers import Paper, papers_for
from zhunsheng.desk.show import cells, headings
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.figure.declare_fact import declared
from zhunsheng.kernel.figure.definition import Figure
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.figure.identity import Checked, check_declared, check_identities
from zhunsheng.kernel.figure.kept import kept_facts
from zhunsheng.kernel.figure.models import Closing
from zhunsheng.kernel.figure.rows import parts_of, rows_of
from zhunsheng.kernel.figure.told import told
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.regime import Regime, Register
from zhunsheng.kernel.registry import law, registry

_PAGE, _HEAD = 25, 6
_REPORTED = 4  # the month after the report is published


def scope_of(request: HttpRequest) -> Scope:
    """The person's agency and the year asked for, else the latest year whose work is under way.

    Until April that is last year, whose report is being made; where nobody has closed a register
    of it, the latest year somebody has. Affiliated institutions count too where the address says.
    """
    today, agency = clock.today(), person_of(request).agency_id
    usual = today.year - 1 if today.month < _REPORTED else today.year
    closed = Closing.objects.filter(agency_id=agency).aggregate(latest=Max("year"))["latest"]
    wide = request.GET.get("affiliated") == "1"
    return Scope(agency, year_of(request.GET, min(usual, closed or usual)), affiliated=wide)


def institutions_of(scope: Scope) -> list[str]:
    """The affiliated institutions a figure may include or leave out, by name."""
    below = Agency.objects.filter(parent_id=scope.agency_id, affiliated=True).order_by("pk")
    return list(below.values_list("short_name", flat=True))


def figures(request: HttpRequest) -> HttpResponse:
    """The year at a glance, or every figure of one regime, beside the year before."""
    scope = scope_of(request)
    found, before = kept_facts(scope), last_year(scope)
    regimes = used_by(scope.agency_id).regimes
    chosen = regimes.get(request.GET.get("regime", ""))
    groups = [
        (regime, in_language(regime.zh, regime.en), lines_of(regime, found, before))
        for regime in ([chosen] if chosen else regimes.values())
        if regime.figures
    ]
    checked = [
        (c, in_language(c.zh, c.en))
        for c in (*check_identities(found), *check_declared(found, scope))
        if chosen is None or c.key.removeprefix("declared:").startswith(f"{chosen.key}.")
    ]
    judged = [each for each in checked if each[0].holds is not None]
    return render(
        request,
        "desk/figures.html",
        {
            "groups": groups if chosen else [_glance(*group) for group in groups],
            "chosen": chosen,
            "regimes": [(k, in_language(r.zh, r.en)) for k, r in regimes.items() if r.figures],
            "scope": scope,
            "institutions": institutions_of(scope),
            "identities": sorted(judged, key=lambda each: each[0].holds is not False),
            "unjudged": [each for each in checked if each[0].holds is None],
            "missing": sum(not fact.is_value for fact in found.values()),
            "years": range(clock.today().year, clock.today().year - 6, -1),
        },
    )


def _glance(regime: Regime, name: str, lines: list[Line]) -> tuple[Regime, str, list[Line]]:
    """The first figures a regime declares are those its people are asked for."""
    return regime, name, [line for line in lines if not line.part][:_HEAD]


def _line(figure: Figure, fact: Fact) -> dict[str, Any]:
    return {"figure": figure, "name": in_language(figure.zh, figure.en), "fact": fact}


def figure(request: HttpRequest, key: str) -> HttpResponse:
    """One figure: definition, arithmetic, basis, and the rows it rests on."""
    defined = registry().figures().get(key)
    if defined is None:
        raise Http404(key)
    scope, person = scope_of(request), person_of(request)
    names = [key, *parts_of(defined), *(p.key for p in defined.part_figures())]
    found = kept_facts(scope, names)
    rows = rows_of(defined, scope)
    seen = rows.filter(pk__in=visible(person, rows.model, on=clock.today()).values("pk"))
    page = Paginator(seen.select_related("division"), _PAGE).get_page(request.GET.get("page"))
    register = registry().register_of(rows.model)
    listed = ("title", *(n for n in register.listed if n not in ("title", "standing")))
    papers = _papers(list(page), register, person)
    return render(
        request,
        "desk/figure.html",
        {
            "figure": defined,
            "name": in_language(defined.zh, defined.en),
            "note": in_language(defined.note_zh, defined.note_en),
            "fact": found[key],
            "query": in_language(*told(defined)),
            "rule": _citation(defined.rule),
            "parts": [_line(registry().figures()[n], found[n]) for n in names[1:]],
            "identities": _identities(key, scope),
            "declared": declared(scope.agency_id, scope.year).get(key),
            "scope": scope,
            "institutions": institutions_of(scope),
            "kind": register.kind,
            "headings": headings(rows.model, listed),
            "rows": [(r, cells(r, listed), papers.get(_holder(r, register), [])) for r in page],
            "page": page,
            "hidden": rows.count() - seen.count(),
            "year_query": scope.asked,
        },
    )


def _identities(key: str, scope: Scope) -> list[tuple[Checked, str]]:
    """The identities that name the figure, each as it came out."""
    return [
        (checked, in_language(checked.zh, checked.en))
        for checked in check_identities(kept_facts(scope))
        if key in checked.key or key in _sides(checked.key)
    ]


def _sides(identity: str) -> tuple[str, ...]:
    for one in registry().identities():
        if one.key == identity:
            return one.left + one.left_minus + one.right + one.right_minus
    return ()


def _citation(rule: str) -> str:
    if not rule:
        return ""
    found = law().rule(rule)
    return in_language(found.citation("zh"), found.citation("en"))


def _holder(row: Record, register: Register) -> int:
    """The item whose evidence proves the row: a line is proven by its parent's."""
    held: int = getattr(row, f"{register.parent}_id") if register.parent else row.pk
    return held


def _papers(rows: list[Record], register: Register, person: Person) -> dict[int, list[Paper]]:
    found: dict[int, list[Paper]] = {}
    items = {_holder(row, register) for row in rows}
    kept = Evidence.objects.filter(item_id__in=items).select_related("file", "item")
    for paper in papers_for(kept, person, clock.today()):
        found.setdefault(paper.evidence.item_id, []).append(paper)
    return found
