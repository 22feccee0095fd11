"""Administration: people, posts and divisions, changed by one person and decided by another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.desk.asked import whole
from zhunsheng.desk.changing import answers, change_form, post_name, subject_of
from zhunsheng.desk.once import new_key, once
from zhunsheng.desk.said import tell
from zhunsheng.desk.show import listed
from zhunsheng.desk.views.passwords import waits_for_link
from zhunsheng.desk.who import person_of, roles
from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.change import Kind, approve, approvers, decline, propose
from zhunsheng.kernel.org.change_units import DIVISION_KINDS
from zhunsheng.kernel.org.changes import KINDS
from zhunsheng.kernel.org.models import (
    Agency,
    Delegation,
    OrganisationChange,
    Outcome,
    Person,
    Post,
)
from zhunsheng.kernel.org.rights import Held, roles_of_all
from zhunsheng.kernel.org.roles import ROLE_NAMES, Role

_DECIDED = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposed change as shown: what it does, and whether the reader may decide on it."""

    change: OrganisationChange
    told: str
    kind: str
    mine: bool
    may_decide: bool


def admin(request: HttpRequest) -> HttpResponse:
    """What waits for a decision, the agency, its divisions and its people."""
    person, today = person_of(request), clock.today()
    agency = person.agency
    changes = OrganisationChange.objects.filter(agency=agency)
    changes = changes.select_related("proposed_by", "decided_by")
    people = Person.objects.filter(agency=agency).order_by("-is_active", "pk")
    held = roles_of_all(people, today)
    divisions = list(agency.divisions.all())
    named = {division.pk: division.name for division in divisions}
    return render(
        request,
        "desk/admin.html",
        {
            "agency": agency,
            "waiting": [_shown(c, person) for c in changes.filter(outcome=Outcome.WAITING)],
            "decided": [
                _shown(c, person) for c in changes.exclude(outcome=Outcome.WAITING)[:_DECIDED]
            ],
            "divisions": [
                (d, in_language(*DIVISION_KINDS.get(d.kind, (d.kind, d.kind)))) for d in divisions
            ],
            "people": [
                (p, _names(held[p.pk]), _sign_in_state(p), _field(held[p.pk], named))
                for p in people
            ],
            "waiting_for_link": sum(waits_for_link(p, person) for p in people),
            "institutions": [_institution(i, person) for i in _affiliated(agency)],
            "deciders": listed(in_language(*ROLE_NAMES[r]) for r in approvers(agency)),
            "today": today,
        },
    )


def to_decide(person: Person) -> list[Waiting]:
    """The changes somebody else proposed that wait for this person's decision."""
    if not roles(person) & set(approvers(person.agency)):
        return []
    changes = OrganisationChange.objects.filter(agency=person.agency, outcome=Outcome.WAITING)
    shown = (_shown(change, person) for change in changes.select_related("proposed_by"))
    return [change for change in shown if change.may_decide]


def _field(held: Iterable[Held], named: Mapping[int, str]) -> tuple[bool, str]:
    """Whether one is a deputy head, and the divisions in their charge; with none named, all are."""
    posts = [h.division_id for h in held if h.role == Role.DEPUTY_HEAD]
    everywhere = None in posts
    names = [] if everywhere else [named[pk] for pk in posts if pk is not None and pk in named]
    return bool(posts), listed(dict.fromkeys(names))


def admin_person(request: HttpRequest, person: int) -> HttpResponse:
    """One person: account, posts from–to, delegations both ways."""
    agency = person_of(request).agency
    found = get_object_or_404(Person, pk=person, agency=agency)
    today = clock.today()
    posts = Post.objects.filter(person=found).select_related("division").order_by("-first_day")
    lent = Delegation.objects.filter(post__person=found) | Delegation.objects.filter(to=found)
    return render(
        request,
        "desk/admin_person.html",
        {
            "found": found,
            "state": _sign_in_state(found),
            "link_for": waits_for_link(found, person_of(request)),
            "posts": [
                (p, post_name(p), p.last_day is not None and p.last_day < today) for p in posts
            ],
            "delegations": [
                (d, post_name(d.post), d.last_day < today)
                for d in lent.select_related("post__person", "post__division", "to").order_by("-pk")
            ],
            "kinds": [
                (k.key, in_language(k.zh, k.en))
                for k in KINDS.values()
                if k.of == "person" and k.key not in _senseless(found)
            ],
        },
    )


def admin_change(request: HttpRequest, key: str) -> HttpResponse:
    """The form that proposes a change; a refusal keeps what was typed."""
    kind, agency = _kind(key), person_of(request).agency
    subject = subject_of(kind, agency, whole(request.GET, "of")) if kind.of else None
    if kind.of and subject is None:
        raise Http404(key)
    form = change_form(kind, agency, subject, data=request.POST or None)
    form.initial.update({a.name: request.GET[a.name] for a in kind.asks if a.name in request.GET})
    if request.method == "POST" and form.is_valid():
        values = answers(form, kind) | ({kind.of: str(subject.pk)} if subject else {})
        try:
            reason = form.cleaned_data["reason"]
            done = once(request, lambda: _proposed(request, kind, values, reason))
            messages.success(request, _("Proposed. It takes effect when another person approves."))
            return redirect(done)
        except KernelError as error:
            tell(request, error)
    return render(
        request,
        "desk/admin_change.html",
        {
            "form": form,
            "heading": in_language(kind.zh, kind.en),
            "about": _about(subject),
            "deciders": listed(in_language(*ROLE_NAMES[r]) for r in approvers(agency)),
            "key": new_key(),
        },
        status=200 if request.method == "GET" else 422,
    )


@require_POST
def admin_decide(request: HttpRequest, change: int, verb: str) -> HttpResponse:
    """Puts a proposed change in effect, or declines it with a reason."""
    person = person_of(request)
    row = get_object_or_404(OrganisationChange, pk=change, agency=person.agency)
    try:
        if verb == "approve":
            approve(row, _kind(row.kind), by=person)
            messages.success(request, _("In effect."))
        elif verb == "decline":
            decline(row, by=person, reason=request.POST.get("reason", ""))
            messages.success(request, _("Declined."))
        else:
            raise Http404(verb)
    except KernelError as error:
        tell(request, error)
    return redirect("desk:admin")


def _affiliated(agency: Agency) -> QuerySet[Agency]:
    return Agency.objects.filter(parent=agency, affiliated=True).order_by("pk")


def _institution(agency: Agency, by: Person) -> dict[str, object]:
    """An affiliated institution with its size and its administrators, who may lack a password."""
    posts = Post.objects.filter(person__agency=agency, role=Role.ADMINISTRATOR, last_day=None)
    people = [p.person for p in posts.select_related("person").order_by("pk")]
    decides = bool(roles(by) & set(approvers(by.agency)))
    return {
        "agency": agency,
        "divisions": agency.divisions.count(),
        "people": Person.objects.filter(agency=agency).count(),
        "administrators": [(p, decides and not p.has_usable_password()) for p in people],
    }


def _kind(key: str) -> Kind:
    if key not in KINDS:
        raise Http404(key)
    return KINDS[key]


def _proposed(request: HttpRequest, kind: Kind, values: dict[str, str], reason: str) -> str:
    person = person_of(request)
    propose(person.agency, kind, values, by=person, reason=reason)
    return reverse("desk:admin")


def _shown(change: OrganisationChange, person: Person) -> Waiting:
    kind = KINDS[change.kind]
    held = roles(person)
    return Waiting(
        change,
        in_language(change.told_zh, change.told_en),
        in_language(kind.zh, kind.en),
        change.proposed_by_id == person.pk,
        change.proposed_by_id != person.pk and bool(held & set(approvers(change.agency))),
    )


def _names(held: Iterable[Held]) -> str:
    return listed(in_language(*ROLE_NAMES[role]) for role in dict.fromkeys(h.role for h in held))


def _sign_in_state(person: Person) -> str:
    if not person.is_active:
        return _("suspended")
    return _("can sign in") if person.has_usable_password() else _("no password yet")


def _senseless(person: Person) -> set[str]:
    """The changes that would change nothing."""
    found = {"resume" if person.is_active else "suspend"}
    return found if person.has_usable_password() else found | {"reset_password"}


def _about(subject: object) -> str:
    if isinstance(subject, Post):
        return f"{subject.person.name} · {post_name(subject)}"
    if isinstance(subject, Delegation):
        return f"{subject.to.name} · {post_name(subject.post)}"
    return str(subject) if subject else ""
