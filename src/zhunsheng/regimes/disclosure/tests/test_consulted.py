"""Several organs made it: the one that leads asks the others, who answer in their own term."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from zhunsheng.kernel.declare import due, law
from zhunsheng.kernel.testing import (
    Bureau,
    Obligation,
    Scope,
    StepRefusedError,
    Taking,
    derive,
    facts,
    make_bureau,
    perform,
    shipped_calendar,
    take,
)
from zhunsheng.regimes.disclosure.checks import CONSULTED_CHECKS, REQUEST_CHECKS
from zhunsheng.regimes.disclosure.duties import DUTIES
from zhunsheng.regimes.disclosure.models import Consulted
from zhunsheng.regimes.disclosure.procedure import HANDLING
from zhunsheng.regimes.disclosure.reply_clock import consultation
from zhunsheng.regimes.disclosure.tests.rows import asked, request

REPLY = next(duty for duty in DUTIES if duty.key == "disclosure.reply")


@pytest.fixture
def bureau(db: None) -> Bureau:
    return make_bureau()


def letter(bureau: Bureau, **values: Any) -> Consulted:
    given: dict[str, Any] = {
        "title": "联合印发文件的审核材料",
        "asked_by": "澜川市财政局",
        "received_on": date(2024, 9, 10),
    }
    return bureau.confirmed(Consulted, division="office", **(given | values))


def test_a_letter_is_answered_in_fifteen_working_days(bureau: Bureau) -> None:
    row = letter(bureau, answered_on=date(2024, 9, 30), view="open")
    owed = Obligation.objects.get(item_id=row.pk)
    # 11–14, 18–20, 23–27, 29, 30 September and 8 October: 14 and 29 September are worked.
    assert (owed.duty, owed.due_on) == ("disclosure.consulted", date(2024, 10, 8))


def test_letters_count_by_the_day_they_came(bureau: Bureau) -> None:
    letter(bureau, answered_on=date(2024, 10, 8), view="open")
    letter(bureau, title="乙", answered_on=date(2024, 10, 9), view="withhold", reason="尚在研究")
    letter(bureau, title="丙", received_on=date(2023, 12, 29))
    bureau.close_all(2024)
    keys = ("disclosure.consulted", "disclosure.consulted.on_time")
    found = facts(Scope(bureau.agency.pk, 2024), keys)
    assert [found[key].value for key in keys] == [2, 1]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        ({"answered_on": date(2024, 9, 9), "view": "open"}, ["answered_on"]),
        ({"answered_on": date(2024, 9, 11)}, ["view"]),
        ({"answered_on": date(2024, 9, 11), "view": "partly"}, ["reason"]),
        ({"answered_on": date(2024, 9, 11), "view": "partly", "reason": "部分尚未定案"}, []),
    ],
)
def test_what_cannot_be_true_of_a_letter(values: dict[str, Any], fields: list[str]) -> None:
    empty = {"received_on": date(2024, 9, 10), "answered_on": None, "view": "", "reason": ""}
    row = SimpleNamespace(**{**empty, **values})
    assert [check.field for check in CONSULTED_CHECKS if not check.holds(row)] == fields


def _due(**values: Any) -> Any:
    row, calendar = request(**values), shipped_calendar()
    pauses = consultation(row, law(), calendar)
    return due(date(2024, 9, 10), REPLY.term(row), calendar=calendar, pauses=pauses)


def test_the_other_organ_s_days_do_not_count_either() -> None:
    days = {"organ_asked_on": date(2024, 9, 18), "organ_answered_on": date(2024, 9, 30)}
    answer = _due(**days)
    assert answer.on == date(2024, 10, 25)  # as with a third party
    assert "征求其他机关意见" in answer.zh()


def test_days_with_both_are_left_out_once() -> None:
    answer = _due(
        third_party_asked_on=date(2024, 9, 18), third_party_answered_on=date(2024, 9, 26),
        organ_asked_on=date(2024, 9, 20), organ_answered_on=date(2024, 9, 30),
    )  # fmt: skip
    assert answer.on == date(2024, 10, 25)
    assert set(answer.working.days("paused")) == {date(2024, 9, day) for day in range(19, 31)}


def test_silence_ends_the_pause_with_the_organ_s_own_term() -> None:
    (pause,) = consultation(request(organ_asked_on=date(2024, 9, 18)), law(), shipped_calendar())
    assert (pause.first, pause.last) == (date(2024, 9, 19), date(2024, 10, 14))


def test_an_answer_without_a_question_is_refused() -> None:
    row = request(organ_answered_on=date(2024, 9, 30))
    assert [c.field for c in REQUEST_CHECKS if not c.holds(row)] == ["organ_answered_on"]


def test_an_imported_request_shows_both_consultations() -> None:
    row = request(
        third_party_asked_on=date(2024, 9, 18), third_party_answered_on=date(2024, 9, 26),
        organ_asked_on=date(2024, 9, 20),
    )  # fmt: skip
    _, steps = derive(HANDLING, row)
    assert [s.transition.key for s in steps] == [
        "ask_third_party", "ask_organ", "hear_third_party",
    ]  # fmt: skip


def _by(bureau: Bureau, who: str, on: date, **values: object) -> Taking:
    return Taking(by=bureau.persons[who], on=on, values=values)


def test_both_are_asked_at_once_and_the_reply_waits_for_both(bureau: Bureau) -> None:
    row = asked(bureau, "1")
    take(row, "ask_third_party", _by(bureau, "head", date(2024, 9, 18)))
    take(row, "ask_organ", _by(bureau, "head", date(2024, 9, 18)))
    take(row, "hear_third_party", _by(bureau, "head", date(2024, 9, 20)))
    with pytest.raises(StepRefusedError) as refused:
        perform(row, "reply", _by(bureau, "office", date(2024, 9, 23), reply="opened"))
    (objection,) = refused.value.objections
    assert objection.rule == "disclosure.joint_term"
    assert "2024-10-14" in objection.zh
    take(row, "hear_organ", _by(bureau, "head", date(2024, 9, 24)))
    assert {t.key for t in HANDLING.open_to(row)} == {"extend", "reply"}
    perform(row, "reply", _by(bureau, "office", date(2024, 9, 25), reply="opened"))
    assert row.stage == "replied"
