"""Linking from a record's page: what another register offers is put in a role for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhunsheng.desk.asked import whole
from zhunsheng.desk.said import tell
from zhunsheng.desk.views.records import record_of
from zhunsheng.desk.who import person_of
from zhunsheng.kernel import clock
from zhunsheng.kernel.access.visible import visible
from zhunsheng.kernel.errors import KernelError, NotPossibleError
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.link.join import link
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.link.offer import ROLES, Offer
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import Registry, registry

_MOST = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may play the role."""

    kind: str
    register: str
    record: Record


def links(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """The page: choose the role, then the record that plays it."""
    target, person = record_of(request, kind, item), person_of(request)
    roles = offered_roles(used_by(person.agency))
    role = request.GET.get("role", "")
    if role not in roles:
        role = next(iter(roles), "")
    if request.method == "POST":
        return _joined(request, target, role, person)
    words = request.GET.get("q", "").strip()
    found = list(_candidates(target, role, words, person, clock.today()))
    return render(
        request,
        "desk/links.html",
        {
            "target": target,
            "kind": kind,
            "roles": [(key, in_language(*ROLES[key])) for key in roles],
            "role": role,
            "role_name": in_language(*ROLES[role]) if role else "",
            "q": words,
            "candidates": found[:_MOST],
            "more": len(found) > _MOST,
        },
    )


def offered_roles(used: Registry) -> list[str]:
    """The roles somebody offers something for; facets and aspects are linked by themselves."""
    by_themselves = {"facet", *(aspect.role for aspect in used.aspects())}
    return [key for key in ROLES if key not in by_themselves and used.offers(key)]


def _joined(request: HttpRequest, target: Record, role: str, person: Person) -> HttpResponse:
    try:
        source = _source(request, role, person)
        link(source, role, target, by=person)
        messages.success(request, _("Linked."))
    except KernelError as error:
        tell(request, error)
        address = reverse("desk:links", args=[target._meta.label_lower, target.pk])
        return redirect(f"{address}?role={role}")
    return redirect("desk:record", target._meta.label_lower, target.pk)


def _source(request: HttpRequest, role: str, person: Person) -> Record:
    chosen = whole(request.POST, "source")
    for offer in registry().offers(role):
        row = visible(person, offer.of, on=clock.today()).filter(pk=chosen).first()
        if row is not None:
            return row
    raise NotPossibleError(
        "没有选择可以关联的记录；请在列表中选择。",
        "no record that can be linked was chosen; choose one of the list.",
    )


def _candidates(
    target: Record, role: str, words: str, person: Person, today: date
) -> Iterator[Candidate]:
    linked = Link.objects.filter(role=role, target_id=target.pk).values("source_id")
    for offer in registry().offers(role):
        register = registry().register_of(offer.of)
        rows = visible(person, offer.of, on=today).filter(offer.when, _named(offer, words))
        rows = rows.filter(agency_id=target.agency_id).exclude(standing=Standing.VOIDED)
        rows = rows.exclude(pk__in=linked).exclude(pk=target.pk).select_related("division")
        name = in_language(register.zh, register.en)
        for row in rows.order_by("-pk")[: _MOST + 1]:
            yield Candidate(register.kind, name, row)


def _named(offer: Offer, words: str) -> Q:
    if not words:
        return Q()
    number = registry().register_of(offer.of).number
    named = Q(title__icontains=words)
    return named | Q(**{f"{number}__icontains": words}) if number else named
