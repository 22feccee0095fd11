"""When each duty falls due, and when there is none."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.declare import Duty, due, law
from zhunsheng.kernel.testing import Bureau, Obligation, make_bureau, shipped_calendar
from zhunsheng.regimes.disclosure.duties import DUTIES
from zhunsheng.regimes.disclosure.reply_clock import consultation
from zhunsheng.regimes.disclosure.tests.rows import asked, item, publication, request

DUTY: dict[str, Duty] = {duty.key: duty for duty in DUTIES}
ANSWERED = {"third_party_asked_on": date(2024, 9, 18), "third_party_answered_on": date(2024, 9, 30)}


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def _due(pk: int) -> dict[str, tuple[date, date | None]]:
    rows = Obligation.objects.filter(item_id=pk)
    return {o.duty: (o.due_on, o.done_on) for o in rows}


def test_a_third_party_stops_the_clock_for_exactly_its_days() -> None:
    row = request(**ANSWERED)
    calendar = shipped_calendar()
    answer = due(
        date(2024, 9, 10),
        DUTY["disclosure.reply"].term(row),
        calendar=calendar,
        pauses=consultation(row, law(), calendar),
    )
    assert (answer.on, answer.provisional) == (date(2024, 10, 25), False)
    assert len(answer.working.days("counted")) == 20
    assert set(answer.working.days("paused")) == {date(2024, 9, day) for day in range(19, 31)}
    assert "征求第三方意见" in answer.zh()


def test_one_asked_and_answered_on_one_day_stops_nothing() -> None:
    row = request(third_party_asked_on=date(2024, 9, 18), third_party_answered_on=date(2024, 9, 18))
    calendar = shipped_calendar()
    (pause,) = consultation(row, law(), calendar)
    assert pause.last < pause.first


def test_a_silent_third_party_stops_the_clock_for_its_own_term_only() -> None:
    row = request(third_party_asked_on=date(2024, 9, 18))
    (pause,) = consultation(row, law(), shipped_calendar())
    # 19–20, 23–27, Sunday 29 and 30 September; 8–12 and 14 October: fifteen.
    assert (pause.first, pause.last) == (date(2024, 9, 19), date(2024, 10, 14))


@pytest.mark.parametrize(
    ("values", "start"),
    [
        ({}, date(2024, 9, 10)),
        ({"correction_noticed_on": date(2024, 9, 12)}, None),
        (
            {"correction_noticed_on": date(2024, 9, 12), "corrected_on": date(2024, 9, 26)},
            date(2024, 9, 26),
        ),
        ({"received_on": date(2019, 5, 14)}, None),
        ({"received_on": date(2019, 5, 15)}, date(2019, 5, 15)),
    ],
)
def test_the_reply_term_runs_from_receipt_or_correction(
    values: dict[str, Any], start: date | None
) -> None:
    assert DUTY["disclosure.reply"].started_on(request(**values)) == start


@pytest.mark.parametrize(
    ("formed", "starts"), [(date(2019, 5, 14), False), (date(2019, 5, 15), True)]
)
def test_no_duty_rests_on_a_rule_that_was_not_in_force(formed: date, starts: bool) -> None:
    start = DUTY["disclosure.publish"].started_on(item(formed_on=formed))
    assert (start is not None) is starts


@pytest.mark.django_db
def test_what_is_formed_is_published_within_twenty_working_days(bureau: Bureau) -> None:
    row = publication(bureau, "K1", published_on=date(2024, 4, 1))
    assert _due(row.pk) == {"disclosure.publish": (date(2024, 3, 29), date(2024, 4, 1))}


@pytest.mark.django_db
def test_the_stored_obligation_pauses_too(bureau: Bureau) -> None:
    answered, silent = asked(bureau, "1", **ANSWERED), asked(bureau, "2", **_silent())
    assert _due(answered.pk) == {"disclosure.reply": (date(2024, 10, 25), None)}
    # Five counted to 18 September, fifteen more from 15 October.
    assert _due(silent.pk) == {"disclosure.reply": (date(2024, 11, 4), None)}


def _silent() -> dict[str, date]:
    return {"third_party_asked_on": date(2024, 9, 18)}


@pytest.mark.django_db
def test_correction_is_owed_where_it_is_needed(bureau: Bureau) -> None:
    needed = asked(bureau, "1", needs_correction=True)
    assert _due(needed.pk)["disclosure.correction"] == (date(2024, 9, 20), None)
    noticed = asked(bureau, "2", correction_noticed_on=date(2024, 9, 12))
    assert _due(noticed.pk) == {"disclosure.correction": (date(2024, 9, 20), date(2024, 9, 12))}
    assert "disclosure.correction" not in _due(asked(bureau, "3").pk)


@pytest.mark.django_db
def test_a_leak_is_withdrawn_the_same_day_and_reported_by_the_next(bureau: Bureau) -> None:
    row = publication(
        bureau, "K1", published_on=date(2024, 9, 6), leak_found_on=date(2024, 10, 11),
        withdrawn_on=date(2024, 10, 11), withdrawn_why="含有不应公开的内容",
    )  # fmt: skip
    # 12 October is a working Saturday; hours know neither weekends nor holidays.
    assert _due(row.pk)["disclosure.leak_report"] == (date(2024, 10, 12), None)
    assert _due(row.pk)["disclosure.leak_withdraw"] == (date(2024, 10, 11), date(2024, 10, 11))
    before = publication(
        bureau, "K2", published_on=date(2024, 7, 1), leak_found_on=date(2024, 8, 30)
    )
    assert not {"disclosure.leak_report", "disclosure.leak_withdraw"} & set(_due(before.pk))
    plain = publication(bureau, "K3", published_on=date(2024, 9, 6))
    assert "disclosure.leak_report" not in _due(plain.pk)


def _shown(row: Any) -> Any:
    term = DUTY["disclosure.leak_report"].term(row)
    return due(row.leak_found_on, term, calendar=shipped_calendar())


@pytest.mark.django_db
def test_the_report_of_a_leak_names_its_last_hour_where_the_first_is_known(
    bureau: Bureau,
) -> None:
    leak = {"published_on": date(2024, 9, 6), "leak_found_on": date(2024, 10, 11)}
    timed = publication(bureau, "K1", **leak, leak_found_at="16:05")
    shown = _shown(timed)
    assert shown.on == _due(timed.pk)["disclosure.leak_report"][0]
    assert shown.zh().splitlines() == [
        "自2024年10月11日16:05起算，24小时，至2024年10月12日16:05届满。",
    ]
    shown = _shown(publication(bureau, "K2", **leak))
    assert "24小时（未登记起算时刻，按日计算）" in shown.zh()
