"""Confirming: a second person says that the record is true; from then on it counts."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.org.authority import may_confirm
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.lines import is_line, occasion_of, parent_of, with_dependants
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.standing import require_standing
from zhunsheng.kernel.trail.refuse import refusing


def confirm(record: Record, *, by: Person) -> Record:
    """The record, confirmed with its lines and facets.

    Errors: NotAllowedError for the person who recorded it, or without the right; ConflictError
    when the record changed meanwhile.
    """
    with refusing(record.agency, "confirm", by=by):
        require_standing(record, Standing.SUBMITTED, doing=("确认", "confirm"))
        if record.confirmed_by_id is None and _main_record_waits(record):
            raise NotPossibleError(
                f"“{record.title}”随所属的主记录一并确认；请打开主记录办理。",
                f"'{record.title}' is confirmed together with its parent; open the parent.",
            )
        rows = with_dependants(record)
        for row in rows:
            _require_second_person(row, by)
        with acting(record.agency, "confirm", by=by) as act:
            for row in rows:
                if row.standing != Standing.CONFIRMED:
                    mark_confirmed(act, row)
    return record


def mark_confirmed(act: Act, row: Record) -> None:
    """The row confirmed inside an open action."""
    act.change(row, standing=Standing.CONFIRMED, confirmed_by=act.by, confirmed_at=act.at)


def _main_record_waits(record: Record) -> bool:
    """Whether the row a line hangs under, or the occasion of a facet, is not confirmed yet."""
    main = parent_of(record) if is_line(record) else occasion_of(record)
    return main is not None and main.standing != Standing.CONFIRMED


def _require_second_person(row: Record, by: Person) -> None:
    if row.recorded_by_id == by.pk:
        raise NotAllowedError(
            f"“{row.title}”由{by.name}填报，不能由本人确认；请由科室负责人或法规科确认。",
            f"{by.name} recorded '{row.title}' and cannot confirm it; the division head or the"
            " legal officer can.",
        )
    if not may_confirm(by, row.division, clock.today(), recorded_by_id=row.recorded_by_id):
        raise NotAllowedError(
            f"{by.name}没有确认{row.division.name}台账的职责。",
            f"{by.name} has no post that confirms the records of {row.division.name}.",
        )
