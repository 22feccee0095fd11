"""The public pages: published editions, their figures and files, and tombstones."""

import json
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from zhunsheng.gongwen.model import Run
from zhunsheng.gongwen.write import css, html_fragment
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.figure.told import told
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.registry import law, registry
from zhunsheng.portal.fresh import fresh
from zhunsheng.reports.frozen import document_from_json
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.publish import visibility_of

_FORMS = ("docx", "pdf", "json")
_PAGE = 30


@require_safe
@fresh
def home(request: HttpRequest) -> HttpResponse:
    """Every published report, newest first, with tombstones of withdrawn ones."""
    newest = Visibility.objects.values("edition").annotate(newest=Max("pk")).values("newest")
    rows = Visibility.objects.filter(pk__in=newest).select_related("edition__agency")
    page = Paginator(rows.order_by("-edition__issued_on", "-edition_id"), _PAGE)
    return render(request, "portal/home.html", {"page": page.get_page(request.GET.get("page"))})


@require_safe
@fresh
def report(request: HttpRequest, edition: int) -> HttpResponse:
    """The edition as issued, each figure a link to how it was reached."""
    found, newest = _visible(edition)
    if not newest.public:
        return _gone(request, newest)
    document = document_from_json(json.loads(found.document))
    return render(
        request,
        "portal/report.html",
        {
            "edition": found,
            "newest": newest,
            "text": mark_safe(html_fragment(document, link=_link(found))),
        },
    )


@require_safe
@fresh
def figure(request: HttpRequest, edition: int, key: str) -> HttpResponse:
    """One figure of the edition: definition, arithmetic, basis, period."""
    found, newest = _visible(edition)
    if not newest.public:
        return _gone(request, newest)
    facts = {f["key"]: f for f in json.loads(found.facts)["facts"]}
    if key not in facts:
        raise Http404(key)
    defined = registry().figures().get(key)
    parts = [facts[p.key] | {"name": _name(p.key)} for p in _parts(defined) if p.key in facts]
    return render(
        request,
        "portal/figure.html",
        {
            "edition": found,
            "fact": facts[key],
            "name": _name(key),
            "query": in_language(*told(defined)) if defined else facts[key]["query"],
            "note": in_language(defined.note_zh, defined.note_en) if defined else "",
            "rule": _citation(defined.rule) if defined and defined.rule else "",
            "parts": parts,
        },
    )


@require_safe
@fresh
def file(request: HttpRequest, edition: int, form: str) -> HttpResponse:
    """The edition's own file."""
    found, newest = _visible(edition)
    if not newest.public:
        return _gone(request, newest)
    if form not in _FORMS:
        raise Http404(form)
    kept: File = {"docx": found.docx, "pdf": found.pdf, "json": found.facts_file}[form]
    response = HttpResponse(load(kept), content_type=kept.media_type)
    header = content_disposition_header(as_attachment=True, filename=f"{found.title}.{form}")
    response.headers["Content-Disposition"] = header or "attachment"
    response.headers["ETag"] = f'"{kept.digest}"'
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may index what is published and stay away from the desk."""
    text = "User-agent: *\nDisallow: /desk/\nDisallow: /reports/*/files/\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "max-age=86400"
    return response


@require_safe
def official_css(request: HttpRequest) -> HttpResponse:
    """The style of an official document on a page."""
    response = HttpResponse(css(), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "max-age=3600"
    return response


def _visible(edition: int) -> tuple[Edition, Visibility]:
    found = get_object_or_404(Edition.objects.select_related("agency"), pk=edition)
    newest = visibility_of(found)
    if newest is None:
        raise Http404
    return found, newest


def _gone(request: HttpRequest, tombstone: Visibility) -> HttpResponse:
    """What is left in public of a withdrawn edition: its title, when, why."""
    return render(request, "portal/withdrawn.html", {"tombstone": tombstone}, status=410)


def _link(edition: Edition) -> Any:
    def address(run: Run) -> str:
        return reverse("portal:figure", args=[edition.pk, run.ref])

    return address


def _name(key: str) -> str:
    defined = registry().figures().get(key)
    return in_language(defined.zh, defined.en) if defined else key


def _parts(defined: Any) -> tuple[Any, ...]:
    return tuple(defined.part_figures()) if defined else ()


def _citation(rule: str) -> str:
    found = law().rule(rule)
    return in_language(found.citation("zh"), found.citation("en"))
