"""Holiday notices: who keeps the calendar, what moves with it, and that it is trailed."""

import json
from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.duty.load_notice import load_notice, remove_notice
from zhunsheng.kernel.duty.models import LoadedNotice, Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.state import DutyState, state_of
from zhunsheng.kernel.errors import NotAllowedError
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.statute.errors import NoticeError

pytestmark = pytest.mark.django_db
#: Days of 2024 as the General Office noticed them (国办发明电〔2023〕7号).
AUTUMN = """
year = 2024
number = "国办发明电〔2023〕7号"
title = "国务院办公厅关于2024年部分节假日安排的通知"
off = [[2024-09-15, 2024-09-17], [2024-10-01, 2024-10-07]]
work = [2024-09-14, 2024-09-29, 2024-10-12]
"""


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def request(bureau: Bureau, **values: Any) -> Request:
    given: dict[str, Any] = {"number": "1", "applicant": "person", "means": "online"}
    given |= {"title": "申请", "received_on": date(2024, 9, 10)}  # a request for information
    return bureau.confirmed(Request, division="office", **(given | values))


def owed(row: Request) -> Obligation:
    return Obligation.objects.get(item_id=row.pk, duty="disclosure.reply")


def last_entry() -> dict[str, Any]:
    entry = Entry.objects.order_by("-pk").first()
    assert entry is not None
    content: dict[str, Any] = json.loads(entry.payload)
    return content


@pytest.mark.parametrize("who", ["administrator", "legal_officer", "office"])
def test_removing_a_notice_makes_the_dates_provisional_and_says_how_many(
    bureau: Bureau, who: str
) -> None:
    row = request(bureau)
    assert (owed(row).due_on, owed(row).provisional) == (date(2024, 10, 14), False)
    assert remove_notice(2024, by=bureau.persons[who]) == 1
    assert (owed(row).due_on, owed(row).provisional) == (date(2024, 10, 8), True)
    content = last_entry()
    assert content["action"] == "remove_notice"
    assert content["details"] == {"moved": 1, "number": "", "year": 2024}


def test_loading_it_again_brings_the_dates_back(bureau: Bureau) -> None:
    row = request(bureau)
    by = bureau.persons["administrator"]
    remove_notice(2024, by=by)
    assert load_notice(AUTUMN, by=by) == 1
    assert (owed(row).due_on, owed(row).provisional) == (date(2024, 10, 14), False)
    assert last_entry()["details"]["number"] == "国办发明电〔2023〕7号"
    assert load_notice(AUTUMN, by=by) == 0  # the same notice moves nothing
    assert LoadedNotice.objects.count() == 1


def test_a_correction_of_a_notice_moves_what_it_touches_and_nothing_else(bureau: Bureau) -> None:
    touched = request(bureau)
    apart = request(bureau, number="2", received_on=date(2024, 3, 4))
    before = owed(apart).due_on
    changed = AUTUMN.replace("2024-10-12]", "2024-10-12, 2024-09-22]")  # a Sunday worked besides
    assert load_notice(changed, by=bureau.persons["administrator"]) >= 1
    assert owed(touched).due_on == date(2024, 10, 12)
    assert owed(apart).due_on == before


@pytest.mark.parametrize("who", ["recorder", "head", "principal", "team"])
def test_nobody_else_keeps_the_calendar(bureau: Bureau, who: str) -> None:
    row = request(bureau)
    with pytest.raises(NotAllowedError):
        remove_notice(2024, by=bureau.persons[who])
    assert last_entry()["action"] == "refused:remove_notice"
    assert not LoadedNotice.objects.exists()
    assert not owed(row).provisional


@pytest.mark.parametrize(
    "text",
    [
        "",
        "放假三天",  # three days off
        AUTUMN.replace("year = 2024", "year = 2023"),
        AUTUMN.replace("[2024-09-14,", "[2024-09-13,"),  # a Friday cannot be worked instead
    ],
)
def test_a_text_that_is_no_notice_is_refused_and_changes_nothing(bureau: Bureau, text: str) -> None:
    row = request(bureau)
    with pytest.raises(NoticeError) as refusal:
        load_notice(text, by=bureau.persons["administrator"])
    assert refusal.value.zh
    assert refusal.value.en
    assert owed(row).due_on == date(2024, 10, 14)
    assert calendar().loaded(2024)


def test_an_obligation_is_what_the_record_s_last_state_asks_for(bureau: Bureau) -> None:
    row = request(bureau)
    states = [
        (date(2024, 9, 20), DutyState.OPEN),
        (date(2024, 10, 7), DutyState.DUE_SOON),
        (date(2024, 10, 14), DutyState.DUE_SOON),
        (date(2024, 10, 15), DutyState.OVERDUE),
    ]
    assert [(day, state_of(owed(row), day)) for day, _ in states] == states
    answered = request(bureau, number="2", replied_on=date(2024, 10, 14), reply="opened")
    assert state_of(owed(answered), date(2024, 10, 14)) == DutyState.MET
    assert state_of(owed(answered), date(2024, 10, 13)) == DutyState.DUE_SOON
    late = request(bureau, number="3", replied_on=date(2024, 10, 15), reply="opened")
    assert state_of(owed(late), date(2024, 12, 31)) == DutyState.MET_LATE


def test_a_voided_record_owes_nothing(bureau: Bureau) -> None:
    row = request(bureau)
    void(row, by=bureau.persons["legal_officer"], reason="重复登记")  # entered twice
    assert not Obligation.objects.filter(item_id=row.pk).exists()
