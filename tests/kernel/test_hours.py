"""A duty of hours is told, reminded and judged by the hour; a duty of days is not."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.duty.feed import Dated, calendar_text
from zhunsheng.kernel.duty.hours import Apart, apart
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.state import DutyState, state_of
from zhunsheng.kernel.duty.urge import reminder, urge_all
from zhunsheng.kernel.link.faults import faults_of
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.disclosure.models import Publication

ZONE = ZoneInfo("Asia/Shanghai")
FRIDAY = date(2024, 10, 11)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 10, day, hour, minute, tzinfo=ZONE)


@pytest.fixture
def bureau(db: None) -> Bureau:
    return make_bureau()


def leak(bureau: Bureau, *, found_at: str = "16:05", **values: Any) -> Obligation:
    """What is owed of a leak found on Friday 11 October 2024."""
    row = bureau.confirmed(
        Publication, division="rnd", title="申报指南", index_number="K1", category="planning",
        formed_on=date(2024, 10, 8), published_on=date(2024, 10, 9), leak_found_on=FRIDAY,
        leak_found_at=found_at, **values,
    )  # fmt: skip
    return Obligation.objects.get(item_id=row.pk, duty="disclosure.leak_report")


def test_the_last_minute_is_in_time() -> None:
    end = moment(12, 16, 5)
    told = [apart(end, moment(*at)) for at in ((12, 13), (12, 15, 30), (12, 16, 5), (12, 16, 6))]
    assert told == [Apart(3, False), Apart(0, False), Apart(0, False), Apart(0, True)]
    assert (apart(end, moment(12, 18, 10)), apart(end, moment(15, 16)).days) == (Apart(2, True), 2)


def test_the_obligation_keeps_the_minute_it_ends_and_was_done(bureau: Bureau) -> None:
    owed = leak(bureau, leak_reported_on=date(2024, 10, 12), leak_reported_at="16:06")
    assert (owed.due_on, owed.due_at, owed.done_at) == (date(2024, 10, 12), "16:05", "16:06")


@pytest.mark.parametrize(
    ("at", "state"), [("16:05", DutyState.DUE_SOON), ("16:06", DutyState.OVERDUE)]
)
def test_it_is_overdue_from_the_minute_after(bureau: Bureau, at: str, state: DutyState) -> None:
    assert state_of(leak(bureau), date(2024, 10, 12), at=at) == state


def test_where_no_hour_was_recorded_the_last_day_counts_whole(bureau: Bureau) -> None:
    owed = leak(bureau, found_at="")
    assert owed.due_at == ""
    assert state_of(owed, date(2024, 10, 12), at="23:59") == DutyState.DUE_SOON
    assert state_of(owed, date(2024, 10, 13), at="00:00") == DutyState.OVERDUE


@pytest.mark.parametrize(
    ("on", "at", "state"),
    [
        (date(2024, 10, 12), "16:05", DutyState.MET),
        (date(2024, 10, 12), "16:06", DutyState.MET_LATE),
        (date(2024, 10, 12), "", DutyState.MET),
        (date(2024, 10, 11), "18:00", DutyState.MET),
    ],
)
def test_it_is_met_by_the_minute(bureau: Bureau, on: date, at: str, state: DutyState) -> None:
    owed = leak(bureau, leak_reported_on=on, leak_reported_at=at)
    assert state_of(owed, date(2024, 10, 31), at="09:00") == state
    late = [f.zh for f in faults_of(owed.agency_id, 2024, date(2024, 10, 31)) if "报告泄密" in f.zh]
    assert bool(late) == (state == DutyState.MET_LATE)
    assert all("2024-10-12 16:06办结" in told for told in late)


@pytest.mark.parametrize(
    ("now", "to", "said"),
    [
        (moment(11, 16, 30), "填报员", "还有23小时"),
        (moment(12, 15, 30), "填报员", "还有不足1小时"),
        (moment(12, 16, 30), "科长", "已逾期不足1小时"),
        (moment(12, 20, 30), "科长", "已逾期4小时"),
        (moment(13, 17), "副局长", "已逾期24小时"),  # a Sunday: hours know no days off
        (moment(15, 17), "副局长", "已逾期3天"),
    ],
)
def test_the_words_and_the_level_go_by_the_hour(
    bureau: Bureau, now: datetime, to: str, said: str
) -> None:
    owed = leak(bureau)
    with standing_at(now):
        told = reminder(owed, today=now.date())
    assert told is not None
    assert "须于2024年10月12日16:05前办理“报告泄密情况（24小时内）”，" + said + "。" in told.text
    assert "含当日" not in told.text and "工作日" not in told.text
    assert to in "、".join(person.name for person in told.to)


def test_a_run_each_hour_reminds_once_at_each_level(bureau: Bureau) -> None:
    owed = leak(bureau)
    counts = []
    for now in (moment(11, 17), moment(11, 18), moment(12, 17), moment(12, 18), moment(13, 17)):
        with standing_at(now):
            made = urge_all(bureau.agency, by=bureau.persons["office"])
        counts.append(len([u for u in made if u.duty == owed.duty]))
    assert [bool(n) for n in counts] == [True, False, True, False, True]


def test_the_calendar_holds_the_last_hour_with_two_alarms() -> None:
    day = Dated("1@kjj", date(2024, 10, 12), "16:05前报告泄密情况", "依据", moment(12, 16, 5))
    lines = calendar_text("期限", [day], now=moment(11, 17)).split("\r\n")
    assert "DTSTART:20241012T070500Z" in lines and "DTEND:20241012T080500Z" in lines
    assert [n for n in lines if n.startswith("TRIGGER")] == ["TRIGGER:-PT11H", "TRIGGER:-PT1H"]
    assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == 2


def test_the_desk_shows_the_time_and_the_hours_left(bureau: Bureau) -> None:
    owed, client = leak(bureau), Client()
    client.force_login(
        bureau.persons["office"], backend="zhunsheng.kernel.org.backend.PersonBackend"
    )
    with standing_at(moment(12, 13)):
        page = client.get(reverse("desk:duties")).text
        assert "2024-10-12 16:05" in page and "还剩3小时" in page
        calendar = client.get(client.get(reverse("desk:duties")).context["feed"]).text
        assert "SUMMARY:16:05前报告泄密情况" in calendar
    with standing_at(moment(12, 18, 30)):
        record = reverse("desk:record", args=["disclosure.publication", owed.item_id])
        assert "逾期2小时" in client.get(record).text
        client.post(reverse("desk:language"), {"language": "en"})
        assert "2 hours overdue" in client.get(record).text
