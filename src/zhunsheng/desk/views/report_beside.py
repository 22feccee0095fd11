"""What a writer of the report looks into: figures to insert, who changed what, last year's text."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.part_names import part_names
from zhunsheng.desk.show import action_name, told
from zhunsheng.desk.views.workbench import report_of
from zhunsheng.gongwen.read import read_text
from zhunsheng.kernel.figure.fact import Fact
from zhunsheng.kernel.figure.kept import kept_facts
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.changes import Change, changes
from zhunsheng.reports.differences import Stretch
from zhunsheng.reports.earlier import beside, last_document
from zhunsheng.reports.review import scope_of
from zhunsheng.reports.stand import stand_of


def report_figures(request: HttpRequest, item: int) -> HttpResponse:
    """Every figure of the year with its value and the token that puts it into the text."""
    found = report_of(request, item)
    wanted = request.GET.get("q", "").strip().lower()
    named = registry().figures()
    rows: list[tuple[str, str, str, Fact]] = []
    for key, fact in kept_facts(scope_of(found)).items():
        figure = named[key]
        name = in_language(figure.zh, figure.en)
        if all(word in f"{figure.zh} {figure.en} {key}".lower() for word in wanted.split()):
            rows.append((key, name, f"{{{key}}}", fact))
    return render(
        request,
        "desk/report_figures.html",
        {"report": found, "rows": rows, "q": request.GET.get("q", "")},
    )


def report_changes(request: HttpRequest, item: int) -> HttpResponse:
    """Each version of the report: who, when, and the words that went and came."""
    found = report_of(request, item)
    names = part_names(found)
    part = request.GET.get("part", "")
    part = part if part in names else ""

    def row(change: Change) -> dict[str, object]:
        return {
            "version": change.version,
            "action": action_name(change.version.action),
            "recorded": change.recorded if change.recorded != change.version.on else None,
            "parts": [
                (names.get(p.part, p.part), [*map(_read, p.stretches)]) for p in change.parts
            ],
        }

    return render(
        request,
        "desk/report_changes.html",
        {
            "report": found,
            "rows": [row(change) for change in changes(found, part=part)],
            "part": part,
            "names": names,
            "name": names.get(part, ""),
        },
    )


def _read(stretch: Stretch) -> Stretch:
    """With names for codes, where a code is whole: what changed within one is seen as it is."""
    return replace(stretch, text=told(stretch.text))


def report_earlier(request: HttpRequest, item: int) -> HttpResponse:
    """This year's text beside last year's: the one kept here, or one pasted into the page."""
    found = report_of(request, item)
    pasted = request.POST.get("text", "").strip()
    before = read_text(pasted).document if pasted else last_document(found)
    now = stand_of(found).review.document
    return render(
        request,
        "desk/report_earlier.html",
        {
            "report": found,
            "sections": beside(before, now) if before else None,
            "source": before.title if before else "",
            "pasted": bool(pasted),
        },
    )
