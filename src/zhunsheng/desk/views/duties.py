"""Duties: what is due when, with every day of the working."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.refresh import working
from zhunsheng.kernel.duty.state import DutyState, state_of
from zhunsheng.kernel.duty.term import Duty
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import law, registry

_MOST = 300


@dataclass(frozen=True, slots=True)
class DueRow:
    """An obligation as shown: `working` is empty in lists."""

    obligation: Obligation
    name: str
    state: DutyState
    kind: str
    title: str
    citation: str
    left: str
    working: str = ""


def duties(request: HttpRequest) -> HttpResponse:
    """Every open obligation of the records the person may see, soonest first."""
    person, today = person_of(request), clock.today()
    return render(request, "desk/duties.html", {"rows": rows_due(person, today), "today": today})


def rows_due(person: Person, today: date) -> list[DueRow]:
    """Open obligations by due date, over the registers the person may see."""
    found: list[DueRow] = []
    for duty in registry().duties():
        rows = visible(person, duty.of, on=today)
        titles = dict(rows.values_list("pk", "title"))
        open_ = Obligation.objects.filter(
            duty=duty.key, done_on__isnull=True, item_id__in=rows.values("pk")
        ).order_by("due_on")
        found += [_row(o, duty, titles.get(o.item_id, ""), today) for o in open_[:_MOST]]
    return sorted(found, key=lambda r: r.obligation.due_on)


def duties_of(row: Record, today: date) -> list[DueRow]:
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
        found.append(_row(obligation, duty, row.title, today, told))
    return found


def _row(obligation: Obligation, duty: Duty, title: str, today: date, told: str = "") -> DueRow:
    rule = law().rule(duty.rule, obligation.started_on)
    return DueRow(
        obligation,
        in_language(duty.zh, duty.en),
        state_of(obligation, today, alert_days=duty.alert_days),
        duty.of._meta.label_lower,
        title,
        in_language(rule.citation("zh"), rule.citation("en")),
        "" if obligation.done_on else _left((obligation.due_on - today).days),
        told,
    )


def _left(days: int) -> str:
    if days < 0:
        return ngettext("%(n)d day overdue", "%(n)d days overdue", -days) % {"n": -days}
    if days == 0:
        return _("due today")
    return ngettext("%(n)d day left", "%(n)d days left", days) % {"n": days}
