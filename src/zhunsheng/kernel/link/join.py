"""Linking: one item is put in a role for another."""

from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.link.faults import ANSWERS_PROBLEM, at_fault
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.link.offer import ROLES
from zhunsheng.kernel.org.authority import may_record
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import Act, acting, kind_of
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.trail.refuse import refusing


def link(source: Record, role: str, target: Record, *, by: Person) -> Link:
    """The stored link: `source` plays `role` for `target`.

    Errors: NotAllowedError for who neither keeps the target's records nor is the legal officer;
    NotPossibleError for a role that nobody offers, or whose offer the source does not meet.
    """
    with refusing(target.agency, "link", by=by):
        _require_may_link(by, source, target)
        _check(source, role)
        with acting(target.agency, "link", by=by) as act:
            act.details = {"role": role, "source": source.pk, "target": target.pk}
            return put_in_role(act, source, role, target)


def put_in_role(act: Act, source: Record, role: str, target: Record) -> Link:
    """The link, written inside an open action."""
    made, _ = Link.objects.get_or_create(
        role=role,
        source_id=source.pk,
        target_id=target.pk,
        defaults={"by": act.by, "entry": act.place.sequence},
    )
    return made


def has_role(target: Record, role: str) -> bool:
    """Whether a record that is not voided and still meets its offer plays the role.

    For a problem that is also one with an irregularity or an overdue duty, offered or not.
    """
    from zhunsheng.kernel.registry import registry

    players = Link.objects.filter(role=role, target_id=target.pk).values("source_id")
    if role == ANSWERS_PROBLEM and at_fault(
        players.values_list("source_id", flat=True), clock.today()
    ):
        return True
    return any(
        offer.of._default_manager.filter(offer.when, pk__in=players)
        .exclude(standing=Standing.VOIDED)
        .exists()
        for offer in registry().offers(role)
    )


def may_link(by: Person, target: Record, today: date) -> bool:
    """Whether the person may put something in a role for the record."""
    if any(h.role == Role.LEGAL_OFFICER for h in roles_of(by, today)):
        return by.agency_id == target.agency_id
    return may_record(by, target.division, today)


def _require_may_link(by: Person, source: Record, target: Record) -> None:
    allowed = may_link(by, target, clock.today()) and source.agency_id == target.agency_id
    if not allowed:
        raise NotAllowedError(
            f"{by.name}不能为“{target.title}”建立关联；请由该科室或法规科办理。",
            f"{by.name} cannot link anything to '{target.title}'; its division or the legal"
            " officer can.",
        )


def _check(source: Record, role: str) -> None:
    from zhunsheng.kernel.registry import registry

    if role not in ROLES:
        raise NotPossibleError(
            f"没有“{role}”这种关联；请从关联种类表中选择。",
            f"there is no link role {role!r}; choose one of the kernel's list.",
        )
    offers = [o for o in registry().offers(role) if isinstance(source, o.of)]
    if role == ANSWERS_PROBLEM and at_fault((source.pk,), clock.today()):
        return
    if not any(o.of._default_manager.filter(o.when, pk=source.pk).exists() for o in offers):
        raise NotPossibleError(
            f"{kind_of(source)}“{source.title}”尚不具备作为“{ROLES[role][0]}”的条件。",
            f"{kind_of(source)} '{source.title}' does not meet the condition of {role!r} yet.",
        )
