"""Closing a register for a year: the division says that nothing is missing (零报告 allowed)."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.figure.models import Closing
from zhunsheng.kernel.org.authority import require_record
from zhunsheng.kernel.org.models import Division, Person
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.record.models import Standing
from zhunsheng.kernel.regime import Register
from zhunsheng.kernel.trail.refuse import refusing


def close(
    register: Register, division: Division, year: int, *, by: Person, nil: bool = False
) -> Closing:
    """The closing. Errors: NotPossibleError for a nil return over rows of that year."""
    with refusing(division.agency, "close", by=by):
        require_record(by, division, clock.today())
        if nil and _has_rows(register, division, year):
            raise NotPossibleError(
                f"{division.name}{year}年“{register.zh}”已有记录，不能作零报告；请改为正常报送。",
                f"{division.name} has records in '{register.en}' for {year}: a nil return is not"
                " possible.",
            )
        return _write(register, division, year, by=by, nil=nil, closed=True)


def reopen(register: Register, division: Division, year: int, *, by: Person) -> Closing:
    """The register open again; figures that rest on it are missing until it is closed."""
    with refusing(division.agency, "reopen", by=by):
        require_record(by, division, clock.today())
        return _write(register, division, year, by=by, nil=False, closed=False)


def _write(
    register: Register, division: Division, year: int, *, by: Person, nil: bool, closed: bool
) -> Closing:
    with acting(division.agency, "close" if closed else "reopen", by=by) as act:
        act.details = {
            "division": division.code,
            "nil": nil,
            "register": register.kind,
            "year": year,
        }
        return Closing.objects.create(
            agency=division.agency,
            division=division,
            register=register.kind,
            year=year,
            closed=closed,
            nil=nil,
            by=by,
            at=act.at,
        )


def _has_rows(register: Register, division: Division, year: int) -> bool:
    rows = register.of._default_manager.filter(division=division)
    if register.dated_by:
        rows = rows.filter(**{f"{register.dated_by}__year": year})
    return rows.exclude(standing=Standing.VOIDED).exists()
