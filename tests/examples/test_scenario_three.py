"""One meeting entered once feeds every regime it touches: the third scenario."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.reports import desk
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.occasion.hold import hold
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.models import Item, Record
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.reports.drift import drift

pytestmark = pytest.mark.django_db
MEETING = {
    "title": "局党组2024年第9次会议",
    "kind": "party_group",
    "held_on": date(2024, 7, 25),
    "agenda": "第一议题：学习习近平总书记关于依法治国的重要论述；听取上半年法治政府建设情况汇报",
    "led_by": "局长",
    "team_present": True,
}
#: What each regime takes from it, beyond what the meeting itself says.
FACETS: dict[str, dict[str, Any]] = {
    "study.session": {"forum": "first_topic", "on_thought": True},
    "leadership.act": {"kind": "preside", "about": "听取上半年法治政府建设情况汇报"},
    "leadership.meeting": {},
    "decisions.meeting": {"principal_last": True},
}
#: The figures the report names.
NAMED = {
    "study.sessions",
    "study.thought_sessions",
    "study.party_group_legal",
    "leadership.principal_acts",
    "leadership.rule_of_law_meetings",
    "decisions.meetings",
    "decisions.meetings.team_present",
}
#: Their parts and what the two study counts share: the same meeting, looked at more closely.
PARTS = {
    "study.sessions.overlap",
    "study.activities",
    "study.activities.first_topic",
    "study.attendance.unrecorded",
    "leadership.acts",
    "leadership.acts.unrecorded",
    "leadership.principal_acts.preside",
    "leadership.rule_of_law_meetings.party_group",
    "decisions.meetings.party_group",
    "decisions.meetings.principal_last",
}


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    made.close_all(desk.YEAR)
    return made


def held(bureau: Bureau) -> tuple[Occasion, tuple[Record, ...]]:
    return hold(
        MEETING,
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
        facets=FACETS,
    )


def values(bureau: Bureau) -> dict[str, Decimal | None]:
    return {k: f.value for k, f in facts(Scope(bureau.agency.pk, desk.YEAR)).items()}


def moved(before: dict[str, Decimal | None], after: dict[str, Decimal | None]) -> dict[str, Any]:
    return {k: (before[k], after[k]) for k in before if before[k] != after[k]}


def test_one_entry_and_one_confirmation_move_each_figure_by_one_and_nothing_else(
    bureau: Bureau,
) -> None:
    before = values(bureau)
    items = Item.objects.count()
    occasion, made = held(bureau)
    assert Item.objects.count() == items + 1 + len(made)
    assert values(bureau) == before  # nothing counts before the second person
    confirm(occasion, by=bureau.persons["legal_officer"])
    changed = moved(before, values(bureau))
    counts = {key for key, (old, new) in changed.items() if (old, new) == (0, 1)}
    assert counts == NAMED | PARTS
    # Rates that were undefined while there was no meeting.
    assert {key for key in changed if changed[key][0] is None} == changed.keys() - counts


def test_voided_after_issue_drift_names_every_figure_and_the_edition_stays(bureau: Bureau) -> None:
    occasion, made = held(bureau)
    confirm(occasion, by=bureau.persons["legal_officer"])
    edition = desk.issued(bureau)
    kept = (edition.facts, load(edition.docx), load(edition.pdf))
    assert drift(edition) == ()
    gone = void(
        Occasion.objects.get(pk=occasion.pk),
        by=bureau.persons["legal_officer"],
        reason="会议登记有误",
    )
    assert {row.pk for row in gone} == {occasion.pk, *(row.pk for row in made)}
    named = {d.key: (d.issued, d.now) for d in drift(edition)}
    assert named.keys() >= NAMED
    assert {named[key] for key in NAMED | PARTS} == {("1", "0")}
    edition.refresh_from_db()
    assert (edition.facts, load(edition.docx), load(edition.pdf)) == kept
