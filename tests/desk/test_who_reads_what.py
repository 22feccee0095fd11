"""Role by role, page by page: whose rows appear, and whose appear on no page at all."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.urls import reverse

from tests.desk.people import DOCUMENT, People, register_page
from zhunsheng.kernel.link.join import link
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.counsel.models import Opinion
from zhunsheng.regimes.decisions.models import Meeting
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.oversight.models import TeamRemark

WORD = "丹青"  # stands in every title, so that the search finds whatever it may
DAY = date(2024, 6, 3)
OWN, OTHER, ASKED, UNASKED = (f"{WORD}{n}" for n in ("本科", "他科", "问过", "没问"))
MEETING, REMARK, ABROAD = (f"{WORD}{n}" for n in ("会议", "意见", "外局"))
#: Who reads what of DOMAIN's table; every title not named here must appear on no page of theirs.
READS = {
    "recorder": {OWN},
    "head": {OWN},
    "office_recorder": {OTHER, MEETING, REMARK},
    "legal_recorder": {ASKED, UNASKED},
    "adviser": {ASKED, OWN},
    "team": {MEETING, REMARK},
    "administrator": set(),
    "security": set(),
    "auditor": set(),
}
ALL = {OWN, OTHER, ASKED, UNASKED, MEETING, REMARK}
READS |= dict.fromkeys(("legal_officer", "office", "deputy", "principal"), ALL)
MODELS = (NormativeDocument, Request, Opinion, Meeting, TeamRemark)
PAGES = (
    "home", "duties", "monthly", "irregularities", "problems", "registers", "imports", "figures",
    "reports", "report-parts", "trail", "admin", "reference", "reference-notices", "password",
)  # fmt: skip


def fill(bureau: Bureau) -> None:
    """A row of each kind; the opinion that was asked is linked to the own division's document."""
    own = bureau.confirmed(NormativeDocument, division="rnd", **(DOCUMENT | {"title": OWN}))
    bureau.confirmed(
        Request, division="office", title=OTHER, number="1", applicant="company", means="post",
        received_on=DAY,
    )  # fmt: skip
    bureau.confirmed(
        Meeting, division="office", title=MEETING, kind="party_group", held_on=DAY,
        principal_last=True, team_present=True,
    )  # fmt: skip
    bureau.confirmed(TeamRemark, division="office", title=REMARK, about="回避", made_on=DAY)
    given = {"kind": "norm", "asked_on": DAY, "adviser": "某律师", "no_conflict": True}
    adviser = bureau.persons["adviser"]
    asked = bureau.confirmed(Opinion, division="legal", title=ASKED, consulted=adviser, **given)
    bureau.confirmed(Opinion, division="legal", title=UNASKED, **given)
    link(asked, "counsel_request", own, by=bureau.persons["legal_officer"])


def addresses() -> Iterator[str]:
    yield from (reverse(f"desk:{name}") for name in PAGES)
    yield f"{reverse('desk:search')}?q={WORD}"
    yield f"{reverse('desk:figure', args=['oversight.remarks'])}?year=2024"
    for model in MODELS:
        yield register_page(model._meta.label_lower)


@pytest.mark.parametrize("who", sorted(READS))
def test_each_role_finds_its_rows_and_no_other_on_any_page(people: People, who: str) -> None:
    fill(people.bureau)
    abroad = make_bureau("abroad")
    abroad.confirmed(NormativeDocument, **(DOCUMENT | {"title": ABROAD}))
    abroad.confirmed(TeamRemark, division="office", title=ABROAD, about="回避", made_on=DAY)
    browser = people.at(who)
    text = "".join(browser.get(page, follow=True).text for page in addresses())
    assert {title for title in (*ALL, ABROAD) if title in text} == READS[who]


@pytest.mark.parametrize("who", ["legal_officer", "adviser", "team", "head"])
def test_another_agency_s_people_find_none_of_it_nor_open_a_row_by_its_number(
    people: People, who: str
) -> None:
    fill(people.bureau)
    abroad = People(make_bureau("abroad"))
    browser = abroad.at(who)
    assert WORD not in "".join(
        browser.get(page).text.replace(f'value="{WORD}"', "").replace(f"q={WORD}", "")
        for page in addresses()
        if "search" not in page
    )
    for model in MODELS:
        row = (
            model._default_manager.get(title__startswith=WORD)
            if model != Opinion
            else (Opinion.objects.get(title=ASKED))
        )
        page = reverse("desk:record", args=[model._meta.label_lower, row.pk])
        assert browser.get(page).status_code in (403, 404)
