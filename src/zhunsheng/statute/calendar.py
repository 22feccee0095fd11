"""Working days: weekdays, corrected by the yearly holiday notices that are loaded."""

import functools
import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from importlib import resources
from typing import Any

from zhunsheng.statute.errors import NoticeError
from zhunsheng.statute.law import Confidence

_DAY = timedelta(days=1)
_FIRST, _LAST = 1990, 2060


class DayKind(StrEnum):
    """What kind of day it is for counting."""

    WORK = "work"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """A year's notice: days off and weekend days worked instead."""

    year: int
    number: str
    title: str
    off: frozenset[date]
    work: frozenset[date]
    source: str = ""
    confidence: Confidence = Confidence.UNKNOWN


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a day is what it is."""

    kind: DayKind
    zh: str
    en: str


@dataclass(frozen=True)
class Calendar:
    """The notices in force here; a year without one counts plain weekdays."""

    notices: tuple[HolidayNotice, ...]
    _by_year: dict[int, HolidayNotice] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_year", {n.year: n for n in self.notices})

    def is_working(self, day: date) -> bool:
        """Whether the day counts as a working day."""
        notice = self._by_year.get(day.year)
        if notice is not None:
            if day in notice.work:
                return True
            if day in notice.off:
                return False
        return day.weekday() < 5

    def why(self, day: date) -> Reason:
        """The kind of day with its ground."""
        notice = self._by_year.get(day.year)
        if notice is not None and day in notice.work:
            return Reason(
                DayKind.WORK, f"调休上班（{notice.number}）", f"worked instead ({notice.number})"
            )
        if notice is not None and day in notice.off:
            return Reason(DayKind.REST, f"放假（{notice.number}）", f"holiday ({notice.number})")
        if day.weekday() < 5:
            return Reason(DayKind.WORK, "工作日", "weekday")
        return Reason(DayKind.REST, "周末", "weekend")

    def loaded(self, year: int) -> bool:
        """Whether that year's notice is loaded."""
        return year in self._by_year

    def working_days_in(self, year: int) -> int:
        """How many working days the year has."""
        days = (date(year, 1, 1) + _DAY * n for n in range(366))
        return sum(self.is_working(d) for d in days if d.year == year)

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
        """(the n-th working day after `start`, whether a year without notice was counted)."""
        ordinals = self._ordinals
        position = bisect_right(ordinals, start.toordinal()) + n - 1
        due = date.fromordinal(ordinals[position])
        years = range(start.year, due.year + 1)
        return due, any(year not in self._by_year for year in years)

    def without(self, year: int) -> "Calendar":
        """The calendar with that year's notice taken out."""
        return Calendar(tuple(n for n in self.notices if n.year != year))

    def with_notice(self, notice: HolidayNotice) -> "Calendar":
        """The calendar with the notice in place of its year's former one."""
        kept = [n for n in self.notices if n.year != notice.year]
        return Calendar(tuple(sorted([*kept, notice], key=lambda n: n.year)))

    @functools.cached_property
    def _ordinals(self) -> list[int]:
        """Every working day's ordinal: 50,000 due dates are found in it by bisection."""
        first, last = date(_FIRST, 1, 1).toordinal(), date(_LAST, 12, 31).toordinal()
        return [o for o in range(first, last + 1) if self.is_working(date.fromordinal(o))]


@functools.cache
def shipped_calendar() -> Calendar:
    """The notices that ship with the product."""
    path = resources.files("zhunsheng.statute") / "packs" / "calendar.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Calendar(tuple(_notice(entry) for entry in data["notice"]))


def parse_notice(text: str) -> HolidayNotice:
    """A notice from its TOML text. Errors: NoticeError saying what is wrong."""
    try:
        data = tomllib.loads(text)
        entries = data.get("notice", [data])
        return _notice(entries[0] if isinstance(entries, list) else entries)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, IndexError, ValueError) as error:
        raise NoticeError(
            f"这不是节假日安排文件：{error}；请按模板填写year、number、off、work。",
            f"this is no holiday notice: {error}; give year, number, off and work as in the"
            " template.",
        ) from error


def _notice(entry: dict[str, Any]) -> HolidayNotice:
    year = int(entry["year"])
    off, work = frozenset(_days(entry["off"], year)), frozenset(_days(entry["work"], year))
    if off & work:
        raise ValueError(f"{min(off & work)} is both off and worked")
    return HolidayNotice(
        year=year,
        number=str(entry["number"]),
        title=str(entry.get("title", "")),
        off=off,
        work=work,
        source=str(entry.get("source", "")),
        confidence=Confidence(entry.get("confidence", "unknown")),
    )


def _days(entries: Iterable[Any], year: int) -> Iterable[date]:
    """Single days, or [first, last] with both ends counted."""
    for entry in entries:
        first, last = entry if isinstance(entry, list) else (entry, entry)
        if not isinstance(first, date) or not isinstance(last, date) or last < first:
            raise ValueError(f"{entry} is no day or span of days")
        for n in range((last - first).days + 1):
            day = first + _DAY * n
            if day.year != year:
                raise ValueError(f"{day} is not in {year}")
            yield day
