"""Which regimes an agency uses, and the verb that takes up or leaves an optional one."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.one_page import asked_once
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.registry import Registry, registry
from zhunsheng.kernel.trail.refuse import refusing


def used_by(agency: Agency | int) -> Registry:
    """The regimes the agency (or the one with this key) uses."""
    optional = {key for key, regime in registry().regimes.items() if regime.optional}
    if not optional:
        return registry().taking(())
    if isinstance(agency, Agency):
        taken = asked_once(("regimes", agency.pk), lambda: agency.regimes)
    else:
        taken = asked_once(("regimes", agency), lambda: _regimes_of(agency))
    return registry().taking(taken or ())


def _regimes_of(agency: int) -> list[str] | None:
    return Agency.objects.filter(pk=agency).values_list("regimes", flat=True).first()


def take_up(agency: Agency, regime: str, *, by: Person, use: bool = True) -> None:
    """The optional regime used by the agency from now on, or (`use=False`) no longer.

    Errors: NotPossibleError where there is no such regime to choose; NotAllowedError unless a
    legal officer or an administrator does it. Rows already recorded stay.
    """
    with refusing(agency, "take_up", by=by):
        _require_optional(regime)
        require_role(
            by,
            (Role.LEGAL_OFFICER, Role.ADMINISTRATOR),
            clock.today(),
            doing=("启用制度", "take up a regime"),
        )
        with acting(agency, "take_up" if use else "leave", by=by) as act:
            chosen = set(Agency.objects.values_list("regimes", flat=True).get(pk=agency.pk))
            agency.regimes = sorted(chosen | {regime} if use else chosen - {regime})
            agency.save(update_fields=["regimes"])
            act.details["regime"] = regime


def _require_optional(key: str) -> None:
    found = {k: g for k, g in registry().regimes.items() if g.optional}
    if key in found:
        return
    known = "、".join(f"{g.zh}（{k}）" for k, g in found.items()) or "无"
    raise NotPossibleError(
        f"没有可选启用的制度“{key}”；可选：{known}。",
        f"there is no optional regime {key!r}; there are: {', '.join(found) or 'none'}.",
    )
