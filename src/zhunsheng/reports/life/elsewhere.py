"""A year's report that was written outside this system: what was done of it, and what shows it."""

from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import DoneElsewhere, Step, YearDue

_DOING = ("登记在系统外办理的报告", "record a report made outside")


def done_elsewhere(due: YearDue, step: Step, *, on: date, note: str, by: Person) -> DoneElsewhere:
    """The step as done on the day; `note` names the document, or where it was published.

    Errors: ReportError for a day before the duty began or to come, or a step recorded already.
    """
    with refusing(due.agency, "done_elsewhere", by=by):
        require_role(by, (Role.LEGAL_OFFICER, Role.OFFICE), clock.today(), doing=_DOING)
        require_reason(note, doing=_DOING)
        if not due.since <= on <= clock.today():
            raise ReportError(
                f"办理日期{on}须在{due.since}至今天之间；请核对。",
                f"the day {on} must lie between {due.since} and today.",
            )
        if due.elsewhere.filter(step=step).exists():
            raise ReportError(
                f"“{due.title}”的{step.label}已经登记，无须重复登记。",
                f"that '{due.title}' was {step.label} is recorded already.",
            )
        with acting(due.agency, "done_elsewhere", by=by, on=on, reason=note) as act:
            act.details = {"kind": due.kind, "step": step.value, "year": due.year}
            act.touched.append(due)
            return DoneElsewhere.objects.create(
                due=due, step=step, on=on, note=note, by=by, entry=act.place.sequence, at=act.at
            )
