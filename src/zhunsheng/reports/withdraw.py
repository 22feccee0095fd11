"""Withdrawing from public view: at once, with a reason and a tombstone; the edition stays."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.publish import is_public


def withdraw(edition: Edition, *, by: Person, reason: str) -> Visibility:
    """The tombstone. Errors: ReportError for an edition the public does not see."""
    doing = ("撤下", "withdraw")
    with refusing(edition.agency, "withdraw", by=by):
        require_role(by, (Role.OFFICE,), clock.today(), doing=doing)
        require_reason(reason, doing=doing)
        if not is_public(edition):
            raise ReportError("该报告目前没有公开。", "the edition is not public.")
        with acting(edition.agency, "withdraw", by=by, reason=reason) as act:
            act.details = {"edition": edition.digest}
            return Visibility.objects.create(
                edition=edition,
                public=False,
                reason=reason,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )
