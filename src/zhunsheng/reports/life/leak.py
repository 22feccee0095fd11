"""A leak found: the withdrawal starts 24 hours within which it is reported; the report is kept."""

from datetime import datetime, timedelta

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.registry import law
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import LeakReport, Visibility

RULE = "disclosure.withdraw_report"


def report_by(found_at: datetime) -> datetime:
    """The moment by which a leak found then is reported."""
    return found_at + timedelta(hours=law().rule(RULE).value("hours"))


def report_leak(withdrawal: Visibility, *, to: str, at: datetime, by: Person) -> LeakReport:
    """The report made to the secrecy authority, in time or late.

    Errors: ReportError where no leak was the reason, or for a moment before it or to come.
    """
    agency = withdrawal.edition.agency
    with refusing(agency, "report_leak", by=by):
        doing = ("登记泄密报告", "record the report of a leak")
        require_role(by, (Role.OFFICE,), clock.today(), doing=doing)
        if withdrawal.report_by is None:
            raise ReportError(
                "该次撤下不是因为泄密，无须报告。", "it was not withdrawn for a leak."
            )
        if not to.strip() or not withdrawal.at <= at <= clock.now():
            raise ReportError(
                "请写明向哪个机关报告，报告时间须在撤下之后、现在之前。",
                "say to whom; the report lies between the withdrawal and now.",
            )
        with acting(agency, "report_leak", by=by) as act:
            act.details = {"edition": withdrawal.edition.digest, "to": to}
            made = LeakReport.objects.create(
                withdrawal=withdrawal,
                to=to.strip(),
                reported_at=at,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )
            act.touched += withdrawal.dues.all()
            return made
