"""The public pages: published editions, their figures and files, and tombstones."""

import json
from typing import Any

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
from zhunsheng.reports.frozen import document_from_json
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.publish import visibility_of

_FORMS = ("docx", "pdf", "json")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Every published report, newest first, with tombstones of withdrawn ones."""
    shown = []
    for edition in Edition.objects.select_related("agency").order_by("-issued_on", "-pk"):
        newest = visibility_of(edition)
        if newest is not None:
            shown.append((edition, newest))
    return render(request, "portal/home.html", {"shown": shown})


@require_safe
def report(request: HttpRequest, edition: int) -> HttpResponse:
    """The edition as issued, each figure a link to how it was reached."""
    found, newest = _visible(edition)
    if not newest.public:
        return render(
            request, "portal/withdrawn.html", {"edition": found, "tombstone": newest}, status=410
        )
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
def figure(request: HttpRequest, edition: int, key: str) -> HttpResponse:
    """One figure of the edition: definition, arithmetic, basis, period."""
    found = _public(edition)
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
def file(request: HttpRequest, edition: int, form: str) -> HttpResponse:
    """The edition's own file."""
    found = _public(edition)
    if form not in _FORMS:
        raise Http404(form)
    kept: File = {"docx": found.docx, "pdf": found.pdf, "json": found.facts_file}[form]
    response = HttpResponse(load(kept), content_type=kept.media_type)
    header = content_disposition_header(as_attachment=True, filename=f"{found.title}.{form}")
    response.headers["Content-Disposition"] = header or "attachment"
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


def _public(edition: int) -> Edition:
    found, newest = _visible(edition)
    if not newest.public:
        raise Http404
    return found


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
