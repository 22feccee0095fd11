"""First use: whoever has the code of the machine founds the agency from a workbook."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.desk.attempts import count_attempt, turned_away
from zhunsheng.desk.download import workbook
from zhunsheng.desk.said import tell
from zhunsheng.desk.sealed import sealed
from zhunsheng.desk.show import listed
from zhunsheng.desk.upload import bytes_of
from zhunsheng.desk.views.passwords import address_of
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.errors import InvalidError, KernelError, NotPossibleError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.change_units import DIVISION_KINDS
from zhunsheng.kernel.org.first_code import is_first_code, spend_first_code
from zhunsheng.kernel.org.founding import (
    Fault,
    GivenPerson,
    Organisation,
    found,
    lacking,
    rehearse,
)
from zhunsheng.kernel.org.models import Agency
from zhunsheng.kernel.org.password import first_links
from zhunsheng.kernel.org.roles import ROLE_NAMES
from zhunsheng.kernel.workbook.organisation import organisation_template, read_organisation

_MOST = 1024 * 1024
_SALT, _LIVES = "first-use", 3600  # what was checked may be founded within the hour


@dataclass(frozen=True, slots=True)
class Sent:
    """The workbook as it came."""

    name: str
    data: bytes

    def sealed(self) -> str:
        content = base64.b64encode(self.data).decode("ascii")
        return signing.dumps([self.name, content], salt=_SALT, compress=True)

    @classmethod
    def unsealed(cls, text: str) -> "Sent | None":
        try:
            name, content = signing.loads(text, salt=_SALT, max_age=_LIVES)
        except signing.BadSignature:
            return None
        return cls(name, base64.b64decode(content))


@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """The form; what the workbook says; then the agency, with a link for each administrator."""
    if Agency.objects.exists():
        return redirect("desk:sign-in")
    return _page(request, status=200) if request.method == "GET" else _answer(request)


def _answer(request: HttpRequest) -> HttpResponse:
    if turned_away(request) or not is_first_code(_folder(), request.POST.get("code", "")):
        count_attempt(request)
        messages.error(
            request, _("The code is not right. It stands where the service was started.")
        )
        return _page(request)
    try:
        sent = _sent(request)
        organisation = read_organisation(sent.name, sent.data)
        if "found" in request.POST:
            return _founded(request, organisation, sent)
        rehearse(organisation)
    except InvalidError as error:
        return _page(request, faults=error.faults)
    except KernelError as error:
        tell(request, error)
        return _page(request)
    return _preview(request, organisation, sent)


def set_up_workbook(request: HttpRequest) -> HttpResponse:
    """The workbook to fill in, while there is no agency."""
    if Agency.objects.exists():
        raise Http404
    return workbook(organisation_template(), _("Taking into use") + ".xlsx")


def _sent(request: HttpRequest) -> Sent:
    """Errors: KernelError where no workbook came, or one that is too large."""
    upload = request.FILES.get("workbook")
    if isinstance(upload, UploadedFile):
        return Sent(str(upload.name), bytes_of(upload, most=_MOST))
    sent = Sent.unsealed(request.POST.get("sent", ""))
    if sent is None:
        raise NotPossibleError("请选择填好的表格。", "choose the filled-in workbook.")
    return sent


def _founded(request: HttpRequest, organisation: Organisation, sent: Sent) -> HttpResponse:
    with transaction.atomic():
        agency = found(organisation, source=sent.name, digest=sm3(sent.data))
        spend_first_code(_folder())
    links = [(who, address_of(request, who, token)) for who, token in first_links(agency)]
    return sealed(render(request, "desk/set_up_done.html", {"agency": agency, "links": links}))


def _preview(request: HttpRequest, organisation: Organisation, sent: Sent) -> HttpResponse:
    shown = {
        "organisation": organisation,
        "divisions": [
            (d.name, in_language(*DIVISION_KINDS[d.kind])) for d in organisation.divisions
        ],
        "people": [(p, _posts(p)) for p in organisation.people],
        "lacking": [in_language(zh, en) for _place, zh, en in lacking(organisation)],
        "sent": sent.sealed(),
        "code": request.POST.get("code", ""),
    }
    return sealed(render(request, "desk/set_up_preview.html", shown))


def _posts(person: GivenPerson) -> str:
    return listed(
        in_language(*ROLE_NAMES[post.role]) + (f"（{post.division}）" if post.division else "")
        for post in person.posts
    )


def _page(request: HttpRequest, *, faults: Sequence[Fault] = (), status: int = 422) -> HttpResponse:
    told = [(place, in_language(zh, en)) for place, zh, en in faults]
    shown = {"faults": told, "code": request.POST.get("code", "")}
    return sealed(render(request, "desk/set_up.html", shown, status=status))


def _folder() -> Path:
    return Path(settings.VAR)
