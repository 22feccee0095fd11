"""One-time links of a register: made for somebody without an account, listed, revoked."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.form import DateInput, division_field
from zhunsheng.desk.said import tell
from zhunsheng.desk.views.registers import register_of
from zhunsheng.desk.who import divisions_kept, person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.invite.invite import can_invite, invite, revoke
from zhunsheng.kernel.invite.models import Invitation, State
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.regime import Register

_LISTED = 50


def invitations(request: HttpRequest, kind: str) -> HttpResponse:
    """The form that makes a link, the link just made (shown this once), and those made before."""
    register, person = register_of(kind), person_of(request)
    if not can_invite(register):
        raise Http404(kind)
    form = _form(request)
    address = ""
    if request.method == "POST" and form.is_valid():
        address = _made(request, register, form)
    today = clock.today()
    kept = divisions_kept(person)
    rows = Invitation.objects.filter(register=kind, division__in=kept)
    rows = rows.select_related("division", "made_by")
    return render(
        request,
        "desk/invitations.html",
        {
            "register": register,
            "name": in_language(register.zh, register.en),
            "form": form,
            "link": address,
            "rows": [
                (i, i.state(today).label, i.state(today) in (State.OPEN, State.LOCKED))
                for i in rows[:_LISTED]
            ],
        },
        status=422 if request.method == "POST" and not address else 200,
    )


@require_POST
def revoke_invitation(request: HttpRequest, kind: str, invitation: int) -> HttpResponse:
    """The link opens nothing from now on."""
    person = person_of(request)
    row = get_object_or_404(
        Invitation, pk=invitation, register=kind, division__in=divisions_kept(person)
    )
    try:
        revoke(row, by=person)
        messages.success(request, _("Revoked."))
    except KernelError as error:
        tell(request, error)
    return redirect("desk:invitations", kind)


def _made(request: HttpRequest, register: Register, form: forms.Form) -> str:
    """The whole address; empty where it was refused, which is told."""
    values = form.cleaned_data
    try:
        _invitation, token = invite(
            register,
            values["division"],
            sent_to=values["sent_to"],
            last_day=values["last_day"],
            by=person_of(request),
        )
    except KernelError as error:
        tell(request, error)
        return ""
    return request.build_absolute_uri(reverse("desk:fill-in", args=[token]))


def _form(request: HttpRequest) -> forms.Form:
    form = forms.Form(request.POST or None, label_suffix="")
    form.fields = {
        "sent_to": forms.CharField(label=_("For whom (name and office)"), max_length=120),
        "division": division_field(divisions_kept(person_of(request))),
        "last_day": forms.DateField(label=_("Fill in by"), widget=DateInput()),
    }
    for field in form.fields.values():
        field.error_messages["required"] = _("this must be filled in")
        field.error_messages["invalid_choice"] = _("choose one of the list")
    form.fields["last_day"].error_messages["invalid"] = _("this is no date; write it as 2024-03-05")
    return form
