"""The Party group has discussed the report: its day and its minutes."""

from datetime import date

from zhunsheng.kernel.evidence.attach import put_beside
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Report, Stage
from zhunsheng.reports.state import require


def discuss(report: Report, *, on: date, minutes: File | None, by: Person) -> Report:
    """The report, discussed. Errors: ReportError without the minutes."""
    doing = ("登记党组讨论", "record the discussion")
    with refusing(report.agency, "discuss", by=by):
        require(report, Stage.DRAFTING, by=by, role=Role.LEGAL_OFFICER, doing=doing)
        if minutes is None:
            raise ReportError(
                "登记党组讨论须附会议纪要的扫描件。", "the scan of the minutes is needed."
            )
        with acting(report.agency, "discuss", by=by, on=on) as act:
            act.change(report, stage=Stage.DISCUSSED.value, discussed_on=on)
            put_beside(act, report, minutes, kind="minutes", dated_on=on)
    return report
