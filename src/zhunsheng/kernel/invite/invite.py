"""Making and revoking an invitation; the address is told once, to who made it."""

import secrets
from datetime import date, timedelta

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.errors import InvalidError, NotPossibleError
from zhunsheng.kernel.invite.models import Invitation, State
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.trail.refuse import refusing

#: Days an address may live.
LONGEST = 60
_BYTES = 32


def digest_of(token: str) -> str:
    """What is kept of an address: nobody makes the address out of it again."""
    return sm3(token.encode())


def can_invite(register: Register) -> bool:
    """Whether a row of the register can be filled in alone: no line, no occasion, no reference
    that must be chosen among rows the outsider may not see."""
    if register.parent or register.of is Occasion:
        return False
    fields = (column(register.of, name) for name in register.columns if name != "division")
    return not any(f.many_to_one and not f.null for f in fields)


def invite(
    register: Register, division: Division, *, sent_to: str, last_day: date, by: Person
) -> tuple[Invitation, str]:
    """(the stored invitation, its token, which is nowhere kept).

    Errors: NotAllowedError for who does not keep the division's records; InvalidError;
    NotPossibleError for a register whose rows cannot be filled in alone.
    """
    with refusing(division.agency, "invite", by=by):
        require_record(by, division, clock.today())
        if not can_invite(register):
            raise NotPossibleError(
                f"“{register.zh}”的记录须与其他记录一并登记，不能单独发送填报链接。",
                f"rows of '{register.en}' hang on others and cannot be filled in alone.",
            )
        _require_term(last_day)
        token = secrets.token_urlsafe(_BYTES)
        with acting(division.agency, "invite", by=by) as act:
            made = Invitation.objects.create(
                agency=division.agency,
                division=division,
                register=register.kind,
                digest=digest_of(token),
                sent_to=sent_to.strip()[:120],
                last_day=last_day,
                made_by=by,
                made_at=act.at,
            )
            act.details = {
                "invitation": made.pk,
                "last_day": last_day.isoformat(),
                "register": register.kind,
                "sent_to": made.sent_to,
            }
    return made, token


def revoke(invitation: Invitation, *, by: Person) -> Invitation:
    """The invitation, whose address opens nothing any more."""
    with refusing(invitation.agency, "revoke_invitation", by=by):
        require_record(by, invitation.division, clock.today())
        with acting(invitation.agency, "revoke_invitation", by=by) as act:
            invitation.refresh_from_db()
            if invitation.state(clock.today()) in (State.USED, State.REVOKED):
                raise NotPossibleError(
                    "该链接已经填写或者已经撤销；请刷新页面查看。",
                    "the link was used or revoked already; reload the page.",
                )
            invitation.revoked_at = act.at
            invitation.save(update_fields=["revoked_at"])
            act.details = {"invitation": invitation.pk, "sent_to": invitation.sent_to}
    return invitation


def _require_term(last_day: date) -> None:
    today = clock.today()
    if not today <= last_day <= today + timedelta(days=LONGEST):
        raise InvalidError(
            (
                (
                    "截止日期",
                    f"须在今天起{LONGEST}天以内。",
                    f"must lie within {LONGEST} days from today.",
                ),
            )
        )
