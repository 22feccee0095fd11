"""Due dates: the day itself, and the working that shows how it came about."""

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.statute.calendar import shipped_calendar
from zhunsheng.statute.due import (
    CalendarDays,
    Due,
    FixedDate,
    Hours,
    Months,
    Pause,
    State,
    Term,
    WorkingDays,
    due,
)
from zhunsheng.statute.errors import TermError

CALENDAR = shipped_calendar()
ASKED = Pause(date(2024, 9, 19), date(2024, 9, 30), "征求第三方意见", "third party asked")
RECEIVED = date(2024, 9, 10)


def days(first: date, last: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


def october(first: int, last: int) -> set[date]:
    return days(date(2024, 10, first), date(2024, 10, last))


def test_a_request_paused_for_a_third_party() -> None:
    shown = due(RECEIVED, WorkingDays(20), calendar=CALENDAR, pauses=[ASKED])
    assert (shown.on, shown.provisional) == (date(2024, 10, 25), False)
    counted = set(shown.working.days("counted"))
    skipped = set(shown.working.days("skipped"))
    assert len(counted) == 20
    assert {date(2024, 9, 14), date(2024, 10, 12)} <= counted
    assert days(date(2024, 9, 15), date(2024, 9, 17)) | october(1, 7) <= skipped
    assert set(shown.working.days("paused")) == days(ASKED.first, ASKED.last)
    assert shown.working.notices == ("2024: 国办发明电〔2023〕7号",)
    assert shown.working.missing_years == ()


@pytest.mark.parametrize(
    ("term", "last", "until"),
    [
        (Hours(24, "09:30"), 11, "09:30"),
        (Hours(12, "18:00"), 11, "06:00"),
        (Hours(12, "08:00"), 10, "20:00"),
        (Hours(48, "00:00"), 12, "00:00"),
        (Hours(24), 11, ""),
        (Hours(36), 12, ""),
    ],
)
def test_hours_end_at_a_time_or_are_told_by_days(term: Hours, last: int, until: str) -> None:
    shown = due(RECEIVED, term, calendar=CALENDAR, pauses=[ASKED])
    assert (shown.on, shown.provisional) == (date(2024, 9, last), False)
    assert shown.working.times == (term.begun, until)
    told = f"until 2024-09-{last} {until}" if until else "by days, for no time was recorded"
    assert told in shown.en().splitlines()[0]
    assert Due.from_json(json.loads(json.dumps(shown.to_json()))) == shown


@pytest.mark.parametrize("begun", ["9:30", "25:00", "上午", "09:30:00"])
def test_hours_begin_at_a_time_of_day(begun: str) -> None:
    with pytest.raises(TermError, match="不是时刻"):
        Hours(24, begun)


def test_the_working_reads_as_text_in_both_languages() -> None:
    shown = due(RECEIVED, WorkingDays(20), calendar=CALENDAR, pauses=[ASKED])
    zh = shown.zh().splitlines()
    assert zh[0] == "自2024年9月10日起算（当日不计），20个工作日，至2024年10月25日届满。"
    assert "2024年9月14日 计入（第4日）：调休上班（国办发明电〔2023〕7号）" in zh
    assert "2024年9月19日至9月30日 中止：征求第三方意见" in zh
    assert "2024年10月1日至10月7日 不计：放假（国办发明电〔2023〕7号）" in zh
    en = shown.en().splitlines()
    assert en[0] == "From 2024-09-10 (not counted), 20 working days: until 2024-10-25."
    assert "2024-09-19 to 2024-09-30 paused: third party asked" in en
    assert "2024-10-21 to 2024-10-25 counted (day 16—20): weekday" in en


def test_the_same_request_before_the_notice_is_loaded_is_provisional_and_says_why() -> None:
    without = CALENDAR.without(2024)
    shown = due(RECEIVED, WorkingDays(20), calendar=without, pauses=[ASKED])
    assert (shown.on, shown.provisional) == (date(2024, 10, 18), True)
    assert shown.working.missing_years == (2024,)
    assert "2024年的放假安排通知尚未装载" in shown.zh()
    assert "No holiday notice is loaded for 2024" in shown.en()


def test_the_spans_leave_no_day_out_and_take_none_twice() -> None:
    shown = due(RECEIVED, WorkingDays(20), calendar=CALENDAR, pauses=[ASKED])
    spans = shown.working.spans
    assert spans[0].first == RECEIVED + timedelta(days=1)
    assert spans[-1].last == shown.on
    for before, after in pairwise(spans):
        assert before.last + timedelta(days=1) == after.first
    parts = (shown.working.counted, shown.working.skipped, shown.working.paused)
    assert sum(len(part) for part in parts) == len(spans)


def test_a_pause_of_no_days_changes_nothing() -> None:
    same_day = Pause(date(2024, 9, 19), date(2024, 9, 18), "当日答复", "answered the same day")
    plain = due(RECEIVED, WorkingDays(20), calendar=CALENDAR)
    assert due(RECEIVED, WorkingDays(20), calendar=CALENDAR, pauses=[same_day]) == plain


def test_pauses_that_overlap_take_a_day_out_once() -> None:
    other = Pause(date(2024, 9, 25), date(2024, 10, 8), "征求其他机关意见", "another organ asked")
    shown = due(RECEIVED, WorkingDays(5), calendar=CALENDAR, pauses=[ASKED, other])
    assert len(shown.working.days("paused")) == 0  # the fifth day comes before both
    shown = due(RECEIVED, WorkingDays(6), calendar=CALENDAR, pauses=[ASKED, other])
    assert shown.on == date(2024, 10, 9)
    assert set(shown.working.days("paused")) == days(date(2024, 9, 19), date(2024, 10, 8))


def test_paused_days_ask_nothing_of_a_year_without_notice() -> None:
    pause = Pause(date(2023, 12, 30), date(2023, 12, 31), "暂停", "paused")
    without = CALENDAR.without(2023)
    shown = due(date(2023, 12, 29), WorkingDays(1), calendar=without, pauses=[pause])
    assert (shown.on, shown.provisional) == (date(2024, 1, 2), False)
    assert due(date(2023, 12, 29), WorkingDays(1), calendar=without).provisional


@pytest.mark.parametrize(
    ("start", "n", "on"),
    [
        ("2024-01-15", 3, "2024-04-15"),
        ("2024-01-31", 1, "2024-02-29"),  # a leap year's February
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-03-31", 6, "2024-09-30"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-12-31", 6, "2025-06-30"),
        ("2024-08-31", 0, "2024-08-31"),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(start: str, n: int, on: str) -> None:
    shown = due(date.fromisoformat(start), Months(n), calendar=CALENDAR)
    assert (shown.on, shown.provisional) == (date.fromisoformat(on), False)


def test_a_pause_moves_months_by_the_days_it_takes_out() -> None:
    inside = Pause(date(2024, 2, 1), date(2024, 2, 10), "协商", "in talks")
    shown = due(date(2024, 1, 15), Months(3), calendar=CALENDAR, pauses=[inside])
    assert shown.on == date(2024, 4, 25)
    late = Pause(date(2024, 4, 20), date(2024, 4, 22), "再协商", "in talks again")
    shown = due(date(2024, 1, 15), Months(3), calendar=CALENDAR, pauses=[inside, late])
    assert shown.on == date(2024, 4, 28)  # a pause in the days gained counts as well


@pytest.mark.parametrize(
    ("start", "term", "on"),
    [
        ("2024-03-01", CalendarDays(15), "2024-03-16"),  # a Saturday: not moved
        ("2024-03-01", CalendarDays(15, rolls=True), "2024-03-18"),
        ("2024-09-21", CalendarDays(10, rolls=True), "2024-10-08"),  # over National Day
        ("2024-09-21", CalendarDays(10), "2024-10-01"),
        ("2024-02-19", CalendarDays(10), "2024-02-29"),
        ("2024-08-30", CalendarDays(15, rolls=True), "2024-09-14"),  # a Saturday, but worked
    ],
)
def test_calendar_days_roll_only_where_the_term_says_so(
    start: str, term: CalendarDays, on: str
) -> None:
    assert due(date.fromisoformat(start), term, calendar=CALENDAR).on == date.fromisoformat(on)


def test_only_the_end_of_a_rolling_term_asks_the_calendar() -> None:
    start = date(2026, 11, 30)
    assert not due(start, CalendarDays(60), calendar=CALENDAR).provisional
    assert due(start, CalendarDays(60, rolls=True), calendar=CALENDAR).provisional
    early = due(date(2023, 12, 20), CalendarDays(20, rolls=True), calendar=CALENDAR.without(2023))
    assert (early.on, early.provisional) == (date(2024, 1, 9), False)


@pytest.mark.parametrize(
    ("start", "term", "on"),
    [
        ("2024-05-20", FixedDate(1, 31), "2025-01-31"),
        ("2024-05-20", FixedDate(3, 1), "2025-03-01"),
        ("2024-05-20", FixedDate(8, 31, years_later=0), "2024-08-31"),
        ("2024-05-20", FixedDate(2, 29), "2025-02-28"),
        ("2023-05-20", FixedDate(2, 29), "2024-02-29"),
    ],
)
def test_a_fixed_day_is_moved_by_nothing(start: str, term: FixedDate, on: str) -> None:
    pause = Pause(date(2024, 1, 1), date(2024, 12, 31), "暂停", "paused")
    shown = due(date.fromisoformat(start), term, calendar=CALENDAR, pauses=[pause])
    assert (shown.on, shown.provisional) == (date.fromisoformat(on), False)


def test_a_term_that_cannot_be_is_refused() -> None:
    for term in (WorkingDays, CalendarDays, Months):
        with pytest.raises(TermError, match="负数"):
            term(-1)
    for month, day in ((2, 30), (13, 1), (4, 31)):
        with pytest.raises(TermError, match="没有"):
            FixedDate(month, day)
    with pytest.raises(TermError, match="超出"):
        due(date(9999, 12, 1), Months(1), calendar=CALENDAR)
    with pytest.raises(TermError, match="超出"):
        due(date(9999, 12, 30), WorkingDays(5), calendar=CALENDAR)


terms: st.SearchStrategy[Term] = st.one_of(
    st.integers(0, 60).map(WorkingDays),
    st.builds(CalendarDays, st.integers(0, 90), st.booleans()),
    st.integers(0, 12).map(Months),
    st.just(FixedDate(1, 31)),
)
pauses = st.lists(
    st.builds(
        lambda first, n: Pause(first, first + timedelta(days=n), "暂停", "paused"),
        st.dates(date(2023, 1, 1), date(2027, 1, 1)),
        st.integers(-1, 40),
    ),
    max_size=3,
)


@given(start=st.dates(date(2022, 1, 1), date(2027, 6, 1)), term=terms, pauses=pauses)
def test_a_working_survives_storage_and_adds_up(
    start: date, term: Term, pauses: list[Pause]
) -> None:
    shown = due(start, term, calendar=CALENDAR, pauses=pauses)
    assert Due.from_json(json.loads(json.dumps(shown.to_json()))) == shown
    assert shown.provisional == bool(shown.working.missing_years)
    if isinstance(term, WorkingDays | CalendarDays):
        assert len(shown.working.days(State.COUNTED)) == term.n
    for day in shown.working.days(State.PAUSED):
        assert any(p.first <= day <= p.last for p in pauses)
