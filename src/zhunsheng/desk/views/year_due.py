"""A year's report that is owed and not issued: its two days, and what was done of it elsewhere."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhunsheng.desk.asked import day_of
from zhunsheng.desk.said import tell
from zhunsheng.desk.views.duties import duties_of
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.roles import Role
from zhunsheng.reports.compile import report_of
from zhunsheng.reports.kind import kind_of
from zhunsheng.reports.life.elsewhere import done_elsewhere
from zhunsheng.reports.models import Step, YearDue


def year_due(request: HttpRequest, due: int) -> HttpResponse:
    """The report where it is begun; else its days, and the form for what was done outside."""
    person = person_of(request)
    found = get_object_or_404(YearDue, pk=due, agency=person.agency)
    if request.method == "POST":
        _record(request, found)
        return redirect("desk:year-due", due)
    begun = report_of(found.agency, found.year, found.kind)
    if begun is not None and not found.elsewhere.exists():
        return redirect(f"{reverse('desk:report', args=[begun.pk])}#next")
    kind = kind_of(found.kind)
    recorded = {row.step: row for row in found.elsewhere.select_related("by")}
    return render(
        request,
        "desk/year_due.html",
        {
            "due": found,
            "duties": duties_of(found, clock.today()),
            "recorded": [(Step(row.step).label, row) for row in recorded.values()],
            "steps": [
                (step.value, step.label)
                for step in (Step.SUBMIT, *((Step.PUBLISH,) if kind.publish else ()))
                if step not in recorded
            ],
            "today": clock.today(),
            "may_record": bool({Role.LEGAL_OFFICER, Role.OFFICE} & set(roles(person))),
            "may_compile": Role.LEGAL_OFFICER in roles(person),
        },
    )


def _record(request: HttpRequest, found: YearDue) -> None:
    sent = request.POST
    try:
        step = Step.PUBLISH if sent.get("step") == Step.PUBLISH else Step.SUBMIT
        day = day_of(sent, "on", clock.today())
        done_elsewhere(found, step, on=day, note=sent.get("note", ""), by=person_of(request))
        messages.success(request, _("Recorded as done outside this system."))
    except KernelError as error:
        tell(request, error)
