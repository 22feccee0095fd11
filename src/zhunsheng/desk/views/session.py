"""Signing in and out, and the language."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zhunsheng.desk.show import listed
from zhunsheng.desk.theme import THEME_COOKIE, THEMES
from zhunsheng.kernel import clock
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import ROLE_NAMES


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Account and password; the demonstration also offers its personas."""
    if request.method == "POST":
        person = authenticate(
            request,
            username=request.POST.get("username", ""),
            password=request.POST.get("password", ""),
        )
        if person is not None:
            login(request, person)
            return redirect(_next(request))
        messages.error(request, _("Account or password is not right."))
    return render(
        request,
        "desk/sign_in.html",
        {
            "personas": _personas() if settings.DEMO else [],
            "next": request.POST.get("next") or request.GET.get("next", ""),
            "empty": not Person.objects.exists(),
            "ended": request.method == "GET" and "ended" in request.GET,
            "username": request.POST.get("username", ""),
        },
    )


@require_POST
def persona(request: HttpRequest) -> HttpResponse:
    """Signs in as a person of the fiction; there is no such door outside the demonstration."""
    if not settings.DEMO:
        raise Http404
    person = get_object_or_404(Person, username=request.POST.get("username"), is_active=True)
    login(request, person, backend="zhunsheng.kernel.org.backend.PersonBackend")
    return redirect(_next(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    logout(request)
    return redirect("desk:sign-in")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remembers the person's choice of language for a year."""
    response = redirect(_next(request))
    chosen = "en" if request.POST.get("language") == "en" else "zh"
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, chosen, max_age=31536000, samesite="Lax", httponly=True
    )
    return response


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Remembers light or dark for a year; anything else follows the system again."""
    response = redirect(_next(request))
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        response.set_cookie(THEME_COOKIE, chosen, max_age=31536000, samesite="Lax", httponly=True)
    else:
        response.delete_cookie(THEME_COOKIE)
    return response


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if wanted and safe else "/desk/"


def _personas() -> list[dict[str, Any]]:
    today = clock.today()
    people = Person.objects.filter(is_active=True).select_related("agency").order_by("pk")
    return [
        {
            "username": p.username,
            "name": p.name,
            "roles": listed(
                in_language(*ROLE_NAMES[r])
                for r in dict.fromkeys(h.role for h in roles_of(p, today))
            ),
            "division": next(
                (post.division.name for post in p.posts.all() if post.division), p.agency.short_name
            ),
        }
        for p in people
    ]
