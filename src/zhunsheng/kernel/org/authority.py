"""Who may record, confirm, correct and void: the kernel's own rights, by post and delegation."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.models import Division, Person, Post
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import ATTESTABLE, ROLE_NAMES, Role

#: Keep records in the divisions their post names.
KEEPERS = frozenset({Role.RECORDER, Role.DIVISION_HEAD, Role.LEGAL_OFFICER, Role.OFFICE})
#: Posts whose rights end at their division, where they name one.
OF_A_DIVISION = frozenset({Role.RECORDER, Role.DIVISION_HEAD, Role.DEPUTY_HEAD})


def may_record(person: Person, division: Division, on: date) -> bool:
    """Whether the person keeps the records of the division on the day."""
    return person.agency_id == division.agency_id and any(
        held.role in KEEPERS and held.division_id in (None, division.pk)
        for held in roles_of(person, on)
    )


def may_confirm(person: Person, division: Division, on: date, *, recorded_by_id: int) -> bool:
    """Whether the person may be the second one: the division's head, else the legal officer.

    Another division's head may stand in where the division's only head made the record.
    """
    if person.pk == recorded_by_id or person.agency_id != division.agency_id:
        return False
    held = roles_of(person, on)
    if any(h.role == Role.LEGAL_OFFICER for h in held):
        return True
    heads = [h for h in held if h.role == Role.DIVISION_HEAD]
    if any(h.division_id in (None, division.pk) for h in heads):
        return True
    return bool(heads) and not heads_of(division, on).exclude(person_id=recorded_by_id).exists()


def roles_towards(person: Person, division: Division, on: date) -> frozenset[Role]:
    """The roles the person may use on a record of the division: a recorder's, a head's and a
    deputy head's post reaches its own division, where it names one.

    Where a division has no head, another division's stands in.
    """
    if not _of_organisation(person, division):
        return frozenset()
    held = roles_of(person, on)
    found = {
        h.role for h in held if h.role not in OF_A_DIVISION or h.division_id in (None, division.pk)
    }
    stands_in = any(h.role == Role.DIVISION_HEAD for h in held)
    if stands_in and not heads_of(division, on).exists():
        found.add(Role.DIVISION_HEAD)
    return frozenset(found)


def heads_of(division: Division, on: date) -> QuerySet[Post, Any]:
    """The posts of the division's heads on the day."""
    posts = division.posts.filter(role=Role.DIVISION_HEAD, first_day__lte=on)
    return posts.exclude(last_day__lt=on)


def _of_organisation(person: Person, division: Division) -> bool:
    own = person.agency_id == division.agency_id
    return own or (division.agency.affiliated and division.agency.parent_id == person.agency_id)


def require_record(person: Person, division: Division, on: date) -> None:
    """Errors: NotAllowedError unless the person keeps this division's records."""
    if not may_record(person, division, on):
        raise NotAllowedError(
            f"{person.name}不是{division.name}的填报人员，不能填报该科室的台账；请由该科室办理。",
            f"{person.name} does not keep the records of {division.name}; ask that division.",
        )


def writes(person: Person, division: Division, on: date, writers: tuple[Role, ...]) -> bool:
    """Whether the person enters rows of their own there, though they keep no division's records."""
    return person.agency_id == division.agency_id and any(
        held.role in writers for held in roles_of(person, on)
    )


def require_role(
    person: Person, roles: tuple[Role, ...], on: date, *, doing: tuple[str, str]
) -> Role:
    """The role of `roles` the person holds on the day.

    Errors: NotAllowedError naming the roles that may.
    """
    held = {h.role for h in roles_of(person, on)}
    for role in roles:
        if role in held:
            return role
    zh = "、".join(ROLE_NAMES[r][0] for r in roles)
    en = " or ".join(ROLE_NAMES[r][1] for r in roles)
    raise NotAllowedError(
        f"“{doing[0]}”应由{zh}办理，{person.name}在{on.isoformat()}没有这一职责。",
        f"'{doing[1]}' is for the {en}; {person.name} held no such post on {on.isoformat()}.",
    )


def attestable(role: Role) -> bool:
    """Whether an act of this role may be entered by somebody else from signed paper."""
    return role in ATTESTABLE
