"""Irregularities: rules that steps did not keep, with their citations and reasons."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.procedure.models import Irregularity
from zhunsheng.kernel.registry import registry


def irregularities(request: HttpRequest) -> HttpResponse:
    """Those of the records the person may see, newest first."""
    person, today = person_of(request), clock.today()
    rows = []
    for regime in registry().regimes.values():
        for procedure in regime.procedures:
            seen = visible(person, procedure.of, on=today)
            titles = dict(seen.values_list("pk", "title"))
            found = Irregularity.objects.filter(item_id__in=seen.values("pk"))
            rows += [
                {
                    "irregularity": one,
                    "title": titles[one.item_id],
                    "kind": procedure.of._meta.label_lower,
                    "what": in_language(one.zh, one.en),
                    "citation": in_language(one.citation_zh, one.citation_en),
                    "procedure": in_language(procedure.zh, procedure.en),
                }
                for one in found.order_by("-pk")[:300]
            ]
    return render(request, "desk/irregularities.html", {"rows": rows})
