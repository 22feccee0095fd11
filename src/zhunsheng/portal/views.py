"""The public pages: published editions, their figures and files, and tombstones."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from zhunsheng.gongwen.write import css
from zhunsheng.kernel.digest import sm3
from zhunsheng.portal.addresses import NAMES, Served
from zhunsheng.portal.feed import MOST, atom, newest_rows
from zhunsheng.portal.fresh import fresh
from zhunsheng.portal.page import figure_page, home_page, report_page, withdrawn_page
from zhunsheng.reports.facts_schema import schema_bytes
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.public import FORMS, shown_as, shown_of
from zhunsheng.reports.publish import visibility_of

_PAGE = 30
_AT = Served()


@require_safe
@fresh
def home(request: HttpRequest) -> HttpResponse:
    """Every published report, newest first, with tombstones of withdrawn ones."""
    page = Paginator(newest_rows(), _PAGE)
    found = page.get_page(request.GET.get("page"))
    content = home_page(found, shown_of(found), _AT)
    return render(request, "portal/home.html", {**content, "page": found})


@require_safe
@fresh
def report(request: HttpRequest, edition: int) -> HttpResponse:
    """The edition as issued, each figure a link to how it was reached."""
    found, newest = visible(edition)
    if not newest.public:
        return gone(request, newest)
    content = report_page(shown_as(found, newest), _AT)
    content["permanent"] = request.build_absolute_uri(_AT.report(found))
    return render(request, "portal/report.html", content)


@require_safe
@fresh
def figure(request: HttpRequest, edition: int, key: str) -> HttpResponse:
    """One figure of the edition: definition, arithmetic, basis, period, and public rows."""
    found, newest = visible(edition)
    if not newest.public:
        return gone(request, newest)
    content = figure_page(shown_as(found, newest), key, _AT)
    if content is None:
        raise Http404(key)
    return render(request, "portal/figure.html", content)


@require_safe
@fresh
def file(request: HttpRequest, edition: int, form: str) -> HttpResponse:
    """A file of the edition, or of the copy with things taken out."""
    found, newest = visible(edition)
    if not newest.public:
        return gone(request, newest)
    data = shown_as(found, newest).file(form)
    if data is None:
        raise Http404(form)
    response = HttpResponse(data, content_type=FORMS[form])
    ending = NAMES[form].partition(".")[2]
    header = content_disposition_header(as_attachment=True, filename=f"{found.title}.{ending}")
    response.headers["Content-Disposition"] = header or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["ETag"] = f'"{sm3(data)}"'
    return response


@require_safe
@fresh
def feed(request: HttpRequest) -> HttpResponse:
    """What was published, published anew and withdrawn, newest first, for programs that follow."""
    rows = list(newest_rows()[:MOST])
    data = atom(rows, shown_of(rows), _AT, place=request.build_absolute_uri)
    return HttpResponse(data, content_type="application/atom+xml; charset=utf-8")


@require_safe
def facts_schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema every facts.json keeps to."""
    response = HttpResponse(schema_bytes(), content_type="application/schema+json")
    response.headers["Cache-Control"] = "max-age=86400"
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may index what is published and stay away from the desk."""
    text = "User-agent: *\nDisallow: /desk/\nDisallow: /reports/*/files/\n"
    text += "Disallow: /questions/\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "max-age=86400"
    return response


@require_safe
def official_css(request: HttpRequest) -> HttpResponse:
    """The style of an official document on a page."""
    response = HttpResponse(css(), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "max-age=3600"
    return response


def visible(edition: int) -> tuple[Edition, Visibility]:
    """The edition and the newest word on it. Errors: Http404 while it never was public."""
    found = get_object_or_404(Edition.objects.select_related("agency"), pk=edition)
    newest = visibility_of(found)
    if newest is None:
        raise Http404
    return found, newest


def gone(request: HttpRequest, tombstone: Visibility) -> HttpResponse:
    """What is left in public of a withdrawn edition: its title, when, why."""
    content = withdrawn_page(tombstone, _AT)
    return render(request, "portal/withdrawn.html", content, status=410)
