"""The bureau's year on one page, to be read on the screen or printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.glance import glance
from zhunsheng.desk.views.figures import scope_of
from zhunsheng.desk.views.help import first_day
from zhunsheng.desk.views.home import home, turns
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.org.roles import Role


def first_page(request: HttpRequest) -> HttpResponse:
    """What waits for the person; for whoever is the principal and nothing else, the year."""
    person = person_of(request)
    if roles(person) != {Role.PRINCIPAL}:
        return home(request)
    told = {"first_day": first_day(person), **year_of_the_bureau(request)}
    return render(request, "desk/home_principal.html", told)


def year(request: HttpRequest) -> HttpResponse:
    """Key figures, duties, problems, the report, and what waits for signature."""
    return render(request, "desk/year.html", year_of_the_bureau(request))


def year_of_the_bureau(request: HttpRequest) -> dict[str, object]:
    """What `year_body.html` shows."""
    scope, today, person = scope_of(request), clock.today(), person_of(request)
    signing = Role.PRINCIPAL in roles(person)
    waits = turns(person, today) if signing else {}
    return {
        "signing": signing,
        **waits,
        "waiting": sum(map(len, waits.values())),
        "glance": glance(scope, today),
        "scope": scope,
        "years": range(today.year, today.year - 6, -1),
        "on": today,
    }
