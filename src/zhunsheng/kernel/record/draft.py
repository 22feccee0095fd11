"""Recording: a new row enters its register as a draft."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_record, writes
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.record.own_fields import require_own_fields
from zhunsheng.kernel.record.validate import require_no_steps, require_valid
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.trail.refuse import refusing

R = TypeVar("R", bound=Record)


def draft(
    model: type[R],
    values: Mapping[str, object],
    *,
    by: Person,
    division: Division,
    on: date | None = None,
    submit: bool = False,
) -> R:
    """The stored row, a draft or already submitted for confirmation.

    Errors: NotAllowedError when the person does not keep the division's records; InvalidError
    naming every field at fault.
    """
    action = "submit" if submit else "draft"
    with refusing(division.agency, action, by=by):
        require_entry(model, by, division)
        require_no_steps(model, values)
        require_own_fields(model, values, by=by)
        with acting(division.agency, action, by=by, on=on) as act:
            standing = Standing.SUBMITTED if submit else Standing.DRAFT
            return put(act, model, values, division=division, standing=standing)


def enters(model: type[Record], by: Person, division: Division) -> bool:
    """Whether the person writes rows of their own in that register, keeping no records there."""
    register = registry().find(model)
    return register is not None and writes(by, division, clock.today(), register.written_by)


def require_entry(model: type[Record], by: Person, division: Division) -> None:
    """Errors: NotAllowedError unless the person keeps the division's records or writes there."""
    if not enters(model, by, division):
        require_record(by, division, clock.today())


def require_own(record: Record, by: Person) -> None:
    """The same of a row there already: who only writes there has nothing to do with others' rows.

    Errors: NotAllowedError.
    """
    mine = record.recorded_by_id == by.pk and record.standing == Standing.DRAFT
    if not (mine and enters(type(record), by, record.division)):
        require_record(by, record.division, clock.today())


def put(
    act: Act,
    model: type[R],
    values: Mapping[str, object],
    *,
    division: Division,
    standing: Standing,
) -> R:
    """The new row inside an open action."""
    row = model(
        **values,
        agency=act.agency,
        division=division,
        standing=standing,
        recorded_by=act.by,
        recorded_at=act.at,
    )
    procedure = registry().procedure_of(model)
    if procedure:
        row.stage = procedure.initial
    handed_in = standing == Standing.SUBMITTED
    require_valid(row, submitted_on=clock.today() if handed_in else None)
    act.create(row)
    return row
