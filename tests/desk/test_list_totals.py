"""Totals under a list: for the year alone they are the year's figures, of every register."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.people import REQUESTS, People, register_page
from tests.examples import model_year
from zhunsheng.desk.totals import Total
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.over import by_basis
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.disclosure.models import Request

YEAR = 2024
#: Made of rows dated in two ways, or of two registers: no list holds all their rows.
APART = {"emergency.hazards.to_close", "emergency.hazards.rate", "leadership.principal_acts"}


def values(lines: tuple[Total, ...]) -> dict[str, Decimal | None]:
    """Figure → the total told of it, parts included."""
    told = [one for line in lines for one in (line, *line.parts)]
    return {one.over.figure.key: one.over.value for one in told}


def test_of_every_register_of_the_model_year_the_totals_equal_the_figures(db: None) -> None:
    agency = model_year.load_all()
    browser = Client()
    browser.force_login(
        Person.objects.get(username="shensiqi"),
        backend="zhunsheng.kernel.org.backend.PersonBackend",
    )
    found = facts(Scope(agency.pk, YEAR), registry().figures())
    told: dict[str, Decimal | None] = {}
    for register in registry().registers():
        for basis in by_basis(register.of, registry()):
            page = browser.get(register_page(register.kind), {"year": str(YEAR), "dated": basis})
            totals = page.context["totals"] if page.context["page"].paginator.count else None
            if totals is not None:
                assert totals.same, register.kind
                told |= values(totals.lines)
    differing = {
        key: (value, found[key].value)
        for key, value in told.items()
        if found[key].is_value and value != found[key].value
    }
    assert differing == {}
    untold = {k for k, f in found.items() if f.rows and k not in told}
    assert untold == {key for key in APART if found[key].rows}
    assert sum(found[key].is_value for key in told) > 200


@pytest.fixture
def asked(people: People) -> People:
    """Three requests of 2024, one of them answered, and one nobody confirmed."""
    people.request(title="甲公司申请", number="1号", replied_on=date(2024, 9, 20), reply="opened")
    people.request(title="乙公司申请", number="2号")
    people.request(title="丙某申请", number="3号", applicant="person", division="rnd")
    people.bureau.put(
        Request,
        division="office",
        title="丁公司申请",
        number="4号",
        applicant="company",
        means="post",
        received_on=date(2024, 10, 8),
    )
    return people


def listed(people: People, name: str, **query: Any) -> Any:
    return people.at(name).get(register_page(REQUESTS), query).context


def test_only_confirmed_rows_count_and_the_rest_are_told(asked: People) -> None:
    context = listed(asked, "office", year=YEAR)
    assert values(context["totals"].lines)["disclosure.requests.new"] == 3
    assert context["totals"].unconfirmed == 1
    page = asked.at("office").get(register_page(REQUESTS), {"year": YEAR}).text
    assert "1条未确认的记录不计入" in page


@pytest.mark.parametrize("more", [{"applicant": "company"}, {"q": "公司"}])
def test_a_narrower_list_has_totals_of_its_own_and_says_so(
    asked: People, more: dict[str, str]
) -> None:
    context = listed(asked, "office", year=YEAR, **more)
    assert values(context["totals"].lines)["disclosure.requests.new"] == 2
    assert not context["totals"].same


def test_whoever_sees_one_division_is_told_its_own_totals(asked: People) -> None:
    context = listed(asked, "recorder", year=YEAR)
    assert values(context["totals"].lines)["disclosure.requests.new"] == 1
    assert not context["totals"].same


def test_a_year_counted_by_another_date_has_other_rows_and_figures(asked: People) -> None:
    context = listed(asked, "office", year=YEAR, dated="replied_on")
    assert [row.title for row, _ in context["rows"]] == ["甲公司申请"]
    told = values(context["totals"].lines)
    assert "disclosure.requests.new" not in told
    assert told["disclosure.requests.handled"] == 1
    offered = {basis for basis, _, _ in listed(asked, "office", year=YEAR)["totals"].others}
    assert "replied_on" in offered


def test_the_totals_are_the_year_s_figures_once_the_register_is_closed(asked: People) -> None:
    office = asked.at("office")
    address = register_page(REQUESTS)
    assert "以下科室未报送本台账" in office.get(address, {"year": YEAR}).text
    asked.bureau.close_all(YEAR)
    page = office.get(address, {"year": YEAR})
    assert "即本年度指标" in page.text
    figure = office.get(reverse("desk:figure", args=["disclosure.requests.new"]), {"year": YEAR})
    told = values(page.context["totals"].lines)
    assert told["disclosure.requests.new"] == figure.context["fact"].value == 3


def test_a_stock_is_counted_at_its_moment(asked: People) -> None:
    told = values(
        listed(asked, "office", year=YEAR, dated="end:received_on:replied_on")["totals"].lines
    )
    assert set(told.values()) == {Decimal(2)}


def test_without_a_year_flows_are_counted_over_every_year(asked: People) -> None:
    asked.request(title="戊公司申请", number="9号", received_on=date(2023, 3, 1))
    told = values(listed(asked, "office")["totals"].lines)
    assert told["disclosure.requests.new"] == 4
    assert "disclosure.requests.carried_out" not in told  # a stock has no value without a year
