"""Links: a role is played by what a regime offers for it, while it still meets its condition."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
from django.utils import timezone

from zhunsheng.kernel.clock import standing_at
from zhunsheng.kernel.errors import NotAllowedError, NotPossibleError
from zhunsheng.kernel.link.join import has_role, link
from zhunsheng.kernel.link.models import Link
from zhunsheng.kernel.record.amend import amend
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.oversight.models import SupervisionAct, TeamRemark

pytestmark = pytest.mark.django_db
ROLE = "answers_problem"


@pytest.fixture
def bureau() -> Iterator[Bureau]:
    """In May 2024, when no answer is overdue: what is overdue may be linked without an offer."""
    with standing_at(timezone.make_aware(datetime.combine(date(2024, 5, 21), time(12)))):
        yield make_bureau()


@pytest.fixture
def problem(bureau: Bureau) -> Record:
    return bureau.confirmed(
        SupervisionAct,
        title="视察提出的问题",  # what an inspection found
        kind="inspection",
        held_on=date(2024, 4, 9),
        held_by="市人大",
    )


def remark(bureau: Bureau, **values: Any) -> TeamRemark:
    """Offered for the role once it is answered."""
    given: dict[str, Any] = {"about": "评审", "made_on": date(2024, 5, 8)}  # on a review
    return bureau.confirmed(TeamRemark, division="office", title="意见", **(given | values))


def test_what_is_offered_plays_the_role_in_one_trailed_act(bureau: Bureau, problem: Record) -> None:
    source = remark(bureau, answered_on=date(2024, 5, 20))
    assert not has_role(problem, ROLE)
    link(source, ROLE, problem, by=bureau.persons["legal_officer"])
    assert has_role(problem, ROLE)
    assert not has_role(source, ROLE)
    assert Entry.objects.filter(action="link").count() == 1


def test_what_does_not_meet_the_offer_yet_is_refused(bureau: Bureau, problem: Record) -> None:
    with pytest.raises(NotPossibleError) as refusal:
        link(remark(bureau), ROLE, problem, by=bureau.persons["legal_officer"])
    assert "回应的问题" in refusal.value.zh  # the role's name
    assert ROLE in refusal.value.en
    assert not Link.objects.exists()


def test_what_no_regime_offers_is_refused(bureau: Bureau, problem: Record) -> None:
    assert not registry().offers("minutes")
    with pytest.raises(NotPossibleError):
        link(problem, "minutes", problem, by=bureau.persons["legal_officer"])
    assert not has_role(problem, "minutes")


@pytest.mark.parametrize("who", ["office_recorder", "team", "adviser", "administrator"])
def test_who_does_not_keep_the_target_s_records_links_nothing(
    bureau: Bureau, problem: Record, who: str
) -> None:
    source = remark(bureau, answered_on=date(2024, 5, 20))
    with pytest.raises(NotAllowedError):
        link(source, ROLE, problem, by=bureau.persons[who])
    assert not Link.objects.exists()
    assert Entry.objects.filter(action="refused:link").count() == 1


def test_nothing_is_linked_across_bureaus(bureau: Bureau, problem: Record) -> None:
    other = make_bureau("other")
    source = remark(other, answered_on=date(2024, 5, 20))
    with pytest.raises(NotAllowedError):
        link(source, ROLE, problem, by=bureau.persons["legal_officer"])


def test_a_role_outside_the_kernel_s_list_is_refused_by_name(
    bureau: Bureau, problem: Record
) -> None:
    source = remark(bureau, answered_on=date(2024, 5, 20))
    with pytest.raises(NotPossibleError) as refusal:
        link(source, "friend", problem, by=bureau.persons["legal_officer"])
    assert "friend" in refusal.value.zh


def test_the_same_link_is_kept_once(bureau: Bureau, problem: Record) -> None:
    source = remark(bureau, answered_on=date(2024, 5, 20))
    first = link(source, ROLE, problem, by=bureau.persons["legal_officer"])
    again = link(source, ROLE, problem, by=bureau.persons["recorder"])
    assert again == first
    assert Link.objects.count() == 1


def test_a_voided_player_plays_no_more(bureau: Bureau, problem: Record) -> None:
    source = remark(bureau, answered_on=date(2024, 5, 20))
    link(source, ROLE, problem, by=bureau.persons["legal_officer"])
    void(source, by=bureau.persons["legal_officer"], reason="重复登记")  # entered twice
    assert not has_role(problem, ROLE)
    assert Link.objects.count() == 1  # the link itself stays as it was made


def test_a_player_that_no_longer_meets_its_offer_plays_no_more(
    bureau: Bureau, problem: Record
) -> None:
    source = remark(bureau, answered_on=date(2024, 5, 20))
    link(source, ROLE, problem, by=bureau.persons["legal_officer"])
    source.refresh_from_db()
    amend(
        source,
        {"answered_on": None},
        by=bureau.persons["office_recorder"],
        reason="尚未答复",  # not answered yet
    )
    assert not has_role(problem, ROLE)
