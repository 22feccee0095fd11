"""Loading or removing a year's holiday notice: every due date is computed again, and trailed."""

from datetime import date

from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.models import LoadedNotice, Obligation
from zhunsheng.kernel.duty.refresh import refresh_all
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.statute.calendar import parse_notice

_MAY = (Role.ADMINISTRATOR, Role.LEGAL_OFFICER, Role.OFFICE)


def load_notice(text: str, *, by: Person) -> int:
    """How many due dates moved. Errors: the statute's named error when the text is no notice."""
    notice = parse_notice(text)
    return _put(notice.year, notice.number, text, removed=False, by=by)


def remove_notice(year: int, *, by: Person) -> int:
    """How many due dates moved; that year's become provisional."""
    return _put(year, "", "", removed=True, by=by)


def _put(year: int, number: str, text: str, *, removed: bool, by: Person) -> int:
    action = "remove_notice" if removed else "load_notice"
    with refusing(by.agency, action, by=by):
        require_role(by, _MAY, clock.today(), doing=("维护节假日安排", "keep the calendar"))
        with acting(by.agency, action, by=by) as act:
            before = _due_dates()
            LoadedNotice.objects.update_or_create(
                year=year, defaults={"number": number, "text": text, "removed": removed}
            )
            refresh_all()
            after = _due_dates()
            moved = sum(after.get(key) != due for key, due in before.items())
            act.details = {"moved": moved, "number": number, "year": year}
            return moved


def _due_dates() -> dict[tuple[int, str], tuple[date, bool]]:
    rows = Obligation.objects.values_list("item_id", "duty", "due_on", "provisional")
    return {(item, duty): (due, provisional) for item, duty, due, provisional in rows}
