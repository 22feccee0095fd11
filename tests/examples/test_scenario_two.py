"""Key matters and major decisions are two things, and a rule has its force: the second scenario."""

from datetime import date
from typing import Any

import pytest

from tests.reports.desk import compiled
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.procedure.errors import StepRefusedError
from zhunsheng.kernel.testing import Bureau, Taking, make_bureau, take
from zhunsheng.regimes.decisions.models import Matter, Meeting
from zhunsheng.reports.review import review

pytestmark = pytest.mark.django_db
DAY = date(2024, 9, 12)
REASON = "调整内容仅涉及内部分工，经局长办公会议研究可以先行提请讨论"
#: What Decree 713 and the competition rules want before tabling, none of it done here.
WANTING = {
    "decisions.public_participation",
    "decisions.expert_argument",
    "decisions.risk_assessment",
    "norms.fair_competition_review",
    "decisions.legality_review",
}


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def matter(bureau: Bureau, title: str, **values: Any) -> Matter:
    given = {"major": True, "key_matter": False, "for_whom": "own", "opened_on": date(2024, 7, 1)}
    return bureau.confirmed(Matter, title=title, **{**given, **values})


def meeting(bureau: Bureau) -> Meeting:
    return bureau.confirmed(
        Meeting,
        title="局党组会议",
        kind="party_group",
        held_on=DAY,
        principal_last=True,
        team_present=True,
    )


def tabled(bureau: Bureau, row: Matter, **more: Any) -> None:
    take(row, "table", Taking(by=bureau.persons["legal_officer"], on=DAY, **more))


def decided(bureau: Bureau, row: Matter) -> None:
    values = {"meeting": meeting(bureau)}
    take(row, "decide", Taking(by=bureau.persons["principal"], on=DAY, values=values))


def refused(bureau: Bureau, row: Matter) -> StepRefusedError:
    with pytest.raises(StepRefusedError) as refusal:
        tabled(bureau, row)
    row.refresh_from_db()
    assert (row.stage, row.tabled_on) == ("preparing", None)
    return refusal.value


def test_an_appointment_and_a_payment_go_the_short_way(bureau: Bureau) -> None:
    rows = (
        matter(bureau, "科级干部任职", major=False, key_matter=True, key_kind="appointment"),
        matter(bureau, "拨付48万元", major=False, key_matter=True, key_kind="funds"),
    )
    for row in rows:
        tabled(bureau, row)
        decided(bureau, row)
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024))
    assert found["decisions.key_matters"].value == 2
    assert found["decisions.major"].value == 0


def test_for_the_city_government_every_reason_is_given_at_once(bureau: Bureau) -> None:
    refusal = refused(bureau, matter(bureau, "代市政府承办的决策", for_whom="city_government"))
    assert {o.rule for o in refusal.objections} >= WANTING
    blocking = {o.rule for o in refusal.objections if o.blocks}
    assert "decisions.legality_review" in blocking
    assert "第二十五条" in refusal.zh  # Decree 713, article 25
    # No reason opens what binds.
    row = matter(bureau, "代市政府承办的另一决策", for_whom="city_government")
    officer = bureau.persons["legal_officer"]
    with pytest.raises(StepRefusedError):
        reasons = dict.fromkeys(WANTING, REASON)
        tabled(bureau, row, reasons=reasons, reasoned_by=officer)


def test_the_bureaus_own_takes_the_legal_officers_reason_and_the_report_prints_it(
    bureau: Bureau,
) -> None:
    row = matter(bureau, "内部职能调整方案", no_competition_reason="不涉及经营主体")
    refusal = refused(bureau, row)
    assert "参照" in refusal.zh
    rules = {o.rule for o in refusal.objections}
    assert not [o for o in refusal.objections if o.blocks]
    reasons = dict.fromkeys(rules, REASON)
    tabled(bureau, row, reasons=reasons, reasoned_by=bureau.persons["legal_officer"])
    decided(bureau, row)
    bureau.close_all(2024)
    found = facts(Scope(bureau.agency.pk, 2024))
    assert found["decisions.legality.reasoned"].value == 1
    text = review(compiled(bureau)).text
    assert "由法制机构说明理由后提请讨论的1项：“内部职能调整方案”" in text
    assert REASON in text
