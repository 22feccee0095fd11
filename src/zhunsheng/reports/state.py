"""What every act on a report begins with: the right person, the right stage."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.models import Standing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Report, Stage

Doing = tuple[str, str]
#: What a report loses when its text changes: discussion and signature were of another text.
BACK_TO_DRAFTING: dict[str, object] = {
    "stage": Stage.DRAFTING.value,
    "standing": Standing.SUBMITTED,
    "confirmed_by": None,
    "confirmed_at": None,
    "discussed_on": None,
    "signer": None,
    "signed_on": None,
    "signed_text": "",
}


def require(report: Report, *stages: Stage, by: Person, role: Role, doing: Doing) -> None:
    """Errors: NotAllowedError without the role; ReportError when the report stands elsewhere."""
    require_role(by, (role,), clock.today(), doing=doing)
    if report.stage not in stages:
        now = both(Stage(report.stage).label)
        raise ReportError(
            f"报告{now[0]}，不能{doing[0]}。", f"the report is {now[1]}: cannot {doing[1]}."
        )
