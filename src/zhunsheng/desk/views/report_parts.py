"""What a division owes the reports: its parts with their days, to be supplied and signed off."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import whole
from zhunsheng.desk.said import tell
from zhunsheng.desk.who import divisions_kept, person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.rights import holds
from zhunsheng.kernel.org.roles import Role
from zhunsheng.reports.life.collect import sign_off, supply_part
from zhunsheng.reports.life.collected import PartState, collected, part_text
from zhunsheng.reports.life.comment import comment, settle
from zhunsheng.reports.life.threads import threads
from zhunsheng.reports.models import PartComment, Report, Stage
from zhunsheng.reports.outline import outline


def report_parts(request: HttpRequest) -> HttpResponse:
    """Every part of an open report that a division of the person was asked for."""
    person = person_of(request)
    kept = {division.pk for division in divisions_kept(person)}
    reports = Report.objects.filter(agency=person.agency).exclude(stage=Stage.ISSUED)
    rows = [
        {
            "report": report,
            "state": state,
            "name": _name(report, state),
            "text": part_text(report, state.call.part),
            "threads": said.get(state.call.part, ()),
            "is_head": holds(
                person,
                Role.DIVISION_HEAD,
                on=clock.today(),
                division_id=state.call.division_id,
            ),
        }
        for report in reports.order_by("-year")
        for said in [threads(report)]
        for state in collected(report, today=clock.today())
        if state.call.division_id in kept
    ]
    return render(request, "desk/report_parts.html", {"rows": rows})


@require_POST
def act_on_part(request: HttpRequest, item: int, verb: str) -> HttpResponse:
    """The text supplied, or the head's sign-off; a refusal is shown on the same page."""
    person = person_of(request)
    found = get_object_or_404(Report, pk=item, agency=person.agency)
    part = request.POST.get("part", "")
    found.version = whole(request.POST, "version")
    try:
        if verb == "supply":
            supply_part(found, part, request.POST.get("text", ""), by=person)
            messages.success(request, _("The text is in the report."))
        elif verb == "sign-off":
            sign_off(found, part, by=person)
            messages.success(request, _("Signed off."))
        elif verb == "comment":
            comment(
                found, part, request.POST.get("text", ""), by=person, parent=_said(request, found)
            )
            messages.success(request, _("The comment is kept with the part."))
        elif verb == "settle" and (said := _said(request, found)):
            settle(found, said, by=person)
            messages.success(request, _("The comment is settled."))
        else:
            raise Http404
    except KernelError as error:
        tell(request, error)
    return redirect("desk:report-parts")


def _said(request: HttpRequest, found: Report) -> PartComment | None:
    """The comment answered; None for one that begins a thread."""
    if not request.POST.get("parent"):
        return None
    said = PartComment.objects.select_related("by", "parent__by")
    return get_object_or_404(said, pk=whole(request.POST, "parent"), report_id=found.pk)


def _name(report: Report, state: PartState) -> str:
    for item in outline(report.year, kind=report.kind):
        for part in item.parts:
            if part.key == state.call.part:
                return in_language(part.zh, part.en)
        if item.key == state.call.part:
            return in_language(item.zh, item.en)
    return state.call.part
