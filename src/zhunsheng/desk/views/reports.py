"""The report: its text beside the findings, and the acts that lead to an edition."""

import json
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import whole
from zhunsheng.desk.blockers import shown
from zhunsheng.desk.said import tell
from zhunsheng.desk.upload import stored
from zhunsheng.desk.views.report_life import VERBS, evidence_pack, life_of, redactions_of
from zhunsheng.desk.who import holders, person_of, roles
from zhunsheng.gongwen.model import Run
from zhunsheng.gongwen.write import html_fragment
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.drift import drift
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.issue import issue
from zhunsheng.reports.models import Edition, Report, Stage, Waiver
from zhunsheng.reports.publish import publish, visibility_of
from zhunsheng.reports.review import Review, review
from zhunsheng.reports.sign import sign
from zhunsheng.reports.waive import waive
from zhunsheng.reports.withdraw import withdraw


def reports(request: HttpRequest) -> HttpResponse:
    """The agency's reports by year, and the button that compiles one."""
    person = person_of(request)
    if request.method == "POST":
        try:
            made = compile_report(
                person.agency,
                whole(request.POST, "year"),
                by=person,
                addressees=request.POST.get("addressees", ""),
                copies=request.POST.get("copies", ""),
            )
            return redirect("desk:report", made.pk)
        except KernelError as error:
            tell(request, error)
    rows = Report.objects.filter(agency=person.agency).order_by("-year")
    return render(
        request,
        "desk/reports.html",
        {
            "rows": [(r, Stage(r.stage).label) for r in rows],
            "year": clock.today().year - 1,
            "addressees": rows[0].addressees if rows else "",
            "copies": rows[0].copies if rows else "",
            "may_compile": Role.LEGAL_OFFICER in roles(person),
        },
    )


def report(request: HttpRequest, item: int) -> HttpResponse:
    """The workbench of one report."""
    person = person_of(request)
    found = get_object_or_404(Report, pk=item, agency=person.agency)
    now = review(found)
    edition = Edition.objects.filter(report_id=found.pk).order_by("-pk").first()
    held = roles(person)
    return render(
        request,
        "desk/report.html",
        {
            "report": found,
            "stage": Stage(found.stage).label,
            "now": now,
            "parts": _parts(found, now),
            "preview": mark_safe(html_fragment(now.document, link=_link(found.year))),
            "blockers": shown(now.blockers),
            "verified": [in_language(v.zh, v.en) for v in now.audit.verified],
            "remarks": [in_language(r.zh, r.en) for r in now.audit.remarks],
            "waivers": _waivers(found, now),
            "identities": [(c, in_language(c.zh, c.en)) for c in now.identities],
            "edition": edition,
            "life": life_of(found, edition, person),
            "visibility": visibility_of(edition) if edition else None,
            "drift": [(d, in_language(d.zh, d.en)) for d in drift(edition)] if edition else [],
            "is_legal": Role.LEGAL_OFFICER in held,
            "is_office": Role.OFFICE in held,
            "is_principal": Role.PRINCIPAL in held,
            "principals": holders(person, Role.PRINCIPAL),
            "reviewers": holders(person, Role.LEGAL_OFFICER).exclude(pk=person.pk),
            "today": clock.today(),
            "figures": sorted(now.facts),
        },
    )


def _waivers(found: Report, now: Review) -> list[tuple[Waiver, str]]:
    """Each waiver with what it accepts, as long as the audit still finds it."""
    told = {w.code: in_language(f.zh, f.en) for f, w in now.audit.waived}
    rows = Waiver.objects.filter(report_id=found.pk).select_related("by").order_by("pk")
    return [(row, row.text or told.get(row.code, "")) for row in rows]


def _parts(found: Report, now: Review) -> list[dict[str, Any]]:
    texts = json.loads(found.parts)
    listed = []
    for item in now.items:
        names = {p.key: in_language(p.zh, p.en) for p in item.parts}
        for key in item.part_keys():
            listed.append(
                {
                    "key": key,
                    "item": in_language(item.zh, item.en),
                    "name": names.get(key, ""),
                    "text": texts.get(key, ""),
                    "rows": min(max(len(texts.get(key, "")) // 45 + 1, 3), 14),
                }
            )
    return listed


def _link(year: int) -> Any:
    def address(run: Run) -> str:
        return f"{reverse('desk:figure', args=[run.ref])}?year={year}"

    return address


@require_POST
def act(request: HttpRequest, item: int, verb: str) -> HttpResponseBase:
    """One verb on the report; its refusal is shown on the workbench."""
    person = person_of(request)
    found = get_object_or_404(Report, pk=item, agency=person.agency)
    found.version = whole(request.POST, "version")
    verbs = {
        "compile": _compile,
        "edit": _edit,
        "waive": _waive,
        "discuss": _discuss,
        "sign": _sign,
        "issue": _issue,
        "publish": _publish,
        "withdraw": _withdraw,
        **VERBS,
    }
    if verb not in verbs and verb != "evidence-pack":
        raise Http404
    try:
        if verb == "evidence-pack":
            return evidence_pack(request, found, person)
        messages.success(request, verbs[verb](request, found, person))
    except KernelError as error:
        tell(request, error)
    return redirect("desk:report", item)


def _compile(request: HttpRequest, found: Report, person: Person) -> str:
    compile_report(
        found.agency, found.year, by=person, addressees=found.addressees, copies=found.copies
    )
    return _("Compiled again; edited parts kept their text.")


def _edit(request: HttpRequest, found: Report, person: Person) -> str:
    edit_part(found, request.POST.get("part", ""), request.POST.get("text", ""), by=person)
    return _("Saved and audited.")


def _waive(request: HttpRequest, found: Report, person: Person) -> str:
    waive(
        found,
        request.POST.get("code", ""),
        text=request.POST.get("text", ""),
        reason=request.POST.get("reason", ""),
        by=person,
    )
    return _("Waived; the reason is kept with the report.")


def _discuss(request: HttpRequest, found: Report, person: Person) -> str:
    discuss(found, on=_day(request), minutes=stored(request, "paper"), by=person)
    return _("The discussion is recorded.")


def _sign(request: HttpRequest, found: Report, person: Person) -> str:
    signer = get_object_or_404(Person, pk=whole(request.POST, "signer"), agency=person.agency)
    attested = None if signer.pk == person.pk else person
    sign(found, by=signer, on=_day(request), attested_by=attested, paper=stored(request, "paper"))
    return _("Signed.")


def _issue(request: HttpRequest, found: Report, person: Person) -> str:
    issue(found, number=request.POST.get("number", ""), on=_day(request), by=person)
    return _("Issued: the edition is frozen.")


def _publish(request: HttpRequest, found: Report, person: Person) -> str:
    reviewer = get_object_or_404(Person, pk=whole(request.POST, "reviewer"), agency=person.agency)
    edition = get_object_or_404(Edition, report_id=found.pk)
    publish(
        edition,
        by=person,
        reviewed_by=reviewer,
        note=request.POST.get("reason", ""),
        redactions=redactions_of(request),
        despite=request.POST.get("despite", ""),
    )
    return _("Published on the portal.")


def _withdraw(request: HttpRequest, found: Report, person: Person) -> str:
    edition = get_object_or_404(Edition, report_id=found.pk)
    leak = bool(request.POST.get("leak"))
    withdraw(edition, by=person, reason=request.POST.get("reason", ""), leak=leak)
    return _("Withdrawn from public view; the edition stays.")


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        return clock.today()


def edition_file(request: HttpRequest, edition: int, form: str) -> HttpResponse:
    """A file of the edition, as frozen."""
    found = get_object_or_404(Edition, pk=edition, agency=person_of(request).agency)
    return file_response(file_of(found, form), found, form)


def file_of(edition: Edition, form: str) -> File:
    """The edition's file of that form. Errors: Http404."""
    newest = edition.packages.order_by("-pk").first() if form == "zip" else None
    files = {
        **({"zip": newest.file} if newest else {}),
        "docx": edition.docx,
        "pdf": edition.pdf,
        "html": edition.html,
        "json": edition.facts_file,
    }
    if form not in files:
        raise Http404(form)
    return files[form]


def file_response(file: File, edition: Edition, form: str) -> HttpResponse:
    """The bytes under the report's own name."""
    response = HttpResponse(load(file), content_type=file.media_type)
    header = content_disposition_header(as_attachment=True, filename=f"{edition.title}.{form}")
    response.headers["Content-Disposition"] = header or "attachment"
    return response
