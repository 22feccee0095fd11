"""Reference data: limits, calendar, classes and sources, each with its ground and confidence."""

import json
from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhunsheng.desk.classes import classes, configured
from zhunsheng.desk.limits import limits
from zhunsheng.desk.said import tell
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import sees_everything
from zhunsheng.kernel.duty.due_list import titles_by_item
from zhunsheng.kernel.duty.load_notice import MAY_LOAD, load_notice, preview_notice
from zhunsheng.kernel.duty.models import LoadedNotice
from zhunsheng.kernel.duty.moves import Move
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.change import approvers
from zhunsheng.kernel.org.models import OrganisationChange, Person
from zhunsheng.kernel.org.roles import ROLE_NAMES
from zhunsheng.kernel.registry import law, packs, registry
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.statute.errors import StatuteError

_SHOWN = 100  # due dates that move, on one page
_HISTORY = 30


def reference(request: HttpRequest) -> HttpResponse:
    """Limits and deadlines, what the agency set itself, and how that changed."""
    agency = person_of(request).agency
    changes = OrganisationChange.objects.filter(agency=agency, kind="limit")
    groups = limits(agency)
    return render(
        request,
        "desk/reference.html",
        {
            "groups": groups,
            "own": sum(1 for _name, rows in groups for row in rows if row.own),
            "changes": [
                (c, in_language(c.told_zh, c.told_en))
                for c in changes.select_related("proposed_by", "decided_by")[:_HISTORY]
            ],
            "deciders": [in_language(*ROLE_NAMES[r]) for r in approvers(agency)],
        },
    )


def notices(request: HttpRequest) -> HttpResponse:
    """The holiday notices in force; a new one is looked at, with what it moves, before it is."""
    person, text = person_of(request), request.POST.get("text", "")
    shown: dict[str, object] = {"text": text}
    if request.method == "POST":
        try:
            if "load" in request.POST:
                moved = load_notice(text, by=person)
                said = _("Loaded. Due dates that moved: %(n)d. It is in the trail.")
                messages.success(request, said % {"n": moved})
                return redirect("desk:reference-notices")
            notice, moved_dates = preview_notice(text, by=person)
            shown |= {"notice": notice, "moves": _told_moves(person, moved_dates[:_SHOWN])}
            shown |= {"moved": len(moved_dates), "off": sorted(notice.off)}
            shown |= {"work": sorted(notice.work)}
        except StatuteError as error:
            messages.error(request, in_language(error.zh, error.en))
        except KernelError as error:
            tell(request, error)
    return render(request, "desk/reference_notices.html", shown | _calendar(person))


def class_lists(request: HttpRequest) -> HttpResponse:
    """The classes each register offers, and those a rule configures."""
    agency = person_of(request).agency
    return render(
        request,
        "desk/reference_classes.html",
        {"groups": classes(agency), "configured": configured()},
    )


def sources(request: HttpRequest) -> HttpResponse:
    """The packs of rules with their dates, and every instrument with its source."""
    instruments = sorted(law().instruments.values(), key=lambda i: (i.issuer, i.key))
    return render(
        request,
        "desk/reference_sources.html",
        {
            "packs": [(p, in_language(p.zh, p.en)) for p in packs()],
            "instruments": [
                (
                    i,
                    in_language(f"《{i.zh}》", i.en),
                    in_language(i.confidence.zh, i.confidence.en),
                    i.confidence.value == "verified",
                )
                for i in instruments
            ],
        },
    )


def _calendar(person: Person) -> dict[str, object]:
    loaded = set(LoadedNotice.objects.values_list("year", flat=True))
    known, this = calendar(), clock.today().year
    return {
        "years": [
            (
                n,
                len(n.off),
                len(n.work),
                in_language(n.confidence.zh, n.confidence.en),
                n.year in loaded,
            )
            for n in reversed(known.notices)
        ],
        "missing": [year for year in (this, this + 1) if not known.loaded(year)],
        "may_load": bool(roles(person) & set(MAY_LOAD)),
        "history": list(_history(person)),
    }


def _history(person: Person) -> Iterator[dict[str, object]]:
    """Every loading and removal on this installation, newest first."""
    wanted = Q(action="load_notice") | Q(action="remove_notice")
    entries = Entry.objects.filter(wanted, agency=person.agency).order_by("-sequence")[:_HISTORY]
    names = dict(Person.objects.filter(agency=person.agency).values_list("username", "name"))
    for entry in entries:
        details = json.loads(entry.payload)["details"]
        yield {"entry": entry, "who": names.get(entry.actor, entry.actor), **details}


def _told_moves(person: Person, moves: Iterable[Move]) -> list[tuple[Move, str, str]]:
    """(move, duty, title); the title for whoever sees the bureau's records at all."""
    found = list(moves)
    duties = {d.key: in_language(d.zh, d.en) for d in registry().duties()}
    sees = sees_everything(person, on=clock.today())
    titles = titles_by_item({m.item for m in found}, person.agency_id) if sees else {}
    return [(m, duties.get(m.duty, m.duty), titles.get(m.item, "")) for m in found]
