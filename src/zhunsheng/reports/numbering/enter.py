"""Entering numbers: for an edition, for another document, reserved for one to come, or void."""

from datetime import date
from typing import Any

from zhunsheng.kernel import clock
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import DocumentNumber, Edition, ReservationEnd
from zhunsheng.reports.models.number import Use
from zhunsheng.reports.numbering.number import Number
from zhunsheng.reports.numbering.register import next_number, require_next, reservation

_DOING = ("登记发文字号", "enter a document number")
_RESERVING = ("预留发文字号", "reserve a document number")
_VOIDING = ("作废发文字号", "void a document number")
_BEFORE = "启用本登记前已使用"  # used before the register began


def number_edition(act: Act, number: Number, edition: Edition) -> DocumentNumber:
    """The number, the edition's for good; written in the transaction that freezes it.

    A number reserved before is taken from its reservation.

    Errors: ReportError where another took it meanwhile: nothing of the issue then stands.
    """
    return _enter(act, number, number.place, use=Use.EDITION, told=edition.title, edition=edition)


def enter_number(
    agency: Agency, number: Number, *, told: str, on: date, by: Person, last: int = 0
) -> DocumentNumber:
    """The number used for a document that is made elsewhere; up to `last` for several together.

    Errors: ReportError unless it is the next one or was reserved; where nothing says what for.
    """
    with refusing(agency, "enter_number", by=by):
        require_role(by, (Role.OFFICE,), clock.today(), doing=_DOING)
        require_reason(told, doing=_DOING)
        if last and last < number.place:
            raise ReportError(
                f"序号范围{number.place}至{last}颠倒了。", f"{number.place} to {last} is backwards."
            )
        with acting(agency, "enter_number", by=by, on=on) as act:
            return _enter(act, number, last or number.place, use=Use.OTHER, told=told)


def reserve_number(
    agency: Agency, number: Number, *, told: str, on: date, by: Person
) -> DocumentNumber:
    """The next number kept for a document to come; it ends as used or as void, never as free.

    Errors: as `enter_number`.
    """
    with refusing(agency, "reserve_number", by=by):
        require_role(by, (Role.OFFICE,), clock.today(), doing=_RESERVING)
        require_reason(told, doing=_RESERVING)
        if reservation(agency, number) is not None:
            raise ReportError(f"{number}已经预留。", f"{number} is reserved already.")
        with acting(agency, "reserve_number", by=by, on=on) as act:
            return _enter(act, number, number.place, use=Use.RESERVED, told=told)


def void_number(
    agency: Agency, number: Number, *, reason: str, on: date, by: Person
) -> DocumentNumber:
    """The next number, or a reserved one, as void with its explanation: nobody uses it any more.

    Errors: ReportError for any other number: what a document bears cannot be void.
    """
    with refusing(agency, "void_number", by=by):
        require_role(by, (Role.OFFICE,), clock.today(), doing=_VOIDING)
        require_reason(reason, doing=_VOIDING)
        with acting(agency, "void_number", by=by, on=on, reason=reason) as act:
            return _enter(act, number, number.place, use=Use.VOID, told=reason)


def _enter(
    act: Act, number: Number, last: int, *, use: Use, told: str, edition: Edition | None = None
) -> DocumentNumber:
    """`acting` holds the agency's chain: what is next stays next until this is written."""
    require_next(act.agency, number)
    act.details["number"] = str(number)
    kept = reservation(act.agency, number)
    if kept is not None:
        _end(act, kept, last, use, told, edition)
        return kept
    if number.place > 1 and next_number(act.agency, number.year, mark=number.mark) is None:
        _write(act, Number(number.mark, number.year, 1), number.place - 1, Use.EARLIER, _BEFORE)
    return _write(act, number, last, use, told, edition)


def _end(
    act: Act, kept: DocumentNumber, last: int, use: Use, told: str, edition: Edition | None
) -> None:
    """The reservation is over; nothing of it is changed or taken back."""
    if last != kept.last:
        raise ReportError(
            "预留的字号须逐个登记。", "a reserved number is entered by itself, one at a time."
        )
    ReservationEnd.objects.create(number=kept, **_said(act, use, told, edition))


def _write(
    act: Act, number: Number, last: int, use: Use, told: str, edition: Edition | None = None
) -> DocumentNumber:
    return DocumentNumber.objects.create(
        agency=act.agency,
        mark=number.mark,
        year=number.year,
        first=number.place,
        last=last,
        **_said(act, use, told, edition),
    )


def _said(act: Act, use: Use, told: str, edition: Edition | None) -> dict[str, Any]:
    """What became of a number, and by which act."""
    return {
        "use": use.value,
        "told": told.strip(),
        "edition": edition,
        "on": act.on,
        "by": act.by,
        "entry": act.place.sequence,
        "at": act.at,
    }
