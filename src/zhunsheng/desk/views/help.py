"""Help for the person: their role's page, the others', and the first-day panel put away."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from zhunsheng.desk.help.roles import RoleHelp, role_helps
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.org.welcome import welcomed


def help_home(request: HttpRequest) -> HttpResponse:
    """What the person does here, and everything else there is to read."""
    person = person_of(request)
    groups = [
        (zh_en, [(r.kind, in_language(r.zh, r.en)) for r in registers])
        for zh_en, registers in (
            (in_language(zh, en), declared)
            for zh, en, declared in used_by(person.agency_id).groups()
        )
    ]
    others = [told for told in role_helps().values() if told not in helps_of(person)]
    return render(
        request,
        "desk/help.html",
        {"mine": helps_of(person), "others": others, "groups": groups},
    )


def help_role(request: HttpRequest, role: str) -> HttpResponse:
    """One role's page; links only to what the reader may open."""
    told = role_helps().get(Role(role)) if role in set(Role) else None
    if told is None:
        raise Http404(role)
    return render(request, "desk/help_role.html", {"told": told})


@require_POST
def put_away(request: HttpRequest) -> HttpResponse:
    """The first-day panel is gone for good; the help page keeps what it said."""
    welcomed(person_of(request), clock.today())
    return redirect("desk:home")


def helps_of(person: Person) -> list[RoleHelp]:
    """The pages of the roles the person holds today."""
    held = roles(person)
    return [told for role, told in role_helps().items() if role in held]


def first_day(person: Person) -> list[RoleHelp]:
    """What the panel of the first day says; nothing once it was put away."""
    return [] if person.welcomed_on else helps_of(person)
