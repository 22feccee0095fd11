"""Terms of hours: the moment they end, how far off it is, and what was too late by the clock."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import F, Q
from django.utils.timezone import get_current_timezone, localtime

from zhunsheng.kernel.duty.models import Obligation

_HOUR = 3600  # seconds
_IN_DAYS = 48  # hours from which on days tell enough


@dataclass(frozen=True, slots=True)
class Apart:
    """Whole hours to the end of a term, or since where it is `late`."""

    hours: int
    late: bool

    @property
    def days(self) -> int:
        """Whole days, where hours would no longer be counted by anybody; else 0."""
        return self.hours // 24 if self.hours >= _IN_DAYS else 0


def ends_at(obligation: Obligation) -> datetime | None:
    """The moment its hours end; None where days are counted."""
    if not obligation.due_at:
        return None
    at = time.fromisoformat(obligation.due_at)
    return datetime.combine(obligation.due_on, at, tzinfo=get_current_timezone())


def apart(end: datetime, now: datetime) -> Apart:
    """How far the end is from now; the last minute itself is in time."""
    seconds = (end - now).total_seconds()
    late = seconds <= -60
    return Apart(int(abs(seconds)) // _HOUR, late)


def clock_time(now: datetime) -> str:
    """The time of day as obligations keep it, such as 09:30."""
    return f"{localtime(now):%H:%M}"


_LAST_DAY = Q(done_on=F("due_on"))
_IN_TIME = Q(due_at="") | Q(done_at="") | Q(done_at__lte=F("due_at"))

#: Done by the due date, to the minute where hours are counted and both times are known.
DONE_IN_TIME = Q(done_on__lt=F("due_on")) | (_LAST_DAY & _IN_TIME)
DONE_LATE = Q(done_on__gt=F("due_on")) | Q(_LAST_DAY, due_at__gt="", done_at__gt=F("due_at"))


def past(today: date, at: str) -> Q:
    """Whose term has ended, by the time of day `at` where hours are counted."""
    return Q(due_on__lt=today) | Q(due_on=today, due_at__gt="", due_at__lt=at)


def overdue(today: date, at: str) -> Q:
    """Not done though the term has ended."""
    return Q(done_on__isnull=True) & past(today, at)
