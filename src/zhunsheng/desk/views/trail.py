"""The trail of the agency: every action, newest first."""

import json
from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.desk.part_names import named_in
from zhunsheng.desk.show import action_name, action_names
from zhunsheng.desk.trail_filter import STEPS, asked_of
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.models import Person, Profile
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.models import Item, Version
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.chain import walk
from zhunsheng.kernel.trail.models import Chain, Entry
from zhunsheng.reports.life.ask import PUBLIC
from zhunsheng.reports.models import Edition

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
    "sent_to": ("发往", "for"),
    "addressee": ("报送", "delivered to"),
    "title": ("材料", "material"),
    "filled_by": ("填写人", "filled in by"),
}


#: Where the three administrators are apart, the trail is the audit administrator's.
_NOT_THEIRS = frozenset({Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})


@require_http_methods(["GET", "POST"])
def trail(request: HttpRequest) -> HttpResponse:
    """Entries with who, when and what, as the address asks; a POST verifies the chain."""
    person = person_of(request)
    agency = person.agency
    if agency.profile == Profile.CITY and not roles(person) - _NOT_THEIRS:
        return render(request, "desk/refused.html", status=403)
    asked = asked_of(request.GET.dict())
    entries = asked.of(Entry.objects.filter(agency=agency)).order_by("-sequence")
    page = Paginator(entries, 30).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    names = dict(Person.objects.filter(agency=agency).values_list("username", "name"))
    names[PUBLIC] = in_language("公众", "the public")
    return render(
        request,
        "desk/trail.html",
        {
            "rows": _rows(person, list(page), names),
            "page": page,
            "query": query.urlencode(),
            "asked": asked,
            "people": sorted(names.items(), key=lambda pair: pair[1]),
            "actions": [(STEPS, _("a step of a procedure")), *action_names()],
            "walked": walk(agency) if request.method == "POST" else None,
            "chain": Chain.objects.filter(agency=agency).first(),
        },
    )


def _rows(
    person: Person, entries: list[Entry], names: Mapping[str, str]
) -> list[tuple[Entry, str, str, str]]:
    """(entry, who, what was done, to what) of the page."""
    touched = _touched(person, entries)
    about = _editions(person, entries) | {n: t for n, t in _titles(touched).items() if t}
    parts = _parts(touched, entries)
    return [
        (
            entry,
            names.get(entry.actor, entry.actor),
            action_name(entry.action),
            _told(entry, about.get(entry.sequence, ""), parts.get(entry.sequence, {})),
        )
        for entry in entries
    ]


def _touched(person: Person, entries: list[Entry]) -> dict[int, int]:
    """Sequence → the one record the action touched, for whoever sees records at all."""
    if not sees_everything(person, on=clock.today()):
        return {}
    touched = Version.objects.filter(
        agency=person.agency, entry__in=[entry.sequence for entry in entries]
    )
    once = touched.values("entry").annotate(n=Count("pk"), item=Min("item_id")).filter(n=1)
    return {row["entry"]: row["item"] for row in once}


def _titles(touched: dict[int, int]) -> dict[int, str]:
    """Sequence → title of the record."""
    found = {}
    for item in Item.objects.filter(pk__in=touched.values()):
        model = apps.get_model(item.kind)
        title = model._default_manager.filter(pk=item.pk).values_list("title", flat=True).first()
        found[item.pk] = str(title or "")
    return {sequence: found.get(item, "") for sequence, item in touched.items()}


def _editions(person: Person, entries: list[Entry]) -> dict[int, str]:
    """Sequence → number and title of the edition it delivered, published, packed or withdrew."""
    if not sees_everything(person, on=clock.today()):
        return {}
    about = {e.sequence: e.payload for e in entries if '"edition":' in e.payload}
    digests = {n: str(json.loads(told)["details"]["edition"]) for n, told in about.items()}
    kept = Edition.objects.filter(agency=person.agency, digest__in=digests.values())
    told = {e.digest: f"{e.number}《{e.title}》" for e in kept.only("digest", "number", "title")}
    return {n: told.get(digest, "") for n, digest in digests.items()}


def _parts(touched: dict[int, int], entries: list[Entry]) -> dict[int, dict[str, str]]:
    """Sequence → key of a part → its name, where the entry is about a part of a report."""
    about = [entry.sequence for entry in entries if '"part":' in entry.payload]
    if not about:
        return {}
    named = named_in([touched[n] for n in about if n in touched], year=clock.today().year)
    return {n: named.get(touched.get(n, 0), named[0]) for n in about}


def _told(entry: Entry, title: str, names: Mapping[str, str]) -> str:
    content = json.loads(entry.payload)
    if entry.action.startswith("refused:"):
        return in_language(str(content.get("zh", "")), str(content.get("en", "")))
    details = content.get("details") or {}
    told = in_language(str(details.get("told_zh", "")), str(details.get("told_en", "")))
    parts = [
        title or told or _counted(content.get("versions") or {}),
        str(content.get("reason") or ""),
    ]
    parts += [
        in_language("{0}：{2}", "{1}: {2}").format(*_TOLD[key], _named(key, value, names))
        for key, value in details.items()
        if key in _TOLD and isinstance(value, str | int) and value != ""
    ]
    return in_language("；", "; ").join(p for p in parts if p)[:200]


def _named(key: str, value: object, parts: Mapping[str, str]) -> str:
    """A register, figure or part by its name, anything else as it is."""
    if key == "part":
        return parts.get(str(value), str(value))
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
