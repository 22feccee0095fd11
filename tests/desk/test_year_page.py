"""The year on one page: figures, deadlines, problems, the report, and what waits for signature."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.people import People
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.registry import registry

YEAR = reverse("desk:year")
HOME = reverse("desk:home")


@pytest.fixture
def year(people: People, monkeypatch: pytest.MonkeyPatch) -> People:
    """Two requests of 2024, one answered late, one not at all; every register closed."""
    people.request()
    people.request(title="另一申请", number="依申请〔2024〕2号", received_on=date(2024, 10, 8))
    people.bureau.close_all(2024)
    monkeypatch.setattr(clock, "today", lambda: date(2025, 2, 6))
    return people


def test_the_principals_home_is_the_year(year: People) -> None:
    home = year.at("principal").get(HOME)
    assert home.context["scope"].year == 2024
    for words in ("主要指标", "全年期限", "问题", "年度报告", "没有等您签批的事项"):
        assert words in home.text
    assert "主要指标" not in year.at("office").get(HOME).text


def test_deadlines_are_counted_as_they_stand_by_division(year: People) -> None:
    shown = year.at("principal").get(YEAR, {"year": "2024"}).context["glance"]
    due = Obligation.objects.filter(due_on__year=2024)
    assert due.count() > 0
    assert shown.total.met + shown.total.late + shown.total.overdue + shown.total.due == due.count()
    assert shown.total.overdue == due.filter(done_on=None).count()
    assert [k.division for k in shown.duties] == ["办公室"]
    assert sum(wide for _, _, wide in shown.duties[0].bars) >= 100


def test_each_bar_is_drawn_to_the_number_beside_it(year: People) -> None:
    shown = year.at("principal").get(YEAR, {"year": "2024"})
    rows = [b for _, _, bars in shown.context["glance"].figures for b in bars]
    assert len(rows) >= 10
    assert all((b.now == 120) == bool(b.line.fact.value) for b in rows if b.line.before is None)
    assert all(reverse("desk:figure", args=[b.line.figure.key]) in shown.text for b in rows)


def test_shortcomings_are_the_figures_a_regime_says_tell_them(year: People) -> None:
    declared = [key for regime in registry().regimes.values() for key in regime.shortcomings]
    shown = year.at("principal").get(YEAR, {"year": "2024"})
    assert [key for key, _, _ in shown.context["glance"].shortcomings] == declared
    assert declared
    assert all(reverse("desk:figure", args=[key]) in shown.text for key in declared)


def test_another_years_choice_is_kept_and_an_empty_year_says_so(year: People) -> None:
    shown = year.at("deputy").get(YEAR, {"year": "2022"})
    assert "本年度没有到期事项" in shown.text
    assert "本年度报告尚未起草，由法规科编制" in shown.text


@pytest.mark.parametrize("page", [HOME, YEAR])
def test_the_page_asks_fifteen_questions_at_most(year: People, page: str) -> None:
    browser = year.at("principal")
    browser.get(page)  # what was counted is kept from here
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get(page)
    assert len(asked) <= 15, "\n".join(q["sql"][:120] for q in asked)
