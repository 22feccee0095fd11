"""The report: its text beside the findings, and the acts that lead to an edition."""

import json
import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import day_of, whole
from zhunsheng.desk.said import tell
from zhunsheng.desk.upload import stored
from zhunsheng.desk.views.report_life import VERBS, evidence_pack, redactions_of
from zhunsheng.desk.views.workbench import bench, report_of, sent_texts
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.edit import edit_part, plain_lines
from zhunsheng.reports.issue import issue
from zhunsheng.reports.kind import RULE_OF_LAW, kinds
from zhunsheng.reports.life.questions import asked_of
from zhunsheng.reports.models import Edition, Report, Stage
from zhunsheng.reports.publish import publish
from zhunsheng.reports.sign import sign
from zhunsheng.reports.waive import waive
from zhunsheng.reports.withdraw import withdraw

_KEY = re.compile(r"[a-z0-9_.]{1,120}")


def reports(request: HttpRequest) -> HttpResponse:
    """The agency's reports of every kind by year, and the button that compiles one."""
    person = person_of(request)
    if request.method == "POST":
        try:
            made = compile_report(
                person.agency,
                whole(request.POST, "year"),
                by=person,
                addressees=request.POST.get("addressees", ""),
                copies=request.POST.get("copies", ""),
                kind=request.POST.get("kind", RULE_OF_LAW),
            )
            return redirect("desk:report", made.pk)
        except KernelError as error:
            tell(request, error)
    rows = Report.objects.filter(agency=person.agency).order_by("-year", "pk")
    usual = rows.filter(kind=RULE_OF_LAW).first()
    return render(
        request,
        "desk/reports.html",
        {
            "rows": [(r, Stage(r.stage).label) for r in rows],
            "year": clock.today().year - 1,
            "addressees": usual.addressees if usual else "",
            "copies": usual.copies if usual else "",
            "kinds": [
                (k.key, in_language(k.zh, k.en)) for k in kinds(used_by(person.agency)).values()
            ],
            "questions": person.agency.takes_questions or asked_of(person.agency).exists(),
            "may_compile": Role.LEGAL_OFFICER in roles(person),
        },
    )


@require_POST
def act(request: HttpRequest, item: int, verb: str) -> HttpResponseBase:
    """One verb on the report; its refusal is shown on the workbench."""
    person = person_of(request)
    found = report_of(request, item)
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
        if verb == "edit":
            # What was typed is shown beside what is stored: nobody types it again.
            return bench(request, report_of(request, item), kept=sent_texts(request))
    return redirect(reverse("desk:report", args=[item]) + _place(request))


def _place(request: HttpRequest) -> str:
    """The part the act was on, to which the page scrolls back."""
    part = request.POST.get("at", "")
    return f"#part-{part}" if _KEY.fullmatch(part) else ""


def _compile(request: HttpRequest, found: Report, person: Person) -> str:
    compile_report(
        found.agency,
        found.year,
        by=person,
        addressees=found.addressees,
        copies=found.copies,
        kind=found.kind,
    )
    return _("Compiled again; edited parts kept their text.")


def _edit(request: HttpRequest, found: Report, person: Person) -> str:
    """Every text the form brings that is not the stored one: one act each."""
    texts = sent_texts(request)
    stored_texts = json.loads(found.parts)
    for part, text in texts.items():
        if len(texts) == 1 or plain_lines(text) != stored_texts.get(part, ""):
            edit_part(found, part, text, by=person)
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
    discuss(
        found,
        on=day_of(request.POST, "on", clock.today()),
        minutes=stored(request, "paper"),
        by=person,
    )
    return _("The discussion is recorded.")


def _sign(request: HttpRequest, found: Report, person: Person) -> str:
    signer = get_object_or_404(Person, pk=whole(request.POST, "signer"), agency=person.agency)
    attested = None if signer.pk == person.pk else person
    sign(
        found,
        by=signer,
        on=day_of(request.POST, "on", clock.today()),
        attested_by=attested,
        paper=stored(request, "paper"),
    )
    return _("Signed.")


def _issue(request: HttpRequest, found: Report, person: Person) -> str:
    issue(
        found,
        number=request.POST.get("number", ""),
        on=day_of(request.POST, "on", clock.today()),
        by=person,
    )
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
