"""The workbench of a report: text beside the page as it will print, findings in the margin."""

import json
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST

from zhunsheng.desk.blockers import shown
from zhunsheng.desk.parts import findings_of, parts_shown, remarks_of
from zhunsheng.desk.views.report_life import life_of
from zhunsheng.desk.who import holders, person_of, roles
from zhunsheng.gongwen.model import Run
from zhunsheng.gongwen.write import html_fragment
from zhunsheng.kernel import clock
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.one_page import one_page
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.registry import registry
from zhunsheng.reports.chips import chips
from zhunsheng.reports.drift import Drift
from zhunsheng.reports.ledgers import kept_ledgers
from zhunsheng.reports.models import Report, Stage, Waiver
from zhunsheng.reports.publish import visibility_of
from zhunsheng.reports.review import Review, renderer_of, review, scope_of
from zhunsheng.reports.stand import Stand, stand_of
from zhunsheng.reports.unchecked import unchecked

_TEXT = "text:"


def report_of(request: HttpRequest, item: int) -> Report:
    """The report of the person's agency. Errors: Http404."""
    reports = Report.objects.select_related("agency", "signer")
    return get_object_or_404(reports, pk=item, agency=person_of(request).agency_id)


def sent_texts(request: HttpRequest) -> dict[str, str]:
    """Part → text as the form brings them: one part by name, or every box by its own."""
    if "part" in request.POST:
        return {request.POST.get("part", ""): request.POST.get("text", "")}
    boxes = (name for name in request.POST if name.startswith(_TEXT))
    return {name.removeprefix(_TEXT): request.POST.get(name, "") for name in boxes}


def report(request: HttpRequest, item: int) -> HttpResponse:
    """The workbench of one report."""
    return bench(request, report_of(request, item))


def bench(
    request: HttpRequest, found: Report, *, kept: dict[str, str] | None = None
) -> HttpResponse:
    """The page; `kept` are texts that were refused and must not be lost."""
    person = person_of(request)
    stand = stand_of(found)
    now, edition = stand.review, stand.edition
    life = life_of(found, stand, person)
    owed = {state.call.part: state for state in stand.collected}
    shown_parts = parts_shown(found, now, said=stand.threads, owed=owed)
    writes = Role.LEGAL_OFFICER in roles(person) and not edition and found.stage != Stage.SIGNED
    tokens = chips(json.loads(found.parts), renderer_of(found, stand.ledgers)) if writes else {}
    return render(
        request,
        "desk/report.html",
        {
            "report": found,
            "stage": Stage(found.stage).label,
            "now": now,
            "parts": shown_parts,
            "writes": writes,
            "kept": [(p, kept[p.key]) for p in shown_parts if kept and p.key in kept],
            "chips": {source: asdict(chip) for source, chip in tokens.items()},
            "places": places_of(now),
            "preview": paper(found, now),
            "blockers": shown(now.blockers),
            "whole": findings_of(now, ""),
            "waivers": _waivers(stand),
            "edition": edition,
            "life": life,
            "visibility": visibility_of(edition) if edition else None,
            "drift": _drifted(stand),
            "today": clock.today(),
            **_checked(now),
            **_people(person),
        },
    )


def _drifted(stand: Stand) -> list[tuple[Drift, str, str]]:
    """(what moved, its name, the rows behind it) of each figure."""
    return [
        (d, in_language(d.zh, d.en), in_language(d.moved.zh(), d.moved.en())) for d in stand.drift
    ]


def _checked(now: Review) -> dict[str, Any]:
    figures = registry().figures()
    return {
        "verified": [in_language(v.zh, v.en) for v in now.audit.verified],
        "remarks": [in_language(r.zh, r.en) for r in now.audit.remarks],
        "identities": [(c, in_language(c.zh, c.en)) for c in now.identities],
        "unchecked": [
            (key, in_language(figures[key].zh, figures[key].en), now.facts[key])
            for key in unchecked(now)
            if key in figures and key in now.facts
        ],
    }


def _people(person: Person) -> dict[str, Any]:
    held = roles(person)
    return {
        "is_legal": Role.LEGAL_OFFICER in held,
        "is_office": Role.OFFICE in held,
        "is_principal": Role.PRINCIPAL in held,
        "principals": holders(person, Role.PRINCIPAL),
        "reviewers": holders(person, Role.LEGAL_OFFICER).exclude(pk=person.pk),
    }


@require_POST
def live(request: HttpRequest, item: int) -> JsonResponse:
    """The page and the margin for texts as they are being typed; nothing is stored."""
    found = report_of(request, item)
    texts = json.loads(found.parts)
    typed = {part: text for part, text in sent_texts(request).items() if part in texts}
    with one_page():
        ledgers = kept_ledgers(scope_of(found))
        now = review(found, parts=typed, ledgers=ledgers)
    tokens = chips(typed, renderer_of(found, ledgers))
    return JsonResponse(
        {
            "paper": paper(found, now),
            "places": places_of(now),
            "count": len(shown(now.blockers)),
            "head": render_to_string("desk/report_head.html", {"blockers": shown(now.blockers)}),
            "whole": _margin(request, found, now, ""),
            "margins": {part: _margin(request, found, now, part) for part in texts},
            "chips": {source: asdict(chip) for source, chip in tokens.items()},
        }
    )


def _margin(request: HttpRequest, found: Report, now: Review, part: str) -> str:
    """What stands in the margin of the part; "" where nothing does."""
    findings, remarks = findings_of(now, part), remarks_of(now, part) if part else []
    if not findings and not remarks:
        return ""
    content = {
        "report": found,
        "findings": findings,
        "remarks": remarks,
        "is_legal": True,
        "in_english": in_language("", "en") == "en",
        # Handed in without the request: a menu made anew for each part would cost the most here.
        "csrf_token": get_token(request),
    }
    return render_to_string("desk/report_findings.html", content)


def places_of(now: Review) -> dict[str, list[int]]:
    """Part → [first, last] block of the page that is of it."""
    found: dict[str, list[int]] = {}
    for place, (_, _, part) in enumerate(now.written.places):
        if part:
            found.setdefault(part, [place, place])[1] = place
    return found


def paper(found: Report, now: Review) -> SafeString:
    """The report as it will print, each figure a link to its rows."""

    above = reverse("desk:figures")  # asked once: a report has hundreds of figures

    def address(run: Run) -> str:
        return f"{above}{run.ref}/?year={found.year}"

    return mark_safe(html_fragment(now.document, link=address))


def _waivers(stand: Stand) -> list[tuple[Waiver, str]]:
    """Each waiver with what it accepts, as long as the audit still finds it."""
    told = {w.code: in_language(f.zh, f.en) for f, w in stand.review.audit.waived}
    return [(row, row.text or told.get(row.code, "")) for row in stand.waivers]
