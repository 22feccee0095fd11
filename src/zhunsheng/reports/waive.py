"""Waiving: a finding is accepted, by whom, why and until when."""

from datetime import date

from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.models import Report, Stage, Waiver
from zhunsheng.reports.state import require

_DOING = ("豁免", "waive")


def waive(
    report: Report, code: str, *, reason: str, by: Person, text: str = "", until: date | None = None
) -> Waiver:
    """The stored waiver; it is printed with the report's review, never hidden."""
    with refusing(report.agency, "waive", by=by):
        require(
            report, Stage.DRAFTING, Stage.DISCUSSED, by=by, role=Role.LEGAL_OFFICER, doing=_DOING
        )
        require_reason(reason, doing=_DOING)
        with acting(report.agency, "waive", by=by, reason=reason) as act:
            act.details = {"code": code, "report": report.pk, "text": text}
            return Waiver.objects.create(
                report_id=report.pk,
                code=code,
                text=text,
                reason=reason,
                until=until,
                by=by,
                at=act.at,
            )
