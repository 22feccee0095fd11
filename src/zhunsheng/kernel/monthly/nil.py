"""A month's nil return: the division says that nothing happened that these registers keep."""

from collections.abc import Sequence

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.figure.models import Closing
from zhunsheng.kernel.monthly.month import Month
from zhunsheng.kernel.monthly.owed import in_month
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.trail.refuse import refusing


def nil_return(
    registers: Sequence[Register], division: Division, month: Month, *, by: Person
) -> tuple[Closing, ...]:
    """One closing of the month for each register, in one entry of the trail.

    The year stays open: what turns up later is entered as usual. Errors: NotPossibleError for a
    month that has not begun, a register the division does not keep, or rows of that month.
    """
    with refusing(division.agency, "nil_return", by=by):
        require_record(by, division, clock.today())
        _require_empty(registers, division, month)
        with acting(division.agency, "nil_return", by=by) as act:
            kinds = [register.kind for register in registers]
            act.details = {"division": division.code, "month": str(month), "registers": kinds}
            return tuple(
                Closing.objects.create(
                    agency=division.agency,
                    division=division,
                    register=kind,
                    year=month.year,
                    month=month.number,
                    nil=True,
                    by=by,
                    at=act.at,
                )
                for kind in kinds
            )


def _require_empty(registers: Sequence[Register], division: Division, month: Month) -> None:
    if not registers or month > Month.of(clock.today()):
        raise NotPossibleError(
            f"{month.zh}没有可作零报告的台账：尚未到该月，或没有未报的台账。",
            f"there is nothing to return for {month}: it has not begun, or nothing is owed.",
        )
    foreign = [r.zh for r in registers if division.kind not in r.owed_by]
    if foreign:
        raise NotPossibleError(
            f"“{'、'.join(foreign)}”不由{division.name}报送；请由负责的科室办理。",
            f"{division.name} does not keep {', '.join(foreign)}; ask the division that does.",
        )
    filled = [r.zh for r in registers if in_month(r, division, month=month).exists()]
    if filled:
        raise NotPossibleError(
            f"{division.name}{month.zh}“{'、'.join(filled)}”已有记录，不能作零报告。",
            f"{division.name} has rows for {month} in {', '.join(filled)}: no nil return.",
        )
