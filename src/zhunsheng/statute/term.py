"""Terms as a law sets them: working days, calendar days, months, hours, a day of the year."""

import calendar as months
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from zhunsheng.statute.errors import TermError


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """n working days, the start day not counted."""

    n: int

    def __post_init__(self) -> None:
        _refuse_negative(self.n)

    @property
    def told(self) -> tuple[str, str]:
        return f"{self.n}个工作日", f"{self.n} working days"


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """n calendar days, the start day not counted; `rolls` moves a last day off to the next."""

    n: int
    rolls: bool = False

    def __post_init__(self) -> None:
        _refuse_negative(self.n)

    @property
    def told(self) -> tuple[str, str]:
        return f"{self.n}日（自然日）", f"{self.n} calendar days"


@dataclass(frozen=True, slots=True)
class Months:
    """The same day n months on, else that month's last day."""

    n: int

    def __post_init__(self) -> None:
        _refuse_negative(self.n)

    @property
    def told(self) -> tuple[str, str]:
        return f"{self.n}个月", f"{self.n} months"


@dataclass(frozen=True, slots=True)
class FixedDate:
    """A day of the year, `years_later` after the start's; 29 February else the 28th.

    Neither pauses nor days off move it.
    """

    month: int
    day: int
    years_later: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12 or not 1 <= self.day <= _longest(self.month):
            raise TermError(
                f"没有{self.month}月{self.day}日这一天；请改正期限的月和日。",
                f"there is no day {self.month}-{self.day}; correct the term's month and day.",
            )

    @property
    def told(self) -> tuple[str, str]:
        return f"固定日期{self.month}月{self.day}日", f"the fixed day {self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Hours:
    """n hours from the start day's `begun`, a time such as 09:30; neither pauses nor days off stop
    them. Where nobody recorded the time they are told by days: the last day counts whole.
    """

    n: int
    begun: str = ""

    def __post_init__(self) -> None:
        _refuse_negative(self.n)
        if self.begun and _time(self.begun) is None:
            raise TermError(
                f"“{self.begun}”不是时刻；请写成09:30这样的形式。",
                f"{self.begun!r} is no time of day; write it like 09:30.",
            )

    @property
    def told(self) -> tuple[str, str]:
        if self.begun:
            return f"{self.n}小时", f"{self.n} hours"
        return (
            f"{self.n}小时（未登记起算时刻，按日计算）",
            f"{self.n} hours (by days, for no time was recorded)",
        )

    def ends(self, start: date) -> tuple[date, str]:
        """(the day they end, the time on it; empty where they are told by days)."""
        begun = _time(self.begun) if self.begun else None
        if begun is None:
            return start + timedelta(days=-(-self.n // 24)), ""
        end = datetime.combine(start, begun) + timedelta(hours=self.n)
        return end.date(), f"{end:%H:%M}"


Term = WorkingDays | CalendarDays | Months | FixedDate | Hours


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, both ends inclusive; with `last` before `first` there are none."""

    first: date
    last: date
    zh: str
    en: str


def months_on(start: date, n: int) -> date:
    """The same day n months on, else the last day of that month."""
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def fixed_on(start: date, term: FixedDate) -> date:
    """The day a fixed date falls on for a start."""
    year = start.year + term.years_later
    return date(year, term.month, min(term.day, months.monthrange(year, term.month)[1]))


def pause_at(day: date, pauses: Sequence[Pause]) -> Pause | None:
    """The pause a day lies in."""
    return next((p for p in pauses if p.first <= day <= p.last), None)


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text) if len(text) == len("09:30") else None
    except ValueError:
        return None


def _longest(month: int) -> int:
    return months.monthrange(2024, month)[1]  # a leap year


def _refuse_negative(n: int) -> None:
    if n < 0:
        raise TermError(
            f"期限不能是负数（{n}）；请改正制度中的期限。",
            f"a term cannot be negative ({n}); correct the term.",
        )
