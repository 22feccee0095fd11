"""The signed-in person as the kernel knows them."""

from typing import cast

from django.http import HttpRequest

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import Role


def person_of(request: HttpRequest) -> Person:
    """The person; views behind the gate always have one."""
    return cast(Person, request.user)


def roles(person: Person) -> frozenset[Role]:
    """Every role the person holds today."""
    return frozenset(held.role for held in roles_of(person, clock.today()))


def divisions_kept(person: Person) -> list[Division]:
    """The divisions whose records the person keeps."""
    from zhunsheng.kernel.org.authority import may_record

    today = clock.today()
    return [d for d in person.agency.divisions.all() if may_record(person, d, today)]
