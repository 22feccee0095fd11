"""Loading or removing a year's holiday notice: every due date is computed again, and trailed."""

from django.db import transaction

from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.models import LoadedNotice
from zhunsheng.kernel.duty.moves import Move, due_dates, moves
from zhunsheng.kernel.duty.refresh import refresh_all
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.statute.calendar import HolidayNotice, parse_notice

#: Who keeps the calendar.
MAY_LOAD = (Role.ADMINISTRATOR, Role.LEGAL_OFFICER, Role.OFFICE)
_KEEP = ("维护节假日安排", "keep the calendar")


def load_notice(text: str, *, by: Person) -> int:
    """How many due dates moved. Errors: the statute's named error when the text is no notice."""
    notice = parse_notice(text)
    return _put(notice.year, notice.number, text, removed=False, by=by)


def remove_notice(year: int, *, by: Person) -> int:
    """How many due dates moved; that year's become provisional."""
    return _put(year, "", "", removed=True, by=by)


def preview_notice(text: str, *, by: Person) -> tuple[HolidayNotice, tuple[Move, ...]]:
    """The notice, and which due dates would move; nothing is kept. Errors: as `load_notice`."""
    require_role(by, MAY_LOAD, clock.today(), doing=_KEEP)
    notice = parse_notice(text)
    with transaction.atomic():
        before = due_dates()
        _keep(notice.year, notice.number, text, removed=False)
        found = moves(before, due_dates())
        transaction.set_rollback(True)
    return notice, found


def _keep(year: int, number: str, text: str, *, removed: bool) -> None:
    LoadedNotice.objects.update_or_create(
        year=year, defaults={"number": number, "text": text, "removed": removed}
    )
    refresh_all()


def _put(year: int, number: str, text: str, *, removed: bool, by: Person) -> int:
    action = "remove_notice" if removed else "load_notice"
    with refusing(by.agency, action, by=by):
        require_role(by, MAY_LOAD, clock.today(), doing=_KEEP)
        with acting(by.agency, action, by=by) as act:
            before = due_dates()
            _keep(year, number, text, removed=removed)
            moved = len(moves(before, due_dates()))
            act.details = {"moved": moved, "number": number, "year": year}
            return moved
