"""Changing the organisation: one administrator proposes with a reason, another decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Agency, OrganisationChange, Outcome, Person, Profile
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing

Values = Mapping[str, str]


class Ask(StrEnum):
    """What kind of answer a question of a change wants."""

    TEXT = "text"
    MAIL = "mail"
    DAY = "day"
    ROLE = "role"
    DIVISION = "division"
    PERSON = "person"
    DIVISION_KIND = "division_kind"
    PROFILE = "profile"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a change's form."""

    name: str
    zh: str
    en: str
    ask: Ask = Ask.TEXT
    required: bool = True
    most: int = 60


@dataclass(frozen=True, slots=True)
class Told:
    """What a change does, as a sentence; `concerns` is whose rights it touches, 0 for nobody's."""

    zh: str
    en: str
    concerns: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change. `of` names the value that says what is changed: "person", "post" or "".

    `apply` checks and writes; proposing runs it too, and takes it back. To it the proposal's
    `reason` is one of the values.
    """

    key: str
    zh: str
    en: str
    asks: tuple[Asked, ...]
    apply: Callable[[Agency, Values], Told]
    of: str = ""


def propose(
    agency: Agency, kind: Kind, values: Values, *, by: Person, reason: str
) -> OrganisationChange:
    """The stored proposal; nothing has changed yet.

    Errors: NotAllowedError for who is no administrator here; what `kind.apply` refuses.
    """
    doing = (kind.zh, kind.en)
    with refusing(agency, "propose_change", by=by):
        _require(agency, by, (Role.ADMINISTRATOR,), doing)
        require_reason(reason, doing=doing)
        with acting(agency, "propose_change", by=by, reason=reason) as act:
            told = _tried(agency, kind, {**values, "reason": reason})
            change = OrganisationChange.objects.create(
                agency=agency,
                kind=kind.key,
                values=dict(values),
                told_zh=told.zh[:300],
                told_en=told.en[:300],
                reason=reason,
                proposed_by=by,
                proposed_at=act.at,
            )
            act.details = _details(change)
    return change


def approve(change: OrganisationChange, kind: Kind, *, by: Person) -> OrganisationChange:
    """The change, in effect from now on.

    Errors: NotAllowedError for the proposer and for whom it concerns; NotPossibleError where it
    was decided, or what it rests on is no more.
    """
    with refusing(change.agency, "approve_change", by=by):
        _require(change.agency, by, approvers(change.agency), (f"审核{kind.zh}", "approve"))
        if by.pk == change.proposed_by_id:
            raise NotAllowedError(
                f"“{change.told_zh}”由{by.name}提出，须由另一名管理人员审核。",
                f"{by.name} proposed '{change.told_en}'; another administrator decides on it.",
            )
        with acting(change.agency, "approve_change", by=by, reason=change.reason) as act:
            _require_waiting(change)
            told = kind.apply(change.agency, {**change.values, "reason": change.reason})
            if told.concerns == by.pk:
                raise NotAllowedError(
                    f"“{change.told_zh}”涉及{by.name}本人，须由另一名管理人员审核。",
                    f"'{change.told_en}' concerns {by.name}; another administrator decides on it.",
                )
            _decide(change, Outcome.DONE, by, act.at)
            act.details = _details(change)
    return change


def decline(change: OrganisationChange, *, by: Person, reason: str) -> OrganisationChange:
    """The change, declined; its proposer may so withdraw it."""
    doing = ("不同意", "decline")
    with refusing(change.agency, "decline_change", by=by):
        may = tuple({Role.ADMINISTRATOR, *approvers(change.agency)})
        _require(change.agency, by, may, doing)
        require_reason(reason, doing=doing)
        with acting(change.agency, "decline_change", by=by, reason=reason) as act:
            _require_waiting(change)
            change.declined_for = reason
            _decide(change, Outcome.DECLINED, by, act.at)
            act.details = _details(change)
    return change


def approvers(agency: Agency) -> tuple[Role, ...]:
    """Who decides on what a system administrator proposed."""
    apart = agency.profile == Profile.CITY
    return (Role.SECURITY_ADMINISTRATOR if apart else Role.ADMINISTRATOR,)


def _require(agency: Agency, by: Person, roles: tuple[Role, ...], doing: tuple[str, str]) -> None:
    if by.agency_id != agency.pk:
        raise NotAllowedError(
            f"{by.name}不是{agency.name}的管理人员。", f"{by.name} does not administer this agency."
        )
    require_role(by, roles, clock.today(), doing=doing)


def _tried(agency: Agency, kind: Kind, values: Values) -> Told:
    """What the change would do: done and taken back, so that nothing impossible is proposed."""
    agency.refresh_from_db()
    try:
        with transaction.atomic():
            told = kind.apply(agency, values)
            transaction.set_rollback(True)
    finally:
        agency.refresh_from_db()  # its fields too are as they were
    return told


def _require_waiting(change: OrganisationChange) -> None:
    change.refresh_from_db()
    if change.outcome != Outcome.WAITING:
        raise NotPossibleError(
            f"“{change.told_zh}”已经办理；请刷新页面查看结果。",
            f"'{change.told_en}' was decided already; reload the page.",
        )


def _decide(change: OrganisationChange, outcome: Outcome, by: Person, at: datetime) -> None:
    change.outcome = outcome
    change.decided_by = by
    change.decided_at = at
    change.save(update_fields=["outcome", "decided_by", "decided_at", "declined_for"])


def _details(change: OrganisationChange) -> dict[str, object]:
    return {
        "change": change.pk,
        "kind": change.kind,
        "told_en": change.told_en,
        "told_zh": change.told_zh,
        "values": change.values,
    }
