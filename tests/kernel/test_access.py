"""One question says who sees which rows; every list, count and export asks it."""

from datetime import date
from typing import Any

import pytest

from zhunsheng.kernel.access.visible import may_see, sees_everything, visible
from zhunsheng.kernel.occasion.models import Occasion
from zhunsheng.kernel.org.models import Agency, Delegation, Post
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.oversight.models import TeamRemark

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)
EVERYTHING = {"legal_officer", "legal_second", "office", "deputy", "principal"}


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    for division in ("rnd", "talent", "legal"):
        _document(made, division)
    made.put(TeamRemark, division="office", title="意见", about="评审", made_on=date(2024, 5, 8))
    made.put(
        Occasion, title="党组会议", kind="party_group", held_on=TODAY, agenda="议题", led_by="局长"
    )
    return made


def _document(bureau: Bureau, division: str) -> NormativeDocument:
    values: dict[str, Any] = {"normative": True, "judgement_reason": "反复适用", "issuing": "own"}
    values |= {"basis": "《科学技术进步法》", "affects_rights": False, "market_related": False}
    return bureau.put(NormativeDocument, division=division, title=division, **values)


def seen(bureau: Bureau, who: str, *, on: date = TODAY) -> set[str]:
    rows = visible(bureau.persons[who], NormativeDocument, on=on)
    return set(rows.values_list("title", flat=True))


@pytest.mark.parametrize(
    ("who", "divisions"),
    [
        ("recorder", {"rnd", "talent"}),  # keeps both divisions
        ("head", {"rnd"}),
        ("legal_recorder", {"legal"}),
        ("office_recorder", set()),
        ("legal_officer", {"rnd", "talent", "legal"}),
        ("office", {"rnd", "talent", "legal"}),
        ("deputy", {"rnd", "talent", "legal"}),
        ("principal", {"rnd", "talent", "legal"}),
        ("adviser", set()),
        ("team", set()),
        ("administrator", set()),
    ],
)
def test_each_role_sees_what_it_may(bureau: Bureau, who: str, divisions: set[str]) -> None:
    assert seen(bureau, who) == divisions
    rows = {row.title: row for row in NormativeDocument.objects.all()}
    person = bureau.persons[who]
    assert {name for name, row in rows.items() if may_see(person, row, on=TODAY)} == divisions
    assert sees_everything(person, on=TODAY) is (who in EVERYTHING)


def test_the_resident_team_reads_meetings_and_its_remarks_whole(bureau: Bureau) -> None:
    team = bureau.persons["team"]
    assert visible(team, Occasion, on=TODAY).count() == 1
    assert visible(team, TeamRemark, on=TODAY).count() == 1
    assert visible(bureau.persons["adviser"], Occasion, on=TODAY).count() == 0
    assert visible(bureau.persons["administrator"], TeamRemark, on=TODAY).count() == 0


def test_nobody_sees_another_bureau(bureau: Bureau) -> None:
    other = make_bureau("other")
    for person in other.persons.values():
        assert not visible(person, NormativeDocument, on=TODAY).exists()
        assert not visible(person, TeamRemark, on=TODAY).exists()


def test_those_who_see_everything_see_the_affiliated_institutions_too(bureau: Bureau) -> None:
    institute = make_bureau("institute")
    _document(institute, "rnd")
    Agency.objects.filter(pk=institute.agency.pk).update(parent=bureau.agency, affiliated=True)
    officer = bureau.persons["legal_officer"]
    assert visible(officer, NormativeDocument, on=TODAY).count() == 4
    assert seen(bureau, "head") == {"rnd"}
    assert visible(bureau.persons["head"], NormativeDocument, on=TODAY).count() == 1
    Agency.objects.filter(pk=institute.agency.pk).update(affiliated=False)
    assert visible(officer, NormativeDocument, on=TODAY).count() == 3
    # Nor does the institution see the bureau above it.
    assert visible(institute.persons["principal"], NormativeDocument, on=TODAY).count() == 1


def test_a_post_opens_and_ends_with_its_days(bureau: Bureau) -> None:
    head = bureau.persons["head"]
    Post.objects.filter(person=head).update(first_day=date(2024, 2, 1), last_day=TODAY)
    assert seen(bureau, "head", on=date(2024, 1, 31)) == set()
    assert seen(bureau, "head") == {"rnd"}
    assert seen(bureau, "head", on=date(2024, 6, 4)) == set()


def test_a_delegate_sees_what_the_post_sees_while_it_lasts(bureau: Bureau) -> None:
    Delegation.objects.create(
        post=Post.objects.get(person=bureau.persons["head"]),
        to=bureau.persons["office_recorder"],
        first_day=TODAY,
        last_day=TODAY,
        reason="出差",  # on a journey
    )
    assert seen(bureau, "office_recorder") == {"rnd"}
    assert seen(bureau, "office_recorder", on=date(2024, 6, 4)) == set()
