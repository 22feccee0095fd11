"""A figure: what it counts, from which rows, proven by which papers."""

from datetime import date
from decimal import Decimal

from django.urls import reverse

from tests.desk.people import People
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.store import store
from zhunsheng.kernel.figure.declare_fact import declare_fact
from zhunsheng.kernel.testing import make_bureau
from zhunsheng.regimes.disclosure.models import Request

KEY = "disclosure.requests.new"


def page(key: str = KEY) -> str:
    return reverse("desk:figure", args=[key])


def test_a_figure_shows_definition_value_parts_rows_and_evidence(people: People) -> None:
    row = people.request()
    people.bureau.close_all(2024)
    attach(
        row,
        store("登记簿.pdf", b"%PDF-1.4 register"),
        by=people.bureau.persons["office"],
        kind="paper",
    )
    shown = people.at("office").get(page(), {"year": "2024"})
    assert shown.context["fact"].value == 1
    assert "“依申请公开”台账中已确认的记录，按“收到日期”计入年度" in shown.text
    assert page(f"{KEY}.company") in shown.text
    assert row.title in shown.text
    assert "登记簿.pdf" in shown.text
    assert "1 = " in shown.text  # the arithmetic of its parts


def test_a_row_of_another_year_is_not_among_its_rows(people: People) -> None:
    people.request(received_on=date(2023, 3, 1))
    shown = people.at("office").get(page(), {"year": "2024"})
    assert shown.context["rows"] == []
    assert "没有计入该指标的已确认记录" in shown.text


def test_what_a_division_has_not_closed_is_missing_and_not_zero(people: People) -> None:
    people.request()
    office = people.at("office")
    before = office.get(page(), {"year": "2024"}).text
    assert "缺数" in before
    assert "办公室</span> 尚未报送本年度台账" in before
    people.bureau.close_all(2024)
    assert "缺数" not in office.get(page(), {"year": "2024"}).text


def test_closing_from_home_ends_the_want_and_a_false_nil_return_is_refused(
    people: People,
) -> None:
    people.request()
    recorder = people.at("office_recorder")
    form = {"division": str(people.bureau.divisions["office"].pk), "year": "2024"}
    close = reverse("desk:close", args=["disclosure.request"])
    refused = recorder.post(close, form | {"nil": "1"}, follow=True)
    assert "不能作零报告" in refused.text
    recorder.post(close, form)
    assert "缺数" not in recorder.get(page(), {"year": "2024"}).text


def test_the_page_of_a_regime_lists_every_figure_and_each_identity_with_its_arithmetic(
    people: People,
) -> None:
    people.request()
    people.bureau.close_all(2024)
    asked = {"year": "2024", "regime": "disclosure"}
    shown = people.at("office").get(reverse("desk:figures"), asked)
    ((regime, _, lines),) = shown.context["groups"]
    assert {line.figure.key for line in lines} == {f.key for f in regime.all_figures()}
    assert all(
        c.arithmetic in shown.text.replace("&#x27;", "'") for c, _ in shown.context["identities"]
    )


def test_the_year_at_a_glance_stands_beside_the_year_before(people: People) -> None:
    people.request()
    for year in (2023, 2024):
        people.bureau.close_all(year)
    officer = people.bureau.persons["legal_officer"]
    declare_fact(KEY, 2023, Decimal(4), document="2023年度工作总结", by=officer)
    shown = people.at("principal").get(reverse("desk:figures"))  # the latest year closed
    assert shown.context["scope"].year == 2024
    assert {regime.key for regime, _, _ in shown.context["groups"]} >= {"norms", "oversight"}
    asked = {"year": "2024", "regime": "disclosure"}
    ((_, _, lines),) = people.at("principal").get(reverse("desk:figures"), asked).context["groups"]
    (line,) = [line for line in lines if line.figure.key == KEY]
    assert line.before is not None
    assert (line.before.value, line.before.declared) == (Decimal(4), True)
    assert line.change.startswith("−")


def test_a_year_that_is_none_is_no_error(people: People) -> None:
    office = people.at("office")
    for year in ("²", "0", "99999", "9" * 5000, "去年", ""):
        assert office.get(reverse("desk:figures"), {"year": year}).status_code == 200
        assert office.get(page(), {"year": year}).status_code == 200
        register = reverse("desk:register", args=["disclosure.request"])
        assert office.get(register, {"year": year}).status_code == 200


def test_a_figure_that_is_not_declared_is_not_there(people: People) -> None:
    assert people.at("office").get(page("disclosure.nothing")).status_code == 404


def test_a_figure_says_whether_affiliated_institutions_are_included(people: People) -> None:
    office, year = people.at("office"), {"year": "2024"}
    people.request()
    people.bureau.close_all(2024)
    assert "局属事业单位" not in office.get(page(), year).text  # the bureau has none
    institute = make_bureau("institute")
    institute.agency.parent, institute.agency.affiliated = people.bureau.agency, True
    institute.agency.short_name = "科技情报所"
    institute.agency.save()
    institute.confirmed(
        Request, division="office", title="乙", number="1", applicant="company", means="post",
        received_on=date(2024, 9, 10),
    )  # fmt: skip
    institute.close_all(2024)
    alone = office.get(page(), year)
    assert alone.context["fact"].value == 1
    assert "统计范围不含局属事业单位：" in alone.text and "科技情报所" in alone.text
    both = office.get(page(), year | {"affiliated": "1"})
    assert both.context["fact"].value == 2
    assert "统计范围含局属事业单位：" in both.text
    every = office.get(
        reverse("desk:figures"), year | {"affiliated": "1", "regime": "disclosure"}
    ).text
    assert f"{page()}?year=2024&amp;affiliated=1" in every
    assert "统计范围含局属事业单位：" in every
