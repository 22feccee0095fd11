"""Figures where a careless count would go wrong."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunsheng.kernel.testing import (
    Bureau,
    Scope,
    Status,
    check_identities,
    facts,
    make_bureau,
    rows_of,
)
from zhunsheng.regimes.outreach.regime import REGIME
from zhunsheng.regimes.outreach.tests.rows import copies, event, item, online, venue, visit

pytestmark = pytest.mark.django_db
KEYS = tuple(figure.key for figure in REGIME.all_figures())
CODE, OTHER = "91999901MADM00001X", "91999901MADM00002X"


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    for year in (2023, 2024, 2025):
        made.close_all(year)
    return made


def _values(bureau: Bureau, year: int = 2024) -> dict[str, Any]:
    found = facts(Scope(bureau.agency.pk, year), KEYS)
    assert [c.key for c in check_identities(found) if not c.holds] == []
    return {key: fact.value for key, fact in found.items()}


@pytest.mark.parametrize(
    ("visits", "enterprises"),
    [
        ([("东澜科技", CODE), ("东澜科技", CODE)], 1),
        # The code decides: a company that changed its name is the same one.
        ([("东澜科技", CODE), ("新东澜科技", CODE)], 1),
        ([("东澜科技", CODE), ("东澜科技", OTHER)], 2),
        ([("东澜科技", ""), ("瑞川科技", "")], 2),
        # Spaces, brackets and capitals do not make another company.
        ([("东澜（集团）公司", ""), ("东澜(集团) 公司", "")], 1),
        ([("东澜IT公司", ""), ("东澜it公司", "")], 1),
        ([("东澜科技", CODE), ("瑞川科技", "")], 2),
    ],
)
def test_an_enterprise_counts_once_by_its_code_or_else_its_name(
    bureau: Bureau, visits: list[tuple[str, str]], enterprises: int
) -> None:
    for name, code in visits:
        visit(bureau, name, code)
    assert _values(bureau)["outreach.enterprises"] == enterprises
    assert _values(bureau)["outreach.visits"] == len(visits)


def test_an_enterprise_visited_again_next_year_counts_in_each(bureau: Bureau) -> None:
    visit(bureau, "东澜科技", CODE)
    visit(bureau, "东澜科技", CODE, visited_on=date(2025, 1, 7))
    assert _values(bureau)["outreach.enterprises"] == 1
    assert _values(bureau, 2025)["outreach.enterprises"] == 1


@pytest.mark.parametrize(
    ("visits", "doubtful"),
    [
        ([("东澜科技", CODE), ("东澜科技", CODE)], 0),
        ([("东澜科技", CODE), ("东 澜科技", "")], 2),
        ([("东澜科技", CODE), ("东澜科技", OTHER)], 2),
        ([("东澜科技", ""), ("瑞川科技", "")], 0),
    ],
)
def test_what_may_be_one_enterprise_twice_is_listed(
    bureau: Bureau, visits: list[tuple[str, str]], doubtful: int
) -> None:
    for name, code in visits:
        visit(bureau, name, code)
    assert _values(bureau)["outreach.visits.doubtful"] == doubtful


def test_another_agencys_visits_make_none_of_ours_doubtful(bureau: Bureau) -> None:
    other = make_bureau("other")
    for name, code in (("东澜科技", CODE), ("瑞川科技", OTHER)):
        visit(bureau, name, code)
        visit(other, name, "")
    assert _values(bureau)["outreach.visits.doubtful"] == 0
    visit(bureau, "东澜科技", OTHER)
    assert _values(bureau)["outreach.visits.doubtful"] == 2
    figure = next(f for f in REGIME.all_figures() if f.key == "outreach.visits.doubtful")
    assert {row.title for row in rows_of(figure, Scope(bureau.agency.pk, 2024))} == {"走访东澜科技"}


def test_copies_are_three_figures_and_no_total(bureau: Bureau) -> None:
    copies(bureau, "bought", 50)
    copies(bureau, "printed", 1000)
    copies(bureau, "handed_out", 940)
    values = _values(bureau)
    kept = {key: value for key, value in values.items() if ".copies" in key}
    assert kept == {
        "outreach.copies.bought": 50,
        "outreach.copies.printed": 1000,
        "outreach.copies.handed_out": 940,
    }


def test_people_are_added_up_by_how_they_were_counted(bureau: Bureau) -> None:
    event(bureau, "讲座", people=96)
    event(bureau, "集中宣传", kind="fair", people=300, basis="estimated", marked_day="constitution")
    event(bureau, "上年讲座", held_on=date(2023, 12, 4))
    values = _values(bureau)
    assert values["outreach.events.people"] == 396
    assert values["outreach.events.people.signed"] == 96
    assert values["outreach.events.people.estimated"] == 300
    assert (values["outreach.events"], values["outreach.events.marked"]) == (2, 1)
    assert values["outreach.events.on.constitution"] == 1
    assert values["outreach.events.lecture"] == 1


def test_an_item_on_both_platforms_is_one(bureau: Bureau) -> None:
    online(bureau, "一图读懂", channel="both")
    online(bureau, "十问")
    values = _values(bureau)
    assert (values["outreach.online"], values["outreach.online.both"]) == (2, 1)


def test_the_list_says_what_was_done_in_time_and_what_nothing_was_done_for(bureau: Bureau) -> None:
    done = item(bureau, done_on=date(2024, 6, 28))
    late = item(bureau, number="2", title="专利法", done_on=date(2024, 7, 1))
    item(bureau, number="3", title="数据安全法")
    event(bureau, "讲座", list_item=done)
    online(bureau, "图解", list_item=late)
    values = _values(bureau)
    assert values["outreach.list_items"] == 3
    assert values["outreach.list_items.done"] == 2
    assert values["outreach.list_items.on_time"] == 1
    assert values["outreach.list_items.idle"] == 1
    assert values["outreach.list_items.rate"] == Decimal("66.67")


def test_a_venue_counts_while_it_stands(bureau: Bureau) -> None:
    venue(bureau, date(2019, 5, 6))
    venue(bureau, date(2019, 5, 6), date(2024, 6, 28))
    venue(bureau, date(2024, 3, 20))
    venue(bureau, date(2025, 3, 20))
    values = _values(bureau)
    assert (values["outreach.venues"], values["outreach.venues.opened"]) == (2, 1)


def test_nothing_listed_is_undefined_not_a_hundred_per_cent(bureau: Bureau) -> None:
    rate = facts(Scope(bureau.agency.pk, 2024), KEYS)["outreach.list_items.rate"]
    assert (rate.status, rate.value) == (Status.UNDEFINED, None)
