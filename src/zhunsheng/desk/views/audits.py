"""Auditing any document: drop a file, see what its figures say, take it away with comments."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhunsheng.audit.apart import PAGE, WORD, Apart, audited_apart
from zhunsheng.audit.explain import cited_rule
from zhunsheng.desk.pending import Pending, keep, waiting
from zhunsheng.desk.said import tell
from zhunsheng.desk.upload import bytes_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language

#: The page carries its own style and was made of a file from outside.
_AS_IT_STANDS = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
_FILES = {"html": PAGE, "docx": WORD}


def audits(request: HttpRequest) -> HttpResponse:
    """The page that takes the document."""
    if request.method != "POST":
        return render(request, "desk/audits.html", {})
    upload = request.FILES.get("document")
    if not isinstance(upload, UploadedFile):
        messages.error(request, _("Choose a document."))
        return redirect("desk:audits")
    try:
        pending = keep(
            person_of(request),
            upload.name or "",
            bytes_of(upload),
            division=0,
            updates=False,
            papers=[],
        )
    except KernelError as error:
        tell(request, error)
        return redirect("desk:audits")
    return redirect("desk:audit", pending.key)


def audited(request: HttpRequest, key: str) -> HttpResponse:
    """What was found in the document, by place."""
    pending = waiting(person_of(request), key)
    apart = _audited(pending)
    if apart.result is None:
        pending.discard()
        messages.error(request, in_language(apart.zh, apart.en))
        return redirect("desk:audits")
    told = apart.result
    return render(
        request,
        "desk/audited.html",
        {
            "pending": pending,
            "findings": [_shown(f) for f in told["findings"]],
            "shared": [in_language(s["zh"], s["en"]) for s in told["shared"]],
            "remarks": [_shown(f) for f in told["remarks"]],
            "verified": [in_language(r["zh"], r["en"]) for r in told["verified"]],
            "checked": len(told["checked"]),
            "unchecked": told["unchecked_texts"],
            "unread": [in_language(each["zh"], each["en"]) for each in told["unread"]],
            "unjudged": [in_language(each["zh"], each["en"]) for each in told["unjudged"]],
        },
    )


def audited_file(request: HttpRequest, key: str, form: str) -> HttpResponseBase:
    """The document with its findings in the margin (html) or as comments (docx)."""
    pending = waiting(person_of(request), key)
    path = pending.folder / _FILES.get(form, "-")
    if not path.is_file():
        raise Http404
    name = f"{pending.name.rpartition('.')[0]}-审核.{form}"
    return FileResponse(path.open("rb"), as_attachment=True, filename=name)


def audited_text(request: HttpRequest, key: str) -> HttpResponse:
    """The document itself, its findings in the margin: nothing in it is run or fetched."""
    path = waiting(person_of(request), key).folder / PAGE
    if not path.is_file():
        raise Http404
    response = HttpResponse(path.read_bytes())
    response.headers["Content-Security-Policy"] = _AS_IT_STANDS
    return response


def _audited(pending: Pending) -> Apart:
    return audited_apart(pending.name, pending.folder / "workbook", pending.folder)


def _shown(finding: dict[str, Any]) -> dict[str, Any]:
    rule = finding["law"]
    return {
        "code": finding["code"],
        "text": in_language(finding["zh"], finding["en"]),
        "quotes": finding["quotes"],
        "law": in_language(cited_rule(rule), cited_rule(rule, "en")) if rule else "",
    }
