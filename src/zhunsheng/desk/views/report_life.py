"""What follows an edition and comes before a draft, on the report's page: forms and their acts."""

import tempfile
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from zhunsheng.desk.asked import day_of, whole
from zhunsheng.desk.upload import bytes_of, stored
from zhunsheng.desk.who import holders
from zhunsheng.kernel import clock
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.reports.evidence_pack.inspection import read_list
from zhunsheng.reports.evidence_pack.items import of_items
from zhunsheng.reports.evidence_pack.pack import make_evidence_pack
from zhunsheng.reports.evidence_pack.select import Selection, of_edition, of_report
from zhunsheng.reports.life.archive import RETENTIONS, archive
from zhunsheng.reports.life.collect import call_part, excuse_part
from zhunsheng.reports.life.comment import comment, settle
from zhunsheng.reports.life.correct import correct
from zhunsheng.reports.life.deliver import deliver
from zhunsheng.reports.life.delivered import addressed
from zhunsheng.reports.life.leak import report_leak
from zhunsheng.reports.life.promise import answer_promise
from zhunsheng.reports.models import Edition, PartComment, Report, Stage
from zhunsheng.reports.models.promise import Kept
from zhunsheng.reports.numbering.register import next_number
from zhunsheng.reports.package.make import package
from zhunsheng.reports.publish import visibility_of
from zhunsheng.reports.redact import Redacted
from zhunsheng.reports.stand import Stand

Verb = Callable[[HttpRequest, Report, Person], str]


def life_of(report: Report, stand: Stand, person: Person) -> dict[str, Any]:
    """What the page shows of collection, deliveries, errata, archive and package."""
    today, edition = clock.today(), stand.edition
    signed = report.stage == Stage.SIGNED  # only then is it asked for
    shown: dict[str, Any] = {
        "collected": stand.collected,
        "divisions": person.agency.divisions.order_by("order"),
        "promised": stand.promised,
        "outcomes": Kept.choices,
        "next_number": (next_number(report.agency, today.year) or "") if signed else "",
    }
    if edition is None:
        return shown
    visibility = visibility_of(edition)
    leak = visibility if visibility and visibility.report_by else None
    return shown | {
        "addressed": addressed(edition, today=today),
        "errata": edition.errata.select_related("approved_by").order_by("ordinal"),
        "approvers": holders(person, Role.PRINCIPAL, Role.DEPUTY_HEAD).exclude(pk=person.pk),
        "archiving": edition.archivings.first(),
        "retentions": [(key, in_language(key, en)) for key, en in RETENTIONS.items()],
        "package": edition.packages.order_by("-pk").first(),
        "leak": leak,
        "leak_report": leak.leak_reports.order_by("pk").first() if leak else None,
    }


def redactions_of(request: HttpRequest) -> tuple[Redacted, ...]:
    """A line each: a passage or a figure's key, a bar, the ground. Empty lines are nothing."""
    figures = request.POST.get("redact_figures", "")
    passages = request.POST.get("redact", "")
    taken = [Redacted(ground, text=what) for what, ground in _lines(passages)]
    return (*taken, *(Redacted(ground, figure=what) for what, ground in _lines(figures)))


def evidence_pack(request: HttpRequest, found: Report, person: Person) -> FileResponse:
    """The pack as a download, made in a file: its papers may be many."""
    selection = _listed(request, found) or _reported(found)
    out = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    make_evidence_pack(selection, out, by=person)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"{selection.title}.zip")


def _listed(request: HttpRequest, found: Report) -> Selection | None:
    """By the inspectors' list, where one was handed in."""
    upload = request.FILES.get("list")
    if not isinstance(upload, UploadedFile) or not upload.name:
        return None
    items = read_list(upload.name, bytes_of(upload))
    title = upload.name.rpartition(".")[0]
    return of_items(found.agency, items, found.year, title=title)


def _reported(found: Report) -> Selection:
    edition = Edition.objects.filter(report_id=found.pk).order_by("-pk").first()
    return of_edition(edition) if edition else of_report(found)


def _lines(text: str) -> list[tuple[str, str]]:
    pairs = [line.partition("|") for line in text.splitlines() if line.strip()]
    return [(what.strip(), ground.strip()) for what, _, ground in pairs]


def _comment(request: HttpRequest, found: Report, person: Person) -> str:
    comment(
        found,
        request.POST.get("part", ""),
        request.POST.get("text", ""),
        by=person,
        parent=_said(request, found) if request.POST.get("parent") else None,
    )
    return _("The comment is kept with the part.")


def _settle(request: HttpRequest, found: Report, person: Person) -> str:
    settle(found, _said(request, found), by=person)
    return _("The comment is settled.")


def _said(request: HttpRequest, found: Report) -> PartComment:
    said = PartComment.objects.select_related("by", "parent__by")
    return get_object_or_404(said, pk=whole(request.POST, "parent"), report_id=found.pk)


def _call(request: HttpRequest, found: Report, person: Person) -> str:
    division = get_object_or_404(Division, pk=whole(request.POST, "division"), agency=person.agency)
    part = request.POST.get("part", "")
    call_part(
        found, part, division=division, due_on=day_of(request.POST, "on", clock.today()), by=person
    )
    return _("The division is asked for the part.")


def _excuse(request: HttpRequest, found: Report, person: Person) -> str:
    excuse_part(
        found, request.POST.get("part", ""), reason=request.POST.get("reason", ""), by=person
    )
    return _("The part goes without a sign-off; the reason is kept.")


def _promise(request: HttpRequest, found: Report, person: Person) -> str:
    answer_promise(
        found,
        ordinal=whole(request.POST, "ordinal"),
        statement=request.POST.get("statement", ""),
        outcome=request.POST.get("outcome", ""),
        told=request.POST.get("told", ""),
        by=person,
    )
    return _("What became of the promise is recorded.")


def _deliver(request: HttpRequest, found: Report, person: Person) -> str:
    deliver(
        _edition(found),
        request.POST.get("addressee", ""),
        on=day_of(request.POST, "on", clock.today()),
        by=person,
        way=request.POST.get("way", ""),
        receipt=stored(request, "paper"),
    )
    return _("The delivery is recorded.")


def _correct(request: HttpRequest, found: Report, person: Person) -> str:
    approver = get_object_or_404(Person, pk=whole(request.POST, "approver"), agency=person.agency)
    made = correct(
        _edition(found),
        wrong=request.POST.get("wrong", ""),
        right=request.POST.get("right", ""),
        reason=request.POST.get("reason", ""),
        figure=request.POST.get("figure", ""),
        on=day_of(request.POST, "on", clock.today()),
        approved_by=approver,
        by=person,
    )
    return _("Erratum %(n)d is issued.") % {"n": made.ordinal}


def _archive(request: HttpRequest, found: Report, person: Person) -> str:
    archive(
        _edition(found),
        number=request.POST.get("number", ""),
        retention=request.POST.get("retention", ""),
        on=day_of(request.POST, "on", clock.today()),
        by=person,
    )
    return _("The edition is in the archive.")


def _package(request: HttpRequest, found: Report, person: Person) -> str:
    package(_edition(found), by=person)
    return _("The signed package is made.")


def _report_leak(request: HttpRequest, found: Report, person: Person) -> str:
    withdrawal = visibility_of(_edition(found))
    if withdrawal is not None:
        report_leak(withdrawal, to=request.POST.get("to", ""), at=clock.now(), by=person)
    return _("The report of the leak is recorded.")


def _edition(found: Report) -> Edition:
    return get_object_or_404(Edition, report_id=found.pk)


VERBS: dict[str, Verb] = {
    "comment": _comment,
    "settle": _settle,
    "call": _call,
    "excuse": _excuse,
    "promise": _promise,
    "deliver": _deliver,
    "correct": _correct,
    "archive": _archive,
    "package": _package,
    "report-leak": _report_leak,
}
