"""Voiding: a record stops counting; it stays, with who said so and why."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.org.authority import may_confirm, may_record
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.lines import with_dependants
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.record.standing import require_standing
from zhunsheng.kernel.trail.refuse import refusing


def void(record: Record, *, by: Person, reason: str) -> tuple[Record, ...]:
    """Every row voided: the record, its lines, and the facets of an occasion.

    A draft may be voided by those who keep the division's records; what was confirmed only by
    somebody who could have confirmed it.
    """
    with refusing(record.agency, "void", by=by):
        require_standing(
            record,
            Standing.DRAFT,
            Standing.SUBMITTED,
            Standing.CONFIRMED,
            doing=("作废", "void"),
        )
        require_reason(reason, doing=("作废", "void"))
        today = clock.today()
        allowed = (
            may_record(by, record.division, today)
            if record.standing == Standing.DRAFT
            else may_confirm(by, record.division, today, recorded_by_id=record.recorded_by_id)
        )
        if not allowed:
            raise NotAllowedError(
                f"{by.name}不能作废“{record.title}”：应由填报人以外的确认人员办理。",
                f"{by.name} cannot void '{record.title}': somebody who may confirm it, other than"
                " its recorder, can.",
            )
        rows = with_dependants(record)
        with acting(record.agency, "void", by=by, reason=reason) as act:
            for row in rows:
                act.change(row, standing=Standing.VOIDED)
    return rows
