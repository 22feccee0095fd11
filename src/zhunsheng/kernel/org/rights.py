"""Which roles a person holds on a day, in which division, by post or by delegation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Value

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
    return asked_once(("roles", person.pk, on), lambda: roles_of_all([person], on)[person.pk])


def roles_of_all(people: Iterable[Person], on: date) -> dict[int, tuple[Held, ...]]:
    """The same of several people in one question, by their keys."""
    keys = [person.pk for person in people]
    own = Post.objects.filter(_within(on), person__in=keys).values_list(
        Value(0), "pk", "person_id", "role", "division_id", "person_id"
    )
    lent = Delegation.objects.filter(
        _within(on, of="post__"), first_day__lte=on, last_day__gte=on, to__in=keys
    ).values_list("pk", "post_id", "to_id", "post__role", "post__division_id", "post__person_id")
    found: dict[int, tuple[Held, ...]] = dict.fromkeys(keys, ())
    for _, _, holder, role, division, whose in sorted(own.union(lent, all=True)):
        found[holder] = (*found[holder], Held(Role(role), division, whose))
    return found


def _within(on: date, of: str = "") -> Q:
    begun, unended = Q(**{f"{of}first_day__lte": on}), Q(**{f"{of}last_day__isnull": True})
    return begun & (unended | Q(**{f"{of}last_day__gte": on}))


def holds(person: Person, role: Role, *, on: date, division_id: int | None = None) -> bool:
    """Whether the person holds the role on the day, for that division where one is named."""
    return any(
        held.role == role
        and (division_id is None or held.division_id is None or held.division_id == division_id)
        for held in roles_of(person, on)
    )
