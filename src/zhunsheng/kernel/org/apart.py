"""What keeps administration apart: from business, within itself, and never down to one person."""

from datetime import date

from django.db.models import Q

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.org.models import Agency, Person, Post, Profile
from zhunsheng.kernel.org.roles import ADMINISTRATORS, ROLE_NAMES, Role


def require_apart(person: Person, role: Role, first: date, last: date | None) -> None:
    """Errors: NotPossibleError where the post would mix administration with another right."""
    within = Q(last_day__isnull=True) | Q(last_day__gte=first)
    if last is not None:
        within &= Q(first_day__lte=last)
    lent = Q(delegations__to=person) & (Q(delegations__last_day__gte=first))
    own = Q(person=person) & within
    held = {Role(r) for r in Post.objects.filter(own | lent).values_list("role", flat=True)}
    for other in sorted(held - {role}):
        if {role, other} & ADMINISTRATORS:
            raise NotPossibleError(
                f"{person.name}同期担任{ROLE_NAMES[other][0]}，不能再任{ROLE_NAMES[role][0]}："
                "管理人员不办业务，各类管理人员不得兼任。",
                f"{person.name} is {ROLE_NAMES[other][1]} at that time and cannot be"
                f" {ROLE_NAMES[role][1]} too: administration is kept apart.",
            )


def require_two_administrators(agency: Agency) -> None:
    """Errors: NotPossibleError where nobody would be left to propose, or to decide, a change."""
    today = clock.today()
    posts = Post.objects.filter(person__agency=agency, person__is_active=True)
    posts = posts.filter(Q(last_day__isnull=True) | Q(last_day__gt=today), first_day__lte=today)

    def holders(role: Role) -> int:
        return posts.filter(role=role).values("person").distinct().count()

    if agency.profile == Profile.CITY:
        lacking = [r for r in sorted(ADMINISTRATORS) if holders(r) < 1]
        names = "、".join(ROLE_NAMES[r][0] for r in lacking)
        said = f"{names}将无人担任" if lacking else ""
        said_en = f"there would be no {' or '.join(ROLE_NAMES[r][1] for r in lacking)}"
    else:
        few = holders(Role.ADMINISTRATOR) < 2
        said = "系统管理员将不足两人" if few else ""
        said_en = "there would be fewer than two administrators"
    if said:
        raise NotPossibleError(
            f"{said}，以后的变更将无人提出或者审核；请先补充人员。",
            f"{said_en}, and nobody to propose or decide what comes next; appoint one first.",
        )
