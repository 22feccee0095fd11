"""The signed-in person as the kernel knows them."""

from typing import cast

from django.db.models import QuerySet
from django.http import HttpRequest

from zhunsheng.kernel import clock
from zhunsheng.kernel.access.asked import asked_kinds
from zhunsheng.kernel.figure.closed import divisions_in
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.org.authority import KEEPERS, may_record
from zhunsheng.kernel.org.models import Division, Person, Post
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.regime import Register


def person_of(request: HttpRequest) -> Person:
    """The person; views behind the gate always have one."""
    return cast(Person, request.user)


def roles(person: Person) -> frozenset[Role]:
    """Every role the person holds today."""
    return frozenset(held.role for held in roles_of(person, clock.today()))


def shown_registers(person: Person) -> frozenset[str] | None:
    """The registers an adviser is shown; None for whoever sees more than they were asked on."""
    held = roles(person)
    if held - {Role.LEGAL_ADVISER}:
        return None
    if not held:
        return frozenset()
    return asked_once(("asked kinds", person.pk), lambda: asked_kinds(person))


def holders(person: Person, *wanted: Role) -> QuerySet[Person]:
    """The people of the person's agency who hold one of the roles today."""
    today = clock.today()
    posts = Post.objects.filter(role__in=wanted, first_day__lte=today).exclude(last_day__lt=today)
    return Person.objects.filter(agency=person.agency, pk__in=posts.values("person_id"))


def divisions_of(person: Person) -> list[Division]:
    """The divisions of the person's agency."""
    return divisions_in((person.agency_id,))


def may_enter(register: Register, person: Person) -> bool:
    """Whether the person enters rows there: they keep records, or write in that register."""
    return bool(roles(person) & (KEEPERS | set(register.written_by)))


def divisions_kept(person: Person) -> list[Division]:
    """The divisions whose records the person keeps, those of their own posts first."""
    today = clock.today()
    own = {held.division_id for held in roles_of(person, today)}
    kept = [d for d in divisions_of(person) if may_record(person, d, today)]
    return sorted(kept, key=lambda division: division.pk not in own)
