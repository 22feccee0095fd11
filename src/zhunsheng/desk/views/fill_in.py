"""The one page a one-time link opens: a form, filled in once by somebody without an account."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.desk.attempts import count_attempt, turned_away
from zhunsheng.desk.form import entry_fields, form_for
from zhunsheng.desk.said import said, tell_at
from zhunsheng.desk.sealed import sealed
from zhunsheng.desk.upload import TooLargeError, bytes_of
from zhunsheng.kernel.errors import InvalidError, KernelError
from zhunsheng.kernel.evidence.store import ACCEPTED, EvidenceError, store
from zhunsheng.kernel.evidence.words import read_words
from zhunsheng.kernel.invite.fill_in import (
    InvitationClosedError,
    count_try,
    fill_in,
    invitation_of,
    require_open,
)
from zhunsheng.kernel.invite.models import Invitation
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.registry import registry

_NAME = "filled_by"
#: What somebody without an account may leave here.
MOST_PAPERS, MOST_BYTES = 3, 10 * 1024 * 1024


@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest, token: str) -> HttpResponse:
    """The form; once sent, the page without the address. A closed link says why."""
    invitation = _invitation(request, token)
    if invitation is None:
        return sealed(render(request, "desk/fill_in_closed.html", {"why": ""}, status=429))
    try:
        require_open(invitation)
    except InvitationClosedError as error:
        return _closed(request, error)
    register = registry().register(invitation.register)
    form = _form(request, invitation, register)
    if request.method == "POST":
        try:
            if form.is_valid() and _filled(request, invitation, form):
                return sealed(redirect("desk:filled-in"))
        except InvitationClosedError as error:
            return _closed(request, error)
        except (InvalidError, EvidenceError, TooLargeError) as error:
            tell_at(request, error, form, register.of)
        count_try(invitation)
    return sealed(
        render(
            request,
            "desk/fill_in.html",
            {
                "form": form,
                "name": in_language(register.zh, register.en),
                "invitation": invitation,
                "papers": register.papers,
                "most": (MOST_PAPERS, MOST_BYTES // 1024 // 1024),
                "accepted": ",".join(ACCEPTED),
            },
            status=200 if request.method == "GET" else 422,
        )
    )


@require_http_methods(["GET"])
def filled(request: HttpRequest) -> HttpResponse:
    """Says that the form arrived; the address is no longer in the browser's bar."""
    return sealed(render(request, "desk/filled_in.html"))


def _invitation(request: HttpRequest, token: str) -> Invitation | None:
    """The invitation; None for a machine turned away. Errors: Http404, which is counted."""
    if turned_away(request):
        return None
    found = invitation_of(token)
    if found is None:
        count_attempt(request)
        raise Http404
    return found


def _form(request: HttpRequest, invitation: Invitation, register: Register) -> forms.Form:
    """The register's own fields but for those that name other rows or people or come later."""
    names = [
        n
        for n in entry_fields(register, invitation.made_by)
        if not column(register.of, n).many_to_one and n not in register.later
    ]
    form = form_for(register.of, names, invitation.made_by, data=request.POST or None)
    name = forms.CharField(label=_("Your name"), max_length=60)
    name.error_messages["required"] = _("this must be filled in")
    form.fields = {_NAME: name, **form.fields}
    return form


def _filled(request: HttpRequest, invitation: Invitation, form: forms.Form) -> bool:
    values = dict(form.cleaned_data)
    name = values.pop(_NAME)
    papers = [store(file_name, data) for file_name, data in _papers(request)]
    fill_in(invitation, values, filled_by=name, papers=papers)
    for paper in papers:
        read_words(paper)
    return True


def _papers(request: HttpRequest) -> list[tuple[str, bytes]]:
    """The files sent, each asked its size before it is read. Errors: TooLargeError."""
    sent = [f for f in request.FILES.getlist("papers") if isinstance(f, UploadedFile)]
    if len(sent) > MOST_PAPERS:
        raise TooLargeError(
            f"一次最多上传{MOST_PAPERS}个文件，共收到{len(sent)}个；请合并后再提交。",
            f"{len(sent)} files were sent, {MOST_PAPERS} at most: put them together.",
        )
    return [(f.name or "", bytes_of(f, most=MOST_BYTES)) for f in sent]


def _closed(request: HttpRequest, error: KernelError) -> HttpResponse:
    context = {"why": said(error)}
    return sealed(render(request, "desk/fill_in_closed.html", context, status=410))
