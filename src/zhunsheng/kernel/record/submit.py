"""Submitting: a draft is handed to the second person."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.draft import require_own
from zhunsheng.kernel.record.lines import lines_of
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.standing import require_standing
from zhunsheng.kernel.record.validate import require_valid
from zhunsheng.kernel.trail.refuse import refusing


def submit(record: Record, *, by: Person) -> Record:
    """The record, waiting for confirmation together with its lines."""
    with refusing(record.agency, "submit", by=by):
        require_own(record, by)
        today = clock.today()
        require_standing(record, Standing.DRAFT, doing=("提交", "submit"))
        rows = [row for row in (record, *lines_of(record)) if row.standing == Standing.DRAFT]
        for row in rows:
            require_valid(row, submitted_on=today)
        with acting(record.agency, "submit", by=by) as act:
            for row in rows:
                act.change(row, standing=Standing.SUBMITTED)
    return record
