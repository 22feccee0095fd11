"""Correcting: new values for a draft, or for a confirmed record, which must be confirmed again."""

from collections.abc import Mapping
from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.draft import require_own
from zhunsheng.kernel.record.lines import lines_of
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.own_fields import require_own_fields
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.record.standing import require_standing
from zhunsheng.kernel.record.validate import require_no_steps, require_valid
from zhunsheng.kernel.trail.refuse import refusing

_DOING = ("修改", "correct")
_OPEN = (Standing.DRAFT, Standing.SUBMITTED, Standing.CONFIRMED)


def amend(
    record: Record,
    values: Mapping[str, object],
    *,
    by: Person,
    reason: str = "",
    submit: bool = False,
) -> Record:
    """The record with the values; its former version stays in history.

    A record that was submitted or confirmed needs a reason and waits for confirmation again, by
    somebody other than the person who corrected it. A draft is handed in with its lines where
    `submit` is set.
    """
    with refusing(record.agency, "amend", by=by):
        require_own(record, by)
        today = clock.today()
        require_standing(record, *_OPEN, doing=_DOING)
        if not (was_draft := record.standing == Standing.DRAFT):
            require_reason(reason, doing=_DOING)
        changed = {k: v for k, v in values.items() if getattr(record, k) != v}
        require_no_steps(type(record), changed)
        require_own_fields(type(record), changed, by=by, record=record)
        for name, value in changed.items():
            setattr(record, name, value)
        stays_draft = was_draft and not submit
        require_valid(record, submitted_on=None if stays_draft else today)
        handed_in = _drafts_of(record, today) if was_draft and submit else []
        with acting(record.agency, "amend", by=by, reason=reason) as act:
            act.change(
                record,
                standing=Standing.DRAFT if stays_draft else Standing.SUBMITTED,
                recorded_by=by,
                recorded_at=act.at,
                confirmed_by=None,
                confirmed_at=None,
            )
            for line in handed_in:
                act.change(line, standing=Standing.SUBMITTED)
    return record


def _drafts_of(record: Record, today: date) -> list[Record]:
    """The record's lines that are drafts yet, each fit to be handed in."""
    lines = [line for line in lines_of(record) if line.standing == Standing.DRAFT]
    for line in lines:
        require_valid(line, submitted_on=today)
    return lines
