"""“Before 1 March” is two dates: what the law leaves, and what is safe."""

from datetime import date

import pytest

from zhunsheng.statute.calendar import shipped_calendar
from zhunsheng.statute.deadline import Before, before, by

CALENDAR = shipped_calendar()


@pytest.mark.parametrize(
    ("day", "limit", "safe", "provisional"),
    [
        ("2025-03-01", "2025-02-28", "2025-02-28", False),
        ("2025-04-01", "2025-03-31", "2025-03-31", False),
        ("2024-03-01", "2024-02-29", "2024-02-29", False),
        ("2026-03-01", "2026-02-28", "2026-02-28", False),  # a Saturday worked instead
        ("2027-03-01", "2027-02-28", "2027-02-26", True),
        ("2027-04-01", "2027-03-31", "2027-03-31", True),
    ],
)
def test_before_a_day(day: str, limit: str, safe: str, provisional: bool) -> None:
    expected = Before(date.fromisoformat(limit), date.fromisoformat(safe), provisional)
    assert before(date.fromisoformat(day), CALENDAR) == expected


def test_by_a_day_inside_a_holiday_is_safe_only_before_it() -> None:
    found = by(date(2025, 1, 31), CALENDAR)
    assert (found.limit, found.safe) == (date(2025, 1, 31), date(2025, 1, 27))
    assert by(date(2024, 1, 31), CALENDAR).safe == date(2024, 1, 31)


def test_days_of_the_next_year_looked_at_make_it_provisional() -> None:
    assert before(date(2027, 1, 3), CALENDAR).provisional  # 2 January is a Saturday
    assert not before(date(2027, 1, 1), CALENDAR).provisional
    new_year = by(date(2023, 1, 1), CALENDAR.without(2023))
    assert (new_year.safe, new_year.provisional) == (date(2022, 12, 30), True)


def test_both_dates_read_as_text() -> None:
    found = before(date(2027, 3, 1), CALENDAR)
    assert found.zh() == (
        "法定期限2027-02-28，稳妥期限2027-02-26（期限前最后一个工作日）；"
        "该年放假安排通知尚未装载，暂定"
    )
    assert found.en().startswith("legal limit 2027-02-28, safe 2027-02-26")
    assert "暂定" not in before(date(2026, 3, 1), CALENDAR).zh()
