"""The kernel's acts on a record, each from its button, and the papers beside it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import whole
from zhunsheng.desk.once import once
from zhunsheng.desk.papers import may_open
from zhunsheng.desk.said import tell
from zhunsheng.desk.upload import required
from zhunsheng.desk.views.records import address, record_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.evidence.words import read_words
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.record.send_back import send_back
from zhunsheng.kernel.record.submit import submit
from zhunsheng.kernel.record.void import void


def _acted(
    request: HttpRequest, kind: str, item: int, act: Callable[[Record], object], done: str
) -> HttpResponse:
    """Acts on the version the page showed: what changed since is refused, not acted on unseen."""
    row = record_of(request, kind, item)
    row.version = whole(request.POST, "version")
    try:
        act(row)
        messages.success(request, done)
    except KernelError as error:
        tell(request, error)
    return redirect(address(row))


@require_POST
def submit_record(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """Hands a draft to the second person."""
    person = person_of(request)
    return _acted(request, kind, item, lambda r: submit(r, by=person), _("Submitted."))


@require_POST
def confirm_record(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """Confirms as the second person."""
    person = person_of(request)
    done = _("Confirmed; the record now counts.")
    return _acted(request, kind, item, lambda r: confirm(r, by=person), done)


@require_POST
def send_back_record(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """Returns with a reason."""
    person, reason = person_of(request), request.POST.get("reason", "")
    return _acted(
        request, kind, item, lambda r: send_back(r, by=person, reason=reason), _("Returned.")
    )


@require_POST
def void_record(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """Voids with a reason."""
    person, reason = person_of(request), request.POST.get("reason", "")
    return _acted(request, kind, item, lambda r: void(r, by=person, reason=reason), _("Voided."))


@require_POST
def attach_evidence(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """Attaches files."""
    person = person_of(request)

    def attached(row: Record) -> str:
        for paper in attach(row, *required(request, "file"), by=person, kind="paper"):
            words = read_words(paper.file)
            if words.unread_zh:
                why = in_language(words.unread_zh, words.unread_en).rstrip("。.")
                said = _("The search finds “%(name)s” by its name only: %(why)s.")
                messages.warning(request, said % {"name": paper.file.name, "why": why})
        return address(row)

    return _acted(
        request, kind, item, lambda row: once(request, lambda: attached(row)), _("Attached.")
    )


def evidence_file(request: HttpRequest, kind: str, item: int, evidence: int) -> HttpResponse:
    """An evidence file, for download or for the browser's own viewer; never run."""
    row = record_of(request, kind, item)
    found = Evidence.objects.filter(pk=evidence, item_id=row.pk).select_related("file").first()
    if found is None or not may_open(found, person_of(request), clock.today()):
        raise Http404
    response = HttpResponse(load(found.file), content_type=found.file.media_type)
    header = content_disposition_header(as_attachment=True, filename=found.file.name)
    response.headers["Content-Disposition"] = header or "attachment"
    response.headers["Content-Security-Policy"] = "sandbox"
    return response
