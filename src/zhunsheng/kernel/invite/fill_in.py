"""Filling in by an address: one row, once, waiting for confirmation as any other."""

from collections.abc import Mapping, Sequence

from django.db.models import F

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.evidence.attach import put_beside
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.invite.invite import digest_of
from zhunsheng.kernel.invite.models import Invitation, State
from zhunsheng.kernel.org.authority import may_record
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.draft import put
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.validate import require_no_steps
from zhunsheng.kernel.registry import registry


class InvitationClosedError(KernelError):
    """The address was used, revoked, locked, or its day or its maker's post is over."""

    code = "INVITATION_CLOSED"


def invitation_of(token: str) -> Invitation | None:
    """The invitation of the address; None for an address nobody made."""
    rows = Invitation.objects.select_related("agency", "division", "made_by")
    return rows.filter(digest=digest_of(token)).first()


def require_open(invitation: Invitation) -> None:
    """Errors: InvitationClosedError saying why the address opens nothing."""
    today = clock.today()
    state = invitation.state(today)
    maker = invitation.made_by
    if state == State.OPEN and maker.is_active and may_record(maker, invitation.division, today):
        return
    why = {
        State.USED: ("已经填写过", "was used already"),
        State.REVOKED: ("已被发出人撤销", "was revoked"),
        State.LOCKED: ("因多次填写有误已被锁定", "was locked after too many faulty forms"),
        State.EXPIRED: ("已过截止日期", "has expired"),
        State.OPEN: ("的发出人已不负责该科室填报", "was made by somebody who has left that post"),
    }
    zh, en = why[state]
    raise InvitationClosedError(
        f"该链接{zh}，不能再填写；如需补充，请联系发出人。",
        f"this link {en} and takes nothing more; ask whoever sent it.",
    )


def fill_in(
    invitation: Invitation,
    values: Mapping[str, object],
    *,
    filled_by: str,
    papers: Sequence[File] = (),
) -> Record:
    """The row, recorded by who made the link and submitted; its history says who filled it in.

    `papers` are stored files that lie beside it. Errors: InvitationClosedError; InvalidError,
    which counts as a try.
    """
    model = registry().model(invitation.register)
    maker = invitation.made_by
    reason = f"由{filled_by}凭{maker.name}发出的一次性链接填写（发往：{invitation.sent_to}）"
    require_no_steps(model, values)
    with acting(invitation.agency, "fill_in", by=maker, reason=reason) as act:
        # Read again behind the lock of the chain: the same address sent twice at once acts once.
        invitation.refresh_from_db()
        require_open(invitation)
        row = put(act, model, values, division=invitation.division, standing=Standing.SUBMITTED)
        invitation.used_at, invitation.filled_by, invitation.item = act.at, filled_by, row.item
        invitation.save(update_fields=["used_at", "filled_by", "item"])
        for paper in papers:
            put_beside(act, row, paper, kind="paper")
        act.details = {"filled_by": filled_by, "invitation": invitation.pk}
        act.details |= {"files": [paper.digest for paper in papers]} if papers else {}
    return row


def count_try(invitation: Invitation) -> None:
    """One faulty form more: an address that is only tried out locks."""
    Invitation.objects.filter(pk=invitation.pk).update(tries=F("tries") + 1)
