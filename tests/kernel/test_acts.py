"""Recording and confirming: two persons, one transaction, a version and an entry each time."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import (
    ConflictError,
    InvalidError,
    NotAllowedError,
    NotPossibleError,
)
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.draft import draft
from zhunsheng.kernel.record.history import history
from zhunsheng.kernel.record.models import Standing, Version
from zhunsheng.kernel.record.send_back import send_back
from zhunsheng.kernel.record.snapshot import sealed
from zhunsheng.kernel.record.submit import submit
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Chain, Entry
from zhunsheng.regimes.disclosure.models import Posting, Publication

pytestmark = pytest.mark.django_db
VALUES: dict[str, Any] = {
    "title": "党组会议",  # Party-group meeting
    "kind": "party_group",
    "held_on": date(2024, 3, 6),
    "agenda": "第一议题",  # first agenda item
    "led_by": "局长",  # the director
}


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def occasion(bureau: Bureau, *, submitted: bool = True, **values: Any) -> Occasion:
    return draft(
        Occasion,
        VALUES | values,
        by=bureau.persons["recorder"],
        division=bureau.divisions["rnd"],
        submit=submitted,
    )


def test_a_second_person_makes_a_record_count(bureau: Bureau) -> None:
    row = occasion(bureau)
    confirm(row, by=bureau.persons["head"])
    row.refresh_from_db()
    assert row.standing == Standing.CONFIRMED
    assert row.confirmed_by == bureau.persons["head"]
    assert row.version == 2


def test_nobody_confirms_what_they_recorded_and_the_refusal_is_in_the_trail(
    bureau: Bureau,
) -> None:
    head = bureau.persons["head"]
    row = draft(Occasion, VALUES, by=head, division=bureau.divisions["rnd"], submit=True)
    with pytest.raises(NotAllowedError) as refusal:
        confirm(row, by=head)
    assert "不能由本人确认" in refusal.value.zh  # cannot be confirmed by the same person
    assert "cannot confirm" in refusal.value.en
    last = Entry.objects.order_by("-pk").first()
    assert last is not None
    assert last.action == "refused:confirm"
    row.refresh_from_db()
    assert row.standing == Standing.SUBMITTED


def test_another_head_stands_in_where_the_only_head_recorded(bureau: Bureau) -> None:
    row = draft(
        Occasion,
        VALUES,
        by=bureau.persons["head"],
        division=bureau.divisions["rnd"],
        submit=True,
    )
    confirm(row, by=bureau.persons["legal_officer"])
    assert row.standing == Standing.CONFIRMED


def test_a_recorder_of_another_division_is_refused(bureau: Bureau) -> None:
    with pytest.raises(NotAllowedError):
        draft(
            Occasion,
            VALUES,
            by=bureau.persons["office_recorder"],
            division=bureau.divisions["rnd"],
        )
    assert not Occasion.objects.exists()


def test_each_version_equals_the_row_and_its_digest(bureau: Bureau) -> None:
    row = occasion(bureau)
    confirm(row, by=bureau.persons["head"])
    row.refresh_from_db()
    last = Version.objects.get(item_id=row.pk, number=2)
    assert (last.data, last.digest) == sealed(row)
    assert json.loads(last.data)["held_on"] == "2024-03-06"


def test_a_stale_page_overwrites_nothing(bureau: Bureau) -> None:
    row = occasion(bureau)
    stale = Occasion.objects.get(pk=row.pk)
    confirm(row, by=bureau.persons["head"])
    with pytest.raises(ConflictError) as refusal:
        amend(stale, {"title": "改名"}, by=bureau.persons["recorder"], reason="更正")
    assert bureau.persons["head"].name in refusal.value.zh
    row.refresh_from_db()
    assert row.title == VALUES["title"]


def test_a_correction_needs_a_reason_and_a_new_confirmation(bureau: Bureau) -> None:
    row = occasion(bureau)
    confirm(row, by=bureau.persons["head"])
    with pytest.raises(NotPossibleError):
        amend(row, {"title": "民主生活会"}, by=bureau.persons["recorder"])
    amend(row, {"title": "民主生活会"}, by=bureau.persons["recorder"], reason="会议名称有误")
    row.refresh_from_db()
    assert row.standing == Standing.SUBMITTED
    assert row.confirmed_by is None
    past = history(row)
    assert past[0].version.reason == "会议名称有误"
    assert [(c.before, c.after) for c in past[0].changes] == [(VALUES["title"], "民主生活会")]


def test_a_returned_record_is_a_draft_with_its_reason(bureau: Bureau) -> None:
    row = occasion(bureau)
    send_back(row, by=bureau.persons["head"], reason="缺议题")
    row.refresh_from_db()
    assert row.standing == Standing.DRAFT
    submit(row, by=bureau.persons["recorder"])
    assert row.standing == Standing.SUBMITTED


def test_a_voided_record_stays_and_cannot_be_confirmed(bureau: Bureau) -> None:
    row = occasion(bureau)
    confirm(row, by=bureau.persons["head"])
    void(row, by=bureau.persons["legal_officer"], reason="重复登记")
    row.refresh_from_db()
    assert row.standing == Standing.VOIDED
    with pytest.raises(NotPossibleError):
        confirm(row, by=bureau.persons["head"])
    assert Version.objects.filter(item_id=row.pk).count() == 3


def test_every_fault_of_a_form_is_named_at_once_and_nothing_is_stored(bureau: Bureau) -> None:
    with pytest.raises(InvalidError) as refusal:
        occasion(bureau, title="", kind="feast", held_on=None)
    assert len(refusal.value.faults) == 3
    assert not Occasion.objects.exists()


def test_an_action_is_one_entry_and_the_chain_grows_by_one(bureau: Bureau) -> None:
    row = occasion(bureau)
    before = Chain.objects.get(agency=bureau.agency)
    confirm(row, by=bureau.persons["head"])
    after = Chain.objects.get(agency=bureau.agency)
    assert after.length == before.length + 1
    entry = Entry.objects.get(agency=bureau.agency, sequence=after.length)
    assert json.loads(entry.payload)["previous"] == before.head
    assert entry.digest == after.head


def test_a_line_about_a_day_to_come_keeps_its_record_a_draft(bureau: Bureau) -> None:
    by, division = bureau.persons["office_recorder"], bureau.divisions["office"]
    item = draft(
        Publication,
        {
            "title": "申报通知",
            "index_number": "1",
            "category": "services",
            "formed_on": date(2024, 3, 1),
        },
        by=by,
        division=division,
    )
    tomorrow = clock.today() + timedelta(days=1)
    values = {"publication": item, "title": item.title, "channel": "portal", "posted_on": tomorrow}
    line = draft(Posting, values, by=by, division=division)
    with pytest.raises(InvalidError, match="日期在今天之后"):
        submit(item, by=by)
    for row in (item, line):
        row.refresh_from_db()
        assert row.standing == Standing.DRAFT
    amend(line, {"posted_on": clock.today()}, by=by)
    assert line.standing == Standing.DRAFT
    amend(item, {"title": "申报指南"}, by=by, submit=True)
    versions = item.item.versions.order_by("number")
    assert [v.action for v in versions] == ["draft", "amend"]  # mended and handed in as one action
    for row in (item, line):
        row.refresh_from_db()
        assert row.standing == Standing.SUBMITTED
