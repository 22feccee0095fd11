"""The gate before every view of the desk: no sign-in, no page; no role, no page."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from zhunsheng.desk.permissions import EVERYBODY, PERMISSIONS
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.limits import kept, under, use_from_here
from zhunsheng.kernel.one_page import one_page

Respond = Callable[[HttpRequest], HttpResponse]


class GateMiddleware:
    """Asks the permission table by the name of the address."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # What the law is for the signed-in person is set once who that is is known.
        with under(0, ()):
            if request.method in ("GET", "HEAD"):
                with one_page():
                    response = self._respond(request)
            else:
                response = self._respond(request)
        match = request.resolver_match
        if match is not None and match.app_name == "desk":
            # A shared machine's back button must not show the last person's records.
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None lets the view answer."""
        match = request.resolver_match
        if match is None or match.app_name != "desk":
            return None
        allowed = PERMISSIONS.get(match.url_name or "", frozenset())
        if allowed == EVERYBODY:
            return None
        if not request.user.is_authenticated:
            return redirect(f"{reverse('desk:sign-in')}?{_way_back(request)}")
        person = person_of(request)
        if roles(person) & allowed:
            used_by(person.agency)  # known with the row: nobody asks for it by its key again
            use_from_here(person.agency_id, kept(person.agency.limits))
            return None
        return render(request, "desk/refused.html", status=403)


def _way_back(request: HttpRequest) -> str:
    """The page to return to after the sign-in: of a form, the page it stood on, its typing kept."""
    if request.method in ("GET", "HEAD"):
        return urlencode({"next": request.get_full_path()})
    stood = urlsplit(request.META.get("HTTP_REFERER", ""))
    here = stood.netloc == request.get_host()
    back = urlunsplit(("", "", stood.path, stood.query, "")) if here else reverse("desk:home")
    return urlencode({"next": back, "ended": "1"})
