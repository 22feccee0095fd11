"""Publishing: an edition goes before the public after secrecy and privacy review."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Edition, Visibility


def publish(edition: Edition, *, by: Person, reviewed_by: Person, note: str) -> Visibility:
    """The edition, public.

    Errors: NotAllowedError where reviewer and publisher are one; ReportError for an edition the
    public sees already.
    """
    doing = ("公开", "publish")
    with refusing(edition.agency, "publish", by=by):
        require_role(by, (Role.OFFICE,), clock.today(), doing=doing)
        reviewers = (Role.LEGAL_OFFICER, Role.DEPUTY_HEAD, Role.DIVISION_HEAD)
        require_role(
            reviewed_by,
            reviewers,
            clock.today(),
            doing=("公开前保密审查", "review before publishing"),
        )
        if reviewed_by.pk == by.pk:
            raise NotAllowedError(
                "保密审查须由公开办理人以外的人员作出。",
                "somebody other than the publisher reviews for secrecy.",
            )
        if is_public(edition):
            raise ReportError(
                "该报告已经公开；如需重新公开，请先撤下。",
                "the edition is public already; withdraw it before publishing it anew.",
            )
        with acting(edition.agency, "publish", by=by) as act:
            act.details = {"edition": edition.digest, "reviewed_by": reviewed_by.username}
            return Visibility.objects.create(
                edition=edition,
                public=True,
                reason=note,
                reviewed_by=reviewed_by,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )


def visibility_of(edition: Edition) -> Visibility | None:
    """The newest word on whether the public sees the edition; None while it never did."""
    return edition.visibilities.order_by("-pk").first()


def is_public(edition: Edition) -> bool:
    """Whether the public sees the edition now."""
    newest = visibility_of(edition)
    return newest is not None and newest.public
