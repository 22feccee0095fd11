"""Who may take a step, on what papers, and apart from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.authority import (
    KEEPERS,
    attestable,
    heads_of,
    require_role,
    roles_towards,
)
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.rights import roles_of
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.procedure.errors import StepImpossibleError
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.procedure.table import Transition
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry

if TYPE_CHECKING:
    from zhunsheng.kernel.procedure.perform import Taking


def require_actor(record: Record, transition: Transition, taking: Taking) -> None:
    """Errors: NotAllowedError unless who acted held the role then, towards the record's division,
    and who entered it may."""
    doing = (transition.zh, transition.en)
    require_role(taking.by, transition.actors, taking.on, doing=doing)
    role = _towards(record, transition, taking)
    if taking.attested_by is None or taking.attested_by.pk == taking.by.pk:
        return
    require_role(
        taking.attested_by, tuple(sorted(KEEPERS)), clock.today(), doing=("代为登记", "enter")
    )
    if not attestable(role) and not taking.already_taken:
        raise NotAllowedError(
            f"“{transition.zh}”须由{taking.by.name}本人办理，不能由他人代为登记。",
            f"{taking.by.name} must take '{transition.en}' in person.",
        )


def _towards(record: Record, transition: Transition, taking: Taking) -> Role:
    """The role used: the right post in the wrong division is none."""
    usable = roles_towards(taking.by, record.division, taking.on)
    if transition.not_same_as and _only_head_is_barred(record, transition, taking):
        usable |= {h.role for h in roles_of(taking.by, taking.on) if h.role == Role.DIVISION_HEAD}
    for role in transition.actors:
        if role in usable:
            return role
    raise NotAllowedError(
        f"“{record.title}”属于{record.division.name}，{taking.by.name}的职责不及该科室，"
        f"不能办理“{transition.zh}”；请由该科室的人员或者其分管领导办理。",
        f"'{record.title}' belongs to {record.division.name}, which the post of"
        f" {taking.by.name} does not reach; '{transition.en}' is for that division's people or"
        " the deputy head in charge of it.",
    )


def _only_head_is_barred(record: Record, transition: Transition, taking: Taking) -> bool:
    """In a division with one head who took the step before, another division's head stands in."""
    heads = heads_of(record.division, taking.on).values_list("person_id", flat=True)
    return set(heads) <= _apart_from(record, transition)


def require_one_asked(record: Record, transition: Transition, taking: Taking) -> None:
    """Errors: NotAllowedError for an adviser whom this row did not ask."""
    register = registry().find(type(record))
    held = {h.role for h in roles_of(taking.by, taking.on)}
    if register is None or not register.asked or Role.LEGAL_ADVISER not in transition.actors:
        return
    if any(role in held for role in transition.actors if role != Role.LEGAL_ADVISER):
        return
    if getattr(record, f"{register.asked}_id") not in (None, taking.by.pk):
        raise NotAllowedError(
            f"“{record.title}”征询的不是{taking.by.name}，“{transition.zh}”应由被征询人办理。",
            f"'{record.title}' did not ask {taking.by.name}; '{transition.en}' is for"
            " whom it asked.",
        )


def require_papers(transition: Transition, taking: Taking) -> None:
    """Errors: StepImpossibleError for a date to come, or papers that are wanting."""
    if taking.on > clock.today():
        raise StepImpossibleError(
            f"“{transition.zh}”的日期{taking.on.isoformat()}在今天之后；只能登记已发生的步骤。",
            f"'{transition.en}' is dated {taking.on.isoformat()}, which is still to come.",
        )
    attested = taking.attested_by is not None and taking.attested_by.pk != taking.by.pk
    if attested and taking.evidence is None:
        raise StepImpossibleError(
            f"代{taking.by.name}登记“{transition.zh}”须附其签批件的扫描件。",
            f"entering '{transition.en}' for {taking.by.name} needs the scan of the signed paper.",
        )
    if taking.already_taken:
        _require_vouched(transition, taking)
    if taking.reasons:
        _require_legal_officer(taking.reasoned_by, ("说明理由", "state a reason"))


def _require_vouched(transition: Transition, taking: Taking) -> None:
    if taking.evidence is None:
        raise StepImpossibleError(
            f"补录已办步骤“{transition.zh}”须附注明日期的扫描件；没有扫描件的，按未办步骤办理。",
            f"entering '{transition.en}' as already taken needs a dated scan; without one it is a"
            " step still to be taken.",
        )
    _require_legal_officer(taking.confirmed_by, ("确认补录", "vouch for a late entry"))
    if taking.confirmed_by and taking.confirmed_by.pk in (
        taking.by.pk,
        taking.attested_by.pk if taking.attested_by else None,
    ):
        raise NotAllowedError(
            "补录须由办理人和登记人以外的法规科人员确认。",
            "a late entry is vouched for by a legal officer who neither acted nor entered it.",
        )


def _require_legal_officer(person: Person | None, doing: tuple[str, str]) -> None:
    if person is None:
        raise NotAllowedError(
            f"“{doing[0]}”须由法规科人员办理。", f"'{doing[1]}' is for a legal officer."
        )
    require_role(person, (Role.LEGAL_OFFICER,), clock.today(), doing=doing)


def require_apart(record: Record, transition: Transition, taking: Taking) -> None:
    """Errors: NotAllowedError when the actor also took a step it must be apart from."""
    if taking.by.pk in _apart_from(record, transition):
        raise NotAllowedError(
            f"{taking.by.name}已办理前一环节，“{transition.zh}”须由他人办理。",
            f"{taking.by.name} took the earlier step; somebody else must take '{transition.en}'.",
        )


def _apart_from(record: Record, transition: Transition) -> frozenset[int | None]:
    """Whoever recorded it, or last took a step this one is kept apart from."""
    people: set[int | None] = set()
    for other in transition.not_same_as:
        if other == "record":
            people.add(record.recorded_by_id)
            continue
        last = Step.objects.filter(item_id=record.pk, transition=other).order_by("-pk").first()
        if last is not None:
            people.add(last.by_id)
    return frozenset(people)
