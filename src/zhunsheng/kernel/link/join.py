"""Linking: one item is put in a role for another."""

from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.link.offer import ROLES
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import Act, acting, kind_of
from zhunsheng.kernel.record.models import Record, Standing


def link(source: Record, role: str, target: Record, *, by: Person) -> Link:
    """The stored link: `source` plays `role` for `target`."""
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
    """Whether a record that is not voided and still meets its offer plays the role."""
    from zhunsheng.kernel.registry import registry

    players = Link.objects.filter(role=role, target_id=target.pk).values("source_id")
    return any(
        offer.of._default_manager.filter(offer.when, pk__in=players)
        .exclude(standing=Standing.VOIDED)
        .exists()
        for offer in registry().offers(role)
    )


def _check(source: Record, role: str) -> None:
    from zhunsheng.kernel.registry import registry

    if role not in ROLES:
        raise NotPossibleError(
            f"没有“{role}”这种关联；请从关联种类表中选择。",
            f"there is no link role {role!r}; choose one of the kernel's list.",
        )
    offers = [o for o in registry().offers(role) if isinstance(source, o.of)]
    if not any(o.of._default_manager.filter(o.when, pk=source.pk).exists() for o in offers):
        raise NotPossibleError(
            f"{kind_of(source)}“{source.title}”尚不具备作为“{ROLES[role][0]}”的条件。",
            f"{kind_of(source)} '{source.title}' does not meet the condition of {role!r} yet.",
        )
