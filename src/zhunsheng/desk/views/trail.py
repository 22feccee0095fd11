"""The trail of the agency: every action, newest first."""

import json
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.show import action_name
from zhunsheng.desk.who import person_of
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.models import Chain, Entry

#: Details worth a reader's time; digests and row numbers stay in the entry itself.
_TOLD: dict[str, tuple[str, str]] = {
    "source": ("工作簿", "workbook"),
    "number": ("发文字号", "number"),
    "code": ("审核事项", "check"),
    "part": ("部分", "part"),
    "figure": ("指标", "figure"),
    "value": ("数值", "value"),
    "document": ("文件", "document"),
    "year": ("年度", "year"),
    "register": ("台账", "register"),
}


def trail(request: HttpRequest) -> HttpResponse:
    """Entries with who, when and what; the head is the digest that chains them."""
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
        return in_language(str(content.get("zh", "")), str(content.get("en", "")))
    parts = [_counted(content.get("versions") or {}), str(content.get("reason") or "")]
    details = content.get("details") or {}
    parts += [
        in_language("{0}：{2}", "{1}: {2}").format(*_TOLD[key], _named(key, value))
        for key, value in details.items()
        if key in _TOLD and isinstance(value, str | int) and value != ""
    ]
    return in_language("；", "; ").join(p for p in parts if p)[:200]


def _named(key: str, value: object) -> str:
    """A register or figure by its name, anything else as it is."""
    if key == "figure" and value in registry().figures():
        figure = registry().figures()[str(value)]
        return in_language(figure.zh, figure.en)
    for register in registry().registers() if key == "register" else ():
        if register.kind == value:
            return in_language(register.zh, register.en)
    return str(value)


def _counted(versions: dict[str, Any]) -> str:
    count = versions.get("count")
    return in_language(f"{count}条记录", f"records: {count}") if count else ""
