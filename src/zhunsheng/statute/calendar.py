"""Working days: weekdays, corrected by the yearly holiday notices that are loaded."""

import functools
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from zhunsheng.statute.errors import TermError
from zhunsheng.statute.notice import HolidayNotice, parse_notice, shipped_notices

__all__ = ["Calendar", "DayKind", "HolidayNotice", "Reason", "parse_notice", "shipped_calendar"]

_DAY = timedelta(days=1)
_FIRST, _LAST = 1990, 2060  # the years whose working days are kept in a row


class DayKind(StrEnum):
    """What kind of day it is for counting."""

    WORK = "work"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a day is what it is."""

    kind: DayKind
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The notices in force here, one a year; a year without one counts plain weekdays."""

    notices: tuple[HolidayNotice, ...]
    _by_year: dict[int, HolidayNotice] = field(init=False, repr=False, compare=False)
    _marked: dict[date, Reason] = field(init=False, repr=False, compare=False)
    _ordinals: list[int] = field(init=False, repr=False, compare=False, default_factory=list)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_year", {n.year: n for n in self.notices})
        object.__setattr__(self, "_marked", _marks(self.notices))

    def is_working(self, day: date) -> bool:
        """Whether the day counts as a working day."""
        marked = self._marked.get(day)
        return marked.kind == DayKind.WORK if marked else day.weekday() < 5

    def why(self, day: date) -> Reason:
        """The kind of day with its ground: notice, weekday or weekend."""
        marked = self._marked.get(day)
        if marked:
            return marked
        weekday = day.weekday() < 5
        zh, en = ("工作日", "weekday") if weekday else ("周末", "weekend")
        if not self.loaded(day.year):
            zh, en = f"{zh}（该年无放假通知）", f"{en} (no notice for the year)"
        return Reason(DayKind.WORK if weekday else DayKind.REST, zh, en)

    def loaded(self, year: int) -> bool:
        """Whether that year's notice is loaded."""
        return year in self._by_year

    def named(self, year: int) -> str:
        """A loaded year's notice as it is cited in a working. Errors: KeyError."""
        return f"{year}: {self._by_year[year].number}"

    def working_days_in(self, year: int) -> int:
        """How many working days the year has."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return sum(self.is_working(first + _DAY * n) for n in range((last - first).days + 1))

    def last_working_day_before(self, day: date) -> date:
        """The nearest working day earlier than the day."""
        day -= _DAY
        while not self.is_working(day):
            day -= _DAY
        return day

    def next_working_day(self, day: date) -> date:
        """The day itself where it is worked, else the nearest later one."""
        while not self.is_working(day):
            day += _DAY
        return day

    def due_on(self, start: date, n: int) -> tuple[date, bool]:
        """(the n-th working day after `start`, whether a year without notice was counted).

        The quick way for imports: the same answer as `due` without the working. `n` is not
        negative; 0 is the start itself. Errors: TermError.
        """
        if n == 0:
            return start, False
        ordinals = self._ordinals or self._filled()
        position = bisect_right(ordinals, start.toordinal()) + n - 1
        if n < 1 or start.year < _FIRST or position >= len(ordinals):
            raise TermError(
                f"自{start}起的{n}个工作日无法计算；请核对起算日期（{_FIRST}至{_LAST}年）和期限。",
                f"{n} working days from {start} cannot be counted; check the date ({_FIRST} to"
                f" {_LAST}) and the term.",
            )
        due = date.fromordinal(ordinals[position])
        first = start.year if (start.month, start.day) != (12, 31) else start.year + 1
        return due, any(year not in self._by_year for year in range(first, due.year + 1))

    def without(self, year: int) -> "Calendar":
        """The calendar with that year's notice taken out."""
        return Calendar(tuple(n for n in self.notices if n.year != year))

    def with_notice(self, notice: HolidayNotice) -> "Calendar":
        """The calendar with the notice in place of its year's former one."""
        kept = [n for n in self.notices if n.year != notice.year]
        return Calendar(tuple(sorted([*kept, notice], key=lambda n: n.year)))

    def _filled(self) -> list[int]:
        """Every working day's ordinal: 50,000 due dates are found in it by bisection."""
        first, last = date(_FIRST, 1, 1).toordinal(), date(_LAST, 12, 31).toordinal()
        found = [o for o in range(first, last + 1) if self.is_working(date.fromordinal(o))]
        self._ordinals[:] = found
        return self._ordinals


@functools.cache
def shipped_calendar() -> Calendar:
    """The notices that ship with the product."""
    return Calendar(shipped_notices())


def _marks(notices: tuple[HolidayNotice, ...]) -> dict[date, Reason]:
    marks: dict[date, Reason] = {}
    for notice in notices:
        number = notice.number
        off = Reason(DayKind.REST, f"放假（{number}）", f"holiday ({number})")
        work = Reason(DayKind.WORK, f"调休上班（{number}）", f"worked instead ({number})")
        marks |= dict.fromkeys(notice.off, off) | dict.fromkeys(notice.work, work)
    return marks
