"""Working days: the loaded notices decide, and a year without one says so."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.statute.calendar import Calendar, DayKind, HolidayNotice, shipped_calendar
from zhunsheng.statute.confidence import Confidence
from zhunsheng.statute.due import WorkingDays, due
from zhunsheng.statute.errors import TermError

DAY = timedelta(days=1)
VECTORS = tomllib.loads((Path(__file__).parent / "vectors.toml").read_text(encoding="utf-8"))
CALENDAR = shipped_calendar()


@pytest.mark.parametrize(
    ("start", "n", "on"), VECTORS["of_2026"] + VECTORS["witnessed"] + VECTORS["by_hand"]
)
def test_a_term_of_working_days_ends_where_the_notices_say(start: str, n: int, on: str) -> None:
    day = date.fromisoformat(start)
    assert CALENDAR.due_on(day, n) == (date.fromisoformat(on), False)
    assert due(day, WorkingDays(n), calendar=CALENDAR).on == date.fromisoformat(on)


@pytest.mark.parametrize(("start", "n", "on"), VECTORS["past_the_last_notice"])
def test_nothing_is_counted_in_silence_past_the_last_notice(start: str, n: int, on: str) -> None:
    day = date.fromisoformat(start)
    assert CALENDAR.due_on(day, n) == (date.fromisoformat(on), True)
    shown = due(day, WorkingDays(n), calendar=CALENDAR)
    assert (shown.on, shown.provisional) == (date.fromisoformat(on), True)
    assert shown.working.missing_years == (2027,)


@pytest.mark.parametrize(
    ("year", "days"), [(2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)]
)
def test_a_year_has_as_many_working_days_as_published(year: int, days: int) -> None:
    assert CALENDAR.working_days_in(year) == days


@pytest.mark.parametrize("year", range(2022, 2027))
def test_every_day_agrees_with_the_outside_witness(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert CALENDAR.is_working(day) == chinese_calendar.is_workday(day), day
        day += DAY


def test_the_shipped_notices_name_their_number_and_were_read() -> None:
    assert [n.year for n in CALENDAR.notices] == [2022, 2023, 2024, 2025, 2026]
    for notice in CALENDAR.notices:
        assert notice.number.startswith("国办发明电〔"), notice
        assert notice.confidence == Confidence.VERIFIED
        assert notice.source.startswith("http")


@pytest.mark.parametrize(
    ("day", "kind", "ground"),
    [
        (date(2024, 9, 14), DayKind.WORK, "调休上班（国办发明电〔2023〕7号）"),
        (date(2024, 9, 16), DayKind.REST, "放假（国办发明电〔2023〕7号）"),
        (date(2024, 9, 18), DayKind.WORK, "工作日"),
        (date(2024, 9, 21), DayKind.REST, "周末"),
        (date(2027, 2, 5), DayKind.WORK, "工作日（该年无放假通知）"),
        (date(2027, 2, 6), DayKind.REST, "周末（该年无放假通知）"),
    ],
)
def test_a_day_says_why_it_counts_or_not(day: date, kind: DayKind, ground: str) -> None:
    reason = CALENDAR.why(day)
    assert (reason.kind, reason.zh) == (kind, ground)
    assert reason.en.isascii() or "国办发明电" in reason.en


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-03-01", "2026-02-28"),  # a Saturday worked instead
        ("2026-04-01", "2026-03-31"),
        ("2027-03-01", "2027-02-26"),
        ("2027-04-01", "2027-03-31"),
        ("2025-01-31", "2025-01-27"),  # inside Spring Festival
    ],
)
def test_the_last_working_day_before(day: str, last: str) -> None:
    assert CALENDAR.last_working_day_before(date.fromisoformat(day)) == date.fromisoformat(last)


def test_the_next_working_day_is_the_day_itself_where_it_is_worked() -> None:
    assert CALENDAR.next_working_day(date(2024, 9, 14)) == date(2024, 9, 14)
    assert CALENDAR.next_working_day(date(2024, 10, 1)) == date(2024, 10, 8)


def test_a_year_without_its_notice_counts_weekdays_and_is_provisional() -> None:
    without = CALENDAR.without(2024)
    assert CALENDAR.loaded(2024)
    assert not without.loaded(2024)
    assert without.due_on(date(2024, 9, 13), 1) == (date(2024, 9, 16), True)
    assert CALENDAR.due_on(date(2026, 12, 30), 5) == (date(2027, 1, 6), True)


def test_a_start_on_the_last_day_of_a_year_without_notice_asks_nothing_of_it() -> None:
    assert CALENDAR.without(2023).due_on(date(2023, 12, 31), 1) == (date(2024, 1, 2), False)
    assert CALENDAR.without(2023).due_on(date(2023, 12, 30), 1) == (date(2024, 1, 2), True)


def test_a_loaded_notice_takes_the_place_of_its_years_former_one() -> None:
    short = HolidayNotice(2024, "改", "", frozenset({date(2024, 10, 8)}), frozenset())
    changed = CALENDAR.with_notice(short)
    assert not changed.is_working(date(2024, 10, 8))
    assert changed.is_working(date(2024, 10, 1))
    assert len(changed.notices) == len(CALENDAR.notices)
    assert CALENDAR.without(2024).with_notice(CALENDAR.notices[2]) == CALENDAR


def test_a_notice_reaches_into_the_december_before() -> None:
    notice = HolidayNotice(2027, "试", "", frozenset({date(2026, 12, 31)}), frozenset())
    assert CALENDAR.is_working(date(2026, 12, 31))
    assert not CALENDAR.with_notice(notice).is_working(date(2026, 12, 31))


@pytest.mark.parametrize(
    ("start", "n"), [(date(2024, 1, 1), -1), (date(1989, 12, 1), 5), (date(2060, 12, 20), 30)]
)
def test_what_cannot_be_counted_is_refused_by_name(start: date, n: int) -> None:
    with pytest.raises(TermError, match="无法计算"):
        CALENDAR.due_on(start, n)


days = st.dates(date(2021, 6, 1), date(2028, 6, 1))
calendars = st.sets(st.integers(2022, 2026)).map(
    lambda out: Calendar(tuple(n for n in CALENDAR.notices if n.year not in out))
)


@given(start=days, n=st.integers(0, 80), calendar=calendars)
def test_the_quick_way_agrees_with_counting_one_by_one(
    start: date, n: int, calendar: Calendar
) -> None:
    day, left, missing = start, n, False
    while left:
        day += DAY
        left -= calendar.is_working(day)
        missing = missing or not calendar.loaded(day.year)
    assert calendar.due_on(start, n) == (day, missing)
    shown = due(start, WorkingDays(n), calendar=calendar)
    assert (shown.on, shown.provisional) == (day, missing)
