"""Irregularities: rules that steps did not keep, with their citations and reasons."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.db.many import newest
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.procedure.models import Irregularity
from zhunsheng.kernel.registry import registry

_MOST = 300


def irregularities(request: HttpRequest) -> HttpResponse:
    """Those of the records the person may see, newest first."""
    person, today = person_of(request), clock.today()
    procedures = {
        procedure.of._meta.label_lower: procedure
        for regime in registry().regimes.values()
        for procedure in regime.procedures
    }
    seen = {kind: visible(person, p.of, on=today) for kind, p in procedures.items()}
    theirs = reduce(or_, (Q(item_id__in=rows.values("pk")) for rows in seen.values()))
    every = Irregularity.objects.filter(theirs)
    found = every.select_related("item").order_by("-pk")[:_MOST]
    items = {one.item_id for one in found}
    told = newest({kind: rows.filter(pk__in=items) for kind, rows in seen.items()}, _MOST)
    titles = {row.pk: row.title for rows in told.values() for row in rows}
    shown = [
        {
            "irregularity": one,
            "title": titles[one.item_id],
            "kind": one.item.kind,
            "what": in_language(one.zh, one.en),
            "citation": in_language(one.citation_zh, one.citation_en),
            "procedure": in_language(procedures[one.item.kind].zh, procedures[one.item.kind].en),
        }
        for one in found
    ]
    return render(
        request, "desk/irregularities.html", {"rows": shown, "left": every.count() - len(shown)}
    )
