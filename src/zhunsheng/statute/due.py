"""Due dates that show their working: each day counted, skipped or paused, and why."""

import calendar as months
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zhunsheng.statute.calendar import Calendar, DayKind

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """n working days, the start day not counted."""

    n: int


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """n calendar days, the start day not counted; `rolls` moves a last day off to the next."""

    n: int
    rolls: bool = False


@dataclass(frozen=True, slots=True)
class Months:
    """The same day n months on, else that month's last day."""

    n: int


@dataclass(frozen=True, slots=True)
class FixedDate:
    """A day of the calendar, `years_later` after the start's year."""

    month: int
    day: int
    years_later: int = 1


Term = WorkingDays | CalendarDays | Months | FixedDate


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, both ends inclusive."""

    first: date
    last: date
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row treated alike for one reason; `state` is counted, skipped or paused."""

    first: date
    last: date
    state: str
    zh: str
    en: str

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def to_json(self) -> list[str]:
        return [self.first.isoformat(), self.last.isoformat(), self.state, self.zh, self.en]


@dataclass(frozen=True, slots=True)
class Working:
    """How the date came about."""

    start: date
    rule_zh: str
    rule_en: str
    spans: tuple[Span, ...]
    notices: tuple[str, ...]
    missing_years: tuple[int, ...]

    def days(self, state: str) -> tuple[date, ...]:
        """Every day counted, skipped or paused."""
        return tuple(
            s.first + _DAY * n for s in self.spans if s.state == state for n in range(s.days)
        )


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a term; provisional where a year's holiday notice is not loaded."""

    on: date
    provisional: bool
    working: Working

    def zh(self) -> str:
        """The working as Chinese text."""
        return self._told(zh=True)

    def en(self) -> str:
        """The working as English text."""
        return self._told(zh=False)

    def to_json(self) -> dict[str, object]:
        """The due date with its working as plain values."""
        return {
            "on": self.on.isoformat(),
            "provisional": self.provisional,
            "start": self.working.start.isoformat(),
            "rule": [self.working.rule_zh, self.working.rule_en],
            "spans": [span.to_json() for span in self.working.spans],
            "notices": list(self.working.notices),
            "missing_years": list(self.working.missing_years),
        }

    def _told(self, *, zh: bool) -> str:
        w = self.working
        lines = [
            f"自{w.start}起算（当日不计），{w.rule_zh}，至{self.on}止。"
            if zh
            else f"From {w.start} (not counted), {w.rule_en}: until {self.on}."
        ]
        names = {
            "counted": ("计入", "counted"),
            "skipped": ("不计", "not counted"),
            "paused": ("中止", "paused"),
        }
        for span in w.spans:
            state = names[span.state][0 if zh else 1]
            days = f"{span.first}" if span.days == 1 else f"{span.first}—{span.last}"
            ground = span.zh if zh else span.en
            lines.append(f"{days} {state}：{ground}" if zh else f"{days} {state}: {ground}")
        if w.missing_years:
            years = "、".join(str(y) for y in w.missing_years)
            lines.append(
                f"{years}年节假日安排尚未装载，按周一至周五推算，日期为暂定。"
                if zh
                else f"No holiday notice is loaded for {years}: plain weekdays, provisional."
            )
        return "\n".join(lines)


def due(start: date, term: Term, *, calendar: Calendar, pauses: Sequence[Pause] = ()) -> Due:
    """The due date of a term that starts on a day."""
    if isinstance(term, WorkingDays):
        return _counted(start, term.n, calendar, pauses, working=True, rolls=False)
    if isinstance(term, CalendarDays):
        return _counted(start, term.n, calendar, pauses, working=False, rolls=term.rolls)
    if isinstance(term, Months):
        on = months_on(start, term.n)
        told = (f"{term.n}个月", f"{term.n} months")
    else:
        on = date(start.year + term.years_later, term.month, term.day)
        told = (f"固定日期{term.month}月{term.day}日", f"fixed on {term.month}-{term.day}")
    paused = _paused_days(start, on, pauses)
    moved = on + _DAY * len(paused)
    spans = _spans([(day, "paused", p.zh, p.en) for day, p in paused])
    return Due(moved, False, Working(start, *told, spans, (), ()))


def months_on(start: date, n: int) -> date:
    """The same day n months on, else the last day of that month."""
    index = start.year * 12 + start.month - 1 + n
    year, month = divmod(index, 12)
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def _paused_days(start: date, on: date, pauses: Sequence[Pause]) -> list[tuple[date, Pause]]:
    days = (start + _DAY * n for n in range(1, (on - start).days + 1))
    return [(day, p) for day in days for p in pauses if p.first <= day <= p.last]


def _counted(
    start: date, n: int, calendar: Calendar, pauses: Sequence[Pause], *, working: bool, rolls: bool
) -> Due:
    marked: list[tuple[date, str, str, str]] = []
    day, left = start, n
    while left > 0:
        day += _DAY
        pause = next((p for p in pauses if p.first <= day <= p.last), None)
        why = calendar.why(day)
        if pause is not None:
            marked.append((day, "paused", pause.zh, pause.en))
        elif working and why.kind == DayKind.REST:
            marked.append((day, "skipped", why.zh, why.en))
        else:
            marked.append((day, "counted", *((why.zh, why.en) if working else ("自然日", "day"))))
            left -= 1
    while rolls and not calendar.is_working(day):
        day += _DAY
        why = calendar.why(day)
        state = "skipped" if why.kind == DayKind.REST else "counted"
        marked.append((day, state, f"顺延：{why.zh}", f"rolled: {why.en}"))
    uses_calendar = working or rolls
    years = range(start.year, day.year + 1) if uses_calendar else range(0)
    used = tuple(f"{x.year}: {x.number}" for x in calendar.notices if x.year in years)
    missing = tuple(y for y in years if not calendar.loaded(y))
    rule = (
        (f"{n}个工作日", f"{n} working days")
        if working
        else (f"{n}日（自然日）", f"{n} calendar days")
    )
    return Due(day, bool(missing), Working(start, *rule, _spans(marked), used, missing))


def _spans(marked: Sequence[tuple[date, str, str, str]]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for day, state, zh, en in marked:
        last = spans[-1] if spans else None
        alike = last is not None and (last.state, last.zh) == (state, zh)
        if last is not None and alike and last.last + _DAY == day:
            spans[-1] = Span(last.first, day, state, zh, en)
        else:
            spans.append(Span(day, day, state, zh, en))
    return tuple(spans)
