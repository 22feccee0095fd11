"""The model bureau's people run their year in one ledger, each at a window of their own."""

from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.persona import Persona
from tests.browser.scenes import (
    PAPERS,
    YEAR,
    People,
    close_a_hazard,
    decide_a_matter,
    hear_the_team,
    let_the_public_ask,
    make_a_norm,
    publish_an_item,
)
from zhunsheng.cli.commands.demo import load_year
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.reports.models import Report


@dataclass(frozen=True, slots=True)
class Draft:
    """A compiled report, and its page at the desk."""

    key: int

    @property
    def page(self) -> str:
        """Its address."""
        return f"/desk/reports/{self.key}/"

    def now(self) -> Report:
        """As it stands."""
        return Report.objects.get(pk=self.key)


@pytest.fixture
def year(people: People) -> People:
    """The model year's records, imported and confirmed; no report yet."""
    people("顾闻")
    load_year(YEAR, Agency.objects.get())
    return people


def test_thirteen_people_run_a_year_from_the_first_record_to_a_signed_report(
    year: People,
) -> None:
    make_a_norm(year)
    matter, meeting = decide_a_matter(year)
    publish_an_item(year)
    close_a_hazard(year)
    hear_the_team(year, matter, meeting)
    let_the_public_ask(year)
    sign_on_paper(compile_report(year("顾闻"), "政府信息公开工作年度报告"), year)


def compile_report(officer: Persona, kind: str) -> Draft:
    """The legal officer's draft of the year."""
    officer.page.goto("/desk/reports/")
    officer.send(
        "编制", kind=kind, year=2024,
        addressees="澜川市人民政府并报中共澜川市委，东原省科学技术厅",
        copies="中共澜川市委全面依法治市委员会办公室",
    )  # fmt: skip
    officer.page.wait_for_url("**/reports/*/")
    return Draft(Report.objects.latest("pk").pk)


def sign_on_paper(report: Draft, people: People) -> None:
    """The principal signed a print: the office enters it, and is refused without the scan."""
    officer, office = people("顾闻"), people("林砚")
    officer.page.goto(report.page)
    for part, text in (
        ("problems", "部分公开目录更新不够及时，原因是业务科室参与不够。已要求按月核对。"),
        ("other", "没有其他需要报告的事项。"),
    ):
        officer.page.locator("[data-codes]").check()
        officer.page.locator(f"textarea[name='text:{part}']").fill(text)
    officer.send("保存并审核")
    discuss(report, officer)
    office.page.goto(report.page)
    office.send("签发", signer="程立言", on=date(2025, 1, 16))
    expect(office.page.locator(".said.error")).to_be_visible()
    assert report.now().signer is None
    office.send("签发", signer="程立言", on=date(2025, 1, 16), paper=PAPERS / "签发稿.pdf")
    expect(office.page.locator("main")).to_contain_text("已签发")
    assert report.now().signer == Person.objects.get(name="程立言")


def discuss(report: Draft, officer: Persona) -> None:
    """The Party group discussed it: its minutes are filed."""
    officer.page.goto(report.page)
    officer.send("登记讨论情况", on=date(2025, 1, 14), paper=PAPERS / "党组会议纪要.pdf")
    expect(officer.page.locator("main")).to_contain_text("已经党组讨论")
