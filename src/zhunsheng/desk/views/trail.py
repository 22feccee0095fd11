"""The trail of the agency: every action, newest first."""

import json

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.show import action_name
from zhunsheng.desk.who import person_of
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.trail.models import Chain, Entry


def trail(request: HttpRequest) -> HttpResponse:
    """Entries with who, when, what, and the digest that chains them."""
    agency = person_of(request).agency
    entries = Entry.objects.filter(agency=agency).order_by("-sequence")
    page = Paginator(entries, 30).get_page(request.GET.get("page"))
    names = dict(Person.objects.filter(agency=agency).values_list("username", "name"))
    return render(
        request,
        "desk/trail.html",
        {
            "rows": [
                (e, names.get(e.actor, e.actor), action_name(e.action), _told(e)) for e in page
            ],
            "page": page,
            "chain": Chain.objects.filter(agency=agency).first(),
        },
    )


def _told(entry: Entry) -> str:
    content = json.loads(entry.payload)
    if entry.action.startswith("refused:"):
        return str(content.get("zh", ""))
    parts = [str(content.get("reason") or "")]
    versions = content.get("versions") or {}
    if versions.get("count"):
        parts.append(f"×{versions['count']}")
    details = content.get("details") or {}
    parts += [f"{key}={value}" for key, value in details.items() if isinstance(value, str | int)]
    return " ".join(p for p in parts if p)[:200]
