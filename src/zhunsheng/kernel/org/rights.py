"""Which roles a person holds on a day, in which division, by post or by delegation."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.org.models import Delegation, Person, Post
from zhunsheng.kernel.org.roles import Role


@dataclass(frozen=True, slots=True)
class Held:
    """A role held: `division_id` None means the whole agency; `for_id` whose post it is."""

    role: Role
    division_id: int | None
    for_id: int


def roles_of(person: Person, on: date) -> tuple[Held, ...]:
    """Every role of the person on the day, own posts before delegated ones."""
    return asked_once(("roles", person.pk, on), lambda: _roles_of(person, on))


def _roles_of(person: Person, on: date) -> tuple[Held, ...]:
    within = Q(first_day__lte=on) & (Q(last_day__isnull=True) | Q(last_day__gte=on))
    own = Post.objects.filter(within, person=person).order_by("pk")
    lent = Delegation.objects.filter(first_day__lte=on, last_day__gte=on, to=person).select_related(
        "post"
    )
    return tuple(
        [Held(Role(p.role), p.division_id, person.pk) for p in own]
        + [
            Held(Role(d.post.role), d.post.division_id, d.post.person_id)
            for d in lent
            if d.post.held_on(on)
        ]
    )


def holds(person: Person, role: Role, *, on: date, division_id: int | None = None) -> bool:
    """Whether the person holds the role on the day, for that division where one is named."""
    return any(
        held.role == role
        and (division_id is None or held.division_id is None or held.division_id == division_id)
        for held in roles_of(person, on)
    )
