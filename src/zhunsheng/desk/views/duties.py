"""Duties: what is due when, with every day of the working."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhunsheng.desk.views.feed import feed_address
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.arising import arise
from zhunsheng.kernel.duty.due_list import due_list, titles_of
from zhunsheng.kernel.duty.hours import Apart, apart, clock_time, ends_at
from zhunsheng.kernel.duty.matter import Owing
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.refresh import working
from zhunsheng.kernel.duty.state import DutyState, state_of
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.duty.urge import URGERS
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.registry import law, registry
from zhunsheng.reports.models import EditionDue
from zhunsheng.statute.calendar import Calendar
from zhunsheng.statute.deadline import by

_PAGE = 50


@dataclass(frozen=True, slots=True)
class DueRow:
    """An obligation as shown: `safe` is the last working day up to a due day that is
    none; `working` is empty in lists."""

    obligation: Obligation
    name: str
    state: DutyState
    kind: str
    title: str
    citation: str
    rule: str
    left: str
    safe: date | None = None
    working: str = ""


def duties(request: HttpRequest) -> HttpResponse:
    """Every open obligation of the records the person may see, soonest first, page by page."""
    person, today = person_of(request), clock.today()
    arise(person.agency)
    page = Paginator(due_list(person, on=today), _PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/duties.html",
        {
            "rows": due_rows(list(page), today),
            "page": page,
            "query": "",
            "today": today,
            "feed": request.build_absolute_uri(feed_address(person)),
            "urging": bool(roles(person) & set(URGERS)),
        },
    )


def edition_due(request: HttpRequest, due: int) -> HttpResponse:
    """The report at the step that meets what its edition owes."""
    found = get_object_or_404(EditionDue, pk=due, agency=person_of(request).agency)
    return redirect(f"{reverse('desk:report', args=[found.edition.report_id])}#next")


def rows_due(person: Person, today: date, most: int) -> list[DueRow]:
    """The open obligations that come first, over the registers the person may see."""
    return due_rows(list(due_list(person, on=today)[:most]), today)


def due_rows(obligations: list[Obligation], today: date) -> list[DueRow]:
    """These obligations as a list shows them."""
    declared = {d.key: d for d in registry().duties()}
    titles, days = titles_of(obligations), calendar()
    return [
        _row(o, declared[o.duty], titles.get(o.item_id, ""), today, days)
        for o in obligations
        if o.duty in declared
    ]


def duties_of(row: Owing, today: date) -> list[DueRow]:
    """The record's obligations with their working."""
    declared = {d.key: d for d in registry().duties(type(row))}
    days = calendar()
    found = []
    for obligation in Obligation.objects.filter(item_id=row.pk).order_by("due_on"):
        duty = declared.get(obligation.duty)
        if duty is None:
            continue
        answer = working(row, duty, days)
        told = in_language(answer.zh(), answer.en()) if answer else ""
        found.append(_row(obligation, duty, row.title, today, days, told))
    return found


def _row(
    obligation: Obligation, duty: Duty, title: str, today: date, days: Calendar, told: str = ""
) -> DueRow:
    rule = law().rule(duty.rule, obligation.started_on)
    return DueRow(
        obligation,
        in_language(duty.zh, duty.en),
        state_of(obligation, today, alert_days=duty.alert_days, at=clock_time(clock.now())),
        duty.of._meta.label_lower,
        title,
        in_language(rule.citation("zh"), rule.citation("en")),
        duty.rule,
        "" if obligation.done_on else _left(obligation, today),
        None if obligation.due_at else _safe(obligation.due_on, days),
        told,
    )


def _safe(due_on: date, days: Calendar) -> date | None:
    found = by(due_on, days).safe
    return found if found < due_on else None


def _left(obligation: Obligation, today: date) -> str:
    end = ends_at(obligation)
    if end is not None:
        left = apart(end, clock.now())
        if not left.days:
            return _hours(left)
        return _days(-left.days if left.late else left.days)
    return _days((obligation.due_on - today).days)


def _hours(left: Apart) -> str:
    n = left.hours
    if left.late:
        told = ngettext("%(n)d hour overdue", "%(n)d hours overdue", n)
        return told % {"n": n} if n else _("less than an hour overdue")
    told = ngettext("%(n)d hour left", "%(n)d hours left", n)
    return told % {"n": n} if n else _("less than an hour left")


def _days(days: int) -> str:
    if days < 0:
        return ngettext("%(n)d day overdue", "%(n)d days overdue", -days) % {"n": -days}
    if days == 0:
        return _("due today")
    return ngettext("%(n)d day left", "%(n)d days left", days) % {"n": days}
