"""Passwords: one's own change, the link an administrator makes, the page it opens."""

from collections.abc import Iterable

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from zhunsheng.desk.attempts import count_attempt, turned_away
from zhunsheng.desk.said import tell
from zhunsheng.desk.sealed import sealed
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.org.change import approvers
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.password import (
    SHORTEST,
    change_password,
    holder_of,
    password_link,
    set_password,
)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """The person's own: the old one and twice the new one; their other sessions end."""
    person, form = person_of(request), _form(request, old=True)
    if request.method == "POST" and form.is_valid() and _agree(form):
        try:
            change_password(person, form.cleaned_data["old"], form.cleaned_data["new"])
        except KernelError as error:
            tell(request, error)
        else:
            update_session_auth_hash(request, person)
            messages.success(request, _("Changed. Elsewhere you are signed out."))
            return redirect("desk:home")
    return _page(request, form, person)


@require_POST
def make_password_link(request: HttpRequest, person: int) -> HttpResponse:
    """The address by which the person sets a password, shown this once."""
    by = person_of(request)
    ours = Q(agency=by.agency) | Q(agency__parent=by.agency, agency__affiliated=True)
    found = get_object_or_404(Person.objects.filter(ours), pk=person)
    try:
        token = password_link(found, by=by)
    except KernelError as error:
        tell(request, error)
        return redirect("desk:admin")
    shown = {"found": found, "link": address_of(request, found, token)}
    return render(request, "desk/password_link.html", shown)


@require_POST
def make_password_links(request: HttpRequest) -> HttpResponse:
    """The same for everybody of the agency who has no password yet, on one page to be cut up."""
    by, made = person_of(request), []
    for found in Person.objects.filter(agency=by.agency).order_by("pk"):
        if waits_for_link(found, by):
            made.append((found, address_of(request, found, password_link(found, by=by))))
    return sealed(render(request, "desk/password_links.html", {"made": made}))


def waits_for_link(person: Person, by: Person) -> bool:
    """Whether the person has no password yet and the other may make the link to set one."""
    waits = person.is_active and not person.has_usable_password()
    return waits and person.pk != by.pk and bool(roles(by) & set(approvers(by.agency)))


def address_of(request: HttpRequest, person: Person, token: str) -> str:
    """The whole address of the link whose secret this is."""
    address = reverse("desk:set-password", args=[person.username, token])
    return request.build_absolute_uri(address)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def choose_password(request: HttpRequest, account: str, token: str) -> HttpResponse:
    """The page of the link: once, for a day, twice the new password."""
    person = None if turned_away(request) else holder_of(account, token)
    if person is None:
        count_attempt(request)
        return sealed(render(request, "desk/password_closed.html", status=410))
    form = _form(request)
    if request.method == "POST" and form.is_valid() and _agree(form):
        try:
            set_password(person, form.cleaned_data["new"])
        except KernelError as error:
            tell(request, error)
        else:
            messages.success(request, _("The password is set. Sign in with it."))
            return redirect("desk:sign-in")
    return _page(request, form, person)


def _page(request: HttpRequest, form: forms.Form, person: Person) -> HttpResponse:
    shown = {"form": form, "owner": person, "shortest": SHORTEST}
    status = 422 if request.method == "POST" else 200
    return sealed(render(request, "desk/password.html", shown, status=status))


def _form(request: HttpRequest, *, old: bool = False) -> forms.Form:
    form = forms.Form(request.POST or None, label_suffix="")
    form.fields = {"old": _secret(_("Old password"), "current-password")} if old else {}
    form.fields["new"] = _secret(_("New password"), "new-password")
    form.fields["again"] = _secret(_("New password once more"), "new-password")
    _require(form.fields.values())
    return form


def _secret(label: str, complete: str) -> forms.Field:
    # Spaces at either end are part of a password.
    widget = forms.PasswordInput(attrs={"autocomplete": complete})
    return forms.CharField(label=label, max_length=200, strip=False, widget=widget)


def _require(fields: Iterable[forms.Field]) -> None:
    for field in fields:
        field.error_messages["required"] = _("this must be filled in")


def _agree(form: forms.Form) -> bool:
    if form.cleaned_data["new"] == form.cleaned_data["again"]:
        return True
    form.add_error("again", _("the two do not agree"))
    return False
