"""Closing a register for the year: a division says that it is complete, or that it was empty."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import whole
from zhunsheng.desk.said import tell
from zhunsheng.desk.views.registers import register_of
from zhunsheng.desk.who import divisions_kept, person_of
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.figure.close import close
from zhunsheng.kernel.figure.closed import answering, not_closed
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.reports.life.year_due import still_due

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Owed:
    """A register one of the person's divisions has not closed for the year."""

    year: int
    kind: str
    register: str
    division: Division


def closings_of(person: Person, today: date) -> list[Owed]:
    """What the person's divisions still owe for last year; in December for this one too."""
    years = [today.year - 1] + ([today.year] if today.month == _DECEMBER else [])
    kept = {division.name: division for division in divisions_kept(person)}
    found = [
        Owed(year, register.kind, in_language(register.zh, register.en), kept[name])
        for year in years
        for owed in (not_closed(Scope(person.agency_id, year)),)
        for register in used_by(person.agency).registers()
        if answering(register) is register
        for name in owed.get(register.kind, ())
        if name in kept
    ]
    # Ledgers opened once a year's report was due owe nothing of that year.
    due = {year for year in {each.year for each in found} if still_due(person.agency, year)}
    return [each for each in found if each.year in due]


@require_POST
def close_register(request: HttpRequest, kind: str) -> HttpResponse:
    """The division says the register is complete; with `nil`, that there was nothing."""
    person = person_of(request)
    division = get_object_or_404(Division, pk=whole(request.POST, "division"), agency=person.agency)
    year = whole(request.POST, "year")
    try:
        close(register_of(kind), division, year, by=person, nil="nil" in request.POST)
        messages.success(request, _("Closed for the year."))
    except KernelError as error:
        tell(request, error)
    return redirect("desk:home")
