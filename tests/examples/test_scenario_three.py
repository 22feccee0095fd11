"""One Party-group meeting, entered once, feeds every regime it touches: the third scenario."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.reports.desk import issued
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.occasion.hold import hold
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.record.confirm import confirm
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.reports.drift import drift

pytestmark = pytest.mark.django_db
#: The seven facts the meeting counts in, and the overlap between the first two.
COUNTED = (
    "study.thought_sessions",
    "study.party_group_legal",
    "study.sessions",
    "study.sessions.overlap",
    "leadership.principal_acts",
    "leadership.rule_of_law_meetings",
    "decisions.meetings",
    "decisions.meetings.team_present",
)
FACETS: dict[str, dict[str, Any]] = {
    "study.session": {
        "forum": "first_topic", "on_thought": True, "expected": 7, "attended": 7, "hours": 1,
    },
    "leadership.act": {"kind": "preside", "minutes": "党组会议纪要〔2024〕9号"},
    "leadership.meeting": {},
    "decisions.meeting": {"principal_last": True},
}  # fmt: skip


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def meeting(bureau: Bureau, title: str, day: date) -> Occasion:
    """The first topic, the half-year report, the team present, the principal presiding."""
    values = {
        "title": title,
        "kind": "party_group",
        "held_on": day,
        "agenda": "第一议题：学习习近平法治思想；听取上半年法治政府建设情况汇报",
        "led_by": "局长",
        "team_present": True,
    }
    occasion, _ = hold(
        values,
        by=bureau.persons["office_recorder"],
        division=bureau.divisions["office"],
        facets=FACETS,
    )
    confirm(occasion, by=bureau.persons["legal_officer"])
    return occasion


def counts(bureau: Bureau) -> dict[str, Decimal | None]:
    found = facts(Scope(bureau.agency.pk, 2024))
    return {key: fact.value for key, fact in found.items()}


def test_one_entry_moves_every_count_by_one_and_no_other_regime(bureau: Bureau) -> None:
    meeting(bureau, "局党组第1次会议", date(2024, 6, 12))
    bureau.close_all(2024)
    before = counts(bureau)
    meeting(bureau, "局党组第2次会议", date(2024, 7, 25))
    after = counts(bureau)
    assert {key: (after[key] or 0) - (before[key] or 0) for key in COUNTED} == dict.fromkeys(
        COUNTED, 1
    )
    moved = {key for key in after if after[key] != before[key]}
    assert {key.partition(".")[0] for key in moved} == {"study", "leadership", "decisions"}


def test_voided_after_issue_drift_names_each_and_the_edition_stays(bureau: Bureau) -> None:
    meeting(bureau, "局党组第1次会议", date(2024, 6, 12))
    second = meeting(bureau, "局党组第2次会议", date(2024, 7, 25))
    bureau.close_all(2024)
    edition = issued(bureau)
    kept = (edition.facts, load(edition.docx), load(edition.pdf))
    assert drift(edition) == ()
    void(second, by=bureau.persons["legal_officer"], reason="会议改期，未召开")
    moved = {d.key: (d.issued, d.now) for d in drift(edition)}
    assert {key: moved.get(key) for key in COUNTED} == dict.fromkeys(COUNTED, ("2", "1"))
    edition.refresh_from_db()
    assert (edition.facts, load(edition.docx), load(edition.pdf)) == kept
