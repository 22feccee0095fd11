"""An agency sets a limit no verified law fixes: due dates move, and the trail says so."""

import json
from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.duty.notices import calendar
from zhunsheng.kernel.duty.refresh import working
from zhunsheng.kernel.errors import InvalidError, NotPossibleError
from zhunsheng.kernel.limits import applying, may_set
from zhunsheng.kernel.org.change import approve, propose
from zhunsheng.kernel.org.changes import KINDS
from zhunsheng.kernel.org.models import OrganisationChange
from zhunsheng.kernel.registry import law, registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.counsel.models import Opinion
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.regimes.oversight.models import HandlingReport

pytestmark = pytest.mark.django_db
OPINION = "counsel.opinion_term/working_days"  # 10 working days, a bureau's own practice


@pytest.fixture
def bureau() -> Bureau:
    return make_bureau()


def asked(bureau: Bureau) -> Opinion:
    given: dict[str, Any] = {"kind": "policy", "adviser": "叶衡", "no_conflict": True}
    given |= {"title": "创新券办法征询", "asked_on": date(2024, 6, 3)}  # advice on a measure
    return bureau.confirmed(Opinion, division="legal", **given)


def due(row: Any) -> date:
    found: date = Obligation.objects.get(item_id=row.pk).due_on
    return found


def proposed(bureau: Bureau, limit: str, value: str) -> OrganisationChange:
    return propose(
        bureau.agency, KINDS["limit"], {"limit": limit, "value": value},
        by=bureau.persons["administrator"], reason="局务会议定",
    )  # fmt: skip


def put(bureau: Bureau, limit: str, value: str) -> OrganisationChange:
    change = proposed(bureau, limit, value)
    return approve(change, KINDS["limit"], by=bureau.persons["administrator_second"])


def test_due_dates_move_when_the_change_is_approved_and_not_before(bureau: Bureau) -> None:
    row = asked(bureau)
    assert due(row) == date(2024, 6, 18)
    change = proposed(bureau, OPINION, "15")
    assert due(row) == date(2024, 6, 18)
    assert change.told_zh == (
        "期限“法律意见自征询之日起10个工作日内出具”由10个工作日改为15个工作日，1个到期日随之变动"
    )
    approve(change, KINDS["limit"], by=bureau.persons["administrator_second"])
    assert due(row) == date(2024, 6, 25)


def test_rows_entered_later_and_the_working_of_their_dates_use_it_too(bureau: Bureau) -> None:
    put(bureau, OPINION, "5")
    row = asked(bureau)
    assert due(row) == date(2024, 6, 11)
    duty = registry().duties(Opinion)[0]
    shown = working(row, duty, calendar())
    assert shown is not None
    assert (shown.on, shown.working.rule_zh) == (date(2024, 6, 11), "5个工作日")


def test_a_day_of_the_year_is_set_like_any_limit(bureau: Bureau) -> None:
    row = bureau.confirmed(
        HandlingReport, division="office", title="半年报告", for_year=2024, half_year=True,
        assigned_on=date(2024, 6, 20), sent_to="市人大常委会",
    )  # fmt: skip
    assert due(row) == date(2024, 7, 31)
    put(bureau, "oversight.half_yearly_report/month_day", "7-15")
    assert due(row) == date(2024, 7, 15)


def test_another_agency_keeps_its_own(bureau: Bureau) -> None:
    other = make_bureau("other")
    here, there = asked(bureau), asked(other)
    put(bureau, OPINION, "15")
    assert (due(here), due(there)) == (date(2024, 6, 25), date(2024, 6, 18))
    with applying(bureau.agency.pk):
        assert law().rule("counsel.opinion_term").value("working_days") == 15
    with applying(other.agency.pk):
        assert law().rule("counsel.opinion_term").value("working_days") == 10
    assert law().rule("counsel.opinion_term").value("working_days") == 10


def test_going_back_to_the_default_keeps_nothing_of_ones_own(bureau: Bureau) -> None:
    row = asked(bureau)
    put(bureau, OPINION, "15")
    put(bureau, OPINION, "10")
    bureau.agency.refresh_from_db()
    assert bureau.agency.limits == {}
    assert due(row) == date(2024, 6, 18)


def test_the_trail_holds_what_became_what_why_and_by_whom(bureau: Bureau) -> None:
    put(bureau, OPINION, "15")
    entry = Entry.objects.get(action="approve_change")
    content = json.loads(entry.payload)
    assert content["reason"] == "局务会议定"
    assert content["details"]["values"] == {"limit": OPINION, "value": "15"}
    assert "由10个工作日改为15个工作日" in content["details"]["told_zh"]
    assert entry.actor.endswith("administrator_second")


def test_what_a_verified_law_fixes_cannot_be_changed(bureau: Bureau) -> None:
    row = bureau.confirmed(
        Request, division="office", title="申请", number="1", applicant="person", means="online",
        received_on=date(2024, 9, 10),
    )  # fmt: skip
    before = list(Obligation.objects.filter(item_id=row.pk).values_list("duty", "due_on"))
    with pytest.raises(NotPossibleError, match="本单位不能更改"):
        proposed(bureau, "disclosure.reply_term/working_days", "30")
    assert list(Obligation.objects.filter(item_id=row.pk).values_list("duty", "due_on")) == before
    assert Entry.objects.latest("sequence").action == "refused:propose_change"


def test_no_verified_law_of_others_is_among_what_may_be_set() -> None:
    for rule in law().rules():
        for name in rule.values:
            if may_set(rule, name):
                assert rule.confidence != "verified" or rule.force == "internal"


@pytest.mark.parametrize(
    ("limit", "value", "told"),
    [
        (OPINION, "十五", "整数"),
        (OPINION, "0", "整数"),
        (OPINION, "99999", "整数"),
        ("no.such/days", "5", "列表"),
        ("leadership.account/month_day", "2-30", "没有2月30日"),
        ("leadership.account/month_day", "31", "写成2-15"),
    ],
)
def test_a_number_that_is_no_limit_is_refused(
    bureau: Bureau, limit: str, value: str, told: str
) -> None:
    with pytest.raises(InvalidError, match=told):
        proposed(bureau, limit, value)


def test_a_day_of_the_year_is_one_limit(bureau: Bureau) -> None:
    change = put(bureau, "leadership.account/month_day", "2月15日")
    assert "由1月31日改为2月15日" in change.told_zh
    bureau.agency.refresh_from_db()
    assert bureau.agency.limits == {"leadership.account/month": 2, "leadership.account/day": 15}
    with pytest.raises(NotPossibleError, match="没有变化"):
        proposed(bureau, "leadership.account/month_day", "2-15")
