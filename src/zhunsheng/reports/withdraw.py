"""Withdrawing from public view: at once, with a reason and a tombstone; the edition stays."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.life.due import owe_report
from zhunsheng.reports.life.leak import report_by
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.publish import is_public
from zhunsheng.reports.seen import visibility_changed


def withdraw(edition: Edition, *, by: Person, reason: str, leak: bool = False) -> Visibility:
    """The tombstone; with `leak` it says until when the leak must be reported.

    Errors: ReportError for an edition the public does not see; whatever keeps a copy elsewhere
    from being changed is raised after the withdrawal itself stands.
    """
    doing = ("撤下", "withdraw")
    with refusing(edition.agency, "withdraw", by=by):
        require_role(by, (Role.OFFICE,), clock.today(), doing=doing)
        require_reason(reason, doing=doing)
        if not is_public(edition):
            raise ReportError("该报告目前没有公开。", "the edition is not public.")
        with acting(edition.agency, "withdraw", by=by, reason=reason) as act:
            act.details = {"edition": edition.digest, "leak": leak}
            made = Visibility.objects.create(
                edition=edition,
                public=False,
                reason=reason,
                report_by=report_by(act.at) if leak else None,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )
            owe_report(act, made)
    visibility_changed(edition)
    return made
