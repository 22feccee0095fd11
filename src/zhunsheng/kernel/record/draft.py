"""Recording: a new row enters its register as a draft."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.models import Record, Standing
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
        require_record(by, division, clock.today())
        require_no_steps(model, values)
        with acting(division.agency, action, by=by, on=on) as act:
            standing = Standing.SUBMITTED if submit else Standing.DRAFT
            return put(act, model, values, division=division, standing=standing)


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
