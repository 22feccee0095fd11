"""Returning: the second person sends a submitted record back with a reason."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.authority import may_confirm
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.lines import lines_of
from zhunsheng.kernel.record.models import Record, Standing, Version
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.record.standing import require_standing
from zhunsheng.kernel.trail.refuse import refusing

RETURN = "return"  # the action's name in versions and trail


def returned_by(record: Record) -> Version | None:
    """The version that sent the draft back: who, when, why. None once it was worked on again."""
    if record.standing != Standing.DRAFT:
        return None
    versions = Version.objects.filter(item_id=record.pk, number=record.version, action=RETURN)
    return versions.select_related("by").first()


def send_back(record: Record, *, by: Person, reason: str) -> Record:
    """The record, a draft again, its reason in history."""
    with refusing(record.agency, RETURN, by=by):
        require_standing(record, Standing.SUBMITTED, doing=("退回", "return"))
        require_reason(reason, doing=("退回", "return"))
        if not may_confirm(
            by, record.division, clock.today(), recorded_by_id=record.recorded_by_id
        ):
            raise NotAllowedError(
                f"{by.name}不能退回“{record.title}”：应由科室负责人或法规科办理。",
                f"{by.name} cannot return '{record.title}': the division head or the legal"
                " officer can.",
            )
        with acting(record.agency, RETURN, by=by, reason=reason) as act:
            for row in (record, *lines_of(record)):
                if row.standing == Standing.SUBMITTED:
                    act.change(row, standing=Standing.DRAFT)
    return record
