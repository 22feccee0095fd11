"""What went wrong in a year, and the problem each is put under."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import number_of, whole, year_of
from zhunsheng.desk.said import tell
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.link.faults import ANSWERS_PROBLEM, PROBLEMS, faults_of
from zhunsheng.kernel.link.join import link
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Item, Record, Standing
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.verify import MATTER

#: Until then people look back on the year before.
_JUNE = 6
_PAGE = 50


def problems(request: HttpRequest) -> HttpResponse:
    """The year's irregularities and overdue duties, with the problems they may be put under."""
    person, today = person_of(request), clock.today()
    year = year_of(request.GET, today.year - (today.month <= _JUNE))
    found = faults_of(person.agency_id, year, today)
    page = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    items = Item.objects.filter(pk__in=[fault.item for fault in page])
    kinds = dict(items.values_list("pk", "kind"))
    rows = [
        {
            "fault": f,
            "kind": kinds[f.item],
            "record": not kinds[f.item].startswith(MATTER),
            "what": in_language(f.zh, f.en),
        }
        for f in page
    ]
    shown = {"rows": rows, "year": year, "years": (year - 1, year + 1), "known": _known(person)}
    return render(request, "desk/problems.html", shown | {"page": page, "query": f"&year={year}"})


@require_POST
def take_up(request: HttpRequest) -> HttpResponse:
    """One record is put under one problem."""
    person, today = person_of(request), clock.today()
    year = year_of(request.POST, today.year)
    source = _record(person, whole(request.POST, "item"))
    target = _record(person, whole(request.POST, "problem"))
    try:
        link(source, ANSWERS_PROBLEM, target, by=person)
        messages.success(request, _("Put under the problem."))
    except KernelError as error:
        tell(request, error)
    page = number_of(request.POST, "page") or 1
    return redirect(f"{reverse('desk:problems')}?year={year}&page={page}")


def _known(person: Person) -> list[Record]:
    """The problems of the person's agency, newest first; none where it keeps no such register."""
    if not any(r.kind == PROBLEMS for r in used_by(person.agency).registers()):
        return []
    rows = registry().model(PROBLEMS)._default_manager.filter(agency_id=person.agency_id)
    return list(rows.exclude(standing=Standing.VOIDED).order_by("-pk"))


def _record(person: Person, key: int) -> Record:
    records = Item.objects.exclude(kind__startswith=MATTER)
    item = get_object_or_404(records, pk=key, agency_id=person.agency_id)
    return registry().model(item.kind)._default_manager.get(pk=key)
