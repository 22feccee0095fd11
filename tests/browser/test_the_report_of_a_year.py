"""The report of the model year at the desk: compiled, signed, issued, published and withdrawn."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.browser.persona import Persona
from zhunsheng.cli.commands.demo import load_year
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.reports.models import Edition, Report

YEAR = Path(settings.ROOT) / "examples" / "model-year"
PAPERS = YEAR / "佐证"
NUMBER = "澜科〔2025〕6号"
People = Callable[[str], Persona]


@pytest.fixture
def year(people: People) -> People:
    """The model year's records, imported and confirmed; no report yet."""
    people("顾闻")
    load_year(YEAR, Agency.objects.get())
    return people


def test_the_report_is_compiled_signed_issued_published_and_withdrawn(
    year: People, browser: Browser
) -> None:
    officer, principal, office = year("顾闻"), year("程立言"), year("林砚")
    officer.page.goto("/desk/reports/")
    officer.send(
        "编制", year=2024, addressees="澜川市人民政府并报中共澜川市委，东原省科学技术厅",
        copies="中共澜川市委全面依法治市委员会办公室",
    )  # fmt: skip
    officer.page.wait_for_url("**/reports/*/")
    report = f"/desk/reports/{Report.objects.get().pk}/"
    officer.send("登记讨论情况", on=date(2025, 1, 17), paper=PAPERS / "党组会议纪要.pdf")
    expect(officer.page.locator("main")).to_contain_text("已经党组讨论")
    principal.page.goto(report)
    principal.send("签发", signer="程立言", on=date(2025, 1, 20))
    expect(principal.page.locator("main")).to_contain_text("已签发")
    office.page.goto(report)
    office.send("编号并印发", number=NUMBER, on=date(2025, 1, 20))
    expect(office.page.locator("#deliveries")).to_be_visible()
    edition = Edition.objects.get()
    assert edition.number == NUMBER
    assert Report.objects.get().signer == Person.objects.get(name="程立言")
    with browser.new_context(base_url=urljoin(office.page.url, "/")) as context:
        citizen = context.new_page()
        address = f"/reports/{edition.pk}/"
        assert "法治政府建设" not in _read(citizen, address)
        office.send("在门户公开", reviewer="顾闻", reason="不涉密，不含个人信息")
        expect(office.page.locator(".said.success")).to_be_visible()
        assert NUMBER in _read(citizen, address)
        figure = citizen.locator("a[href*='disclosure.items/']").first
        figure.click()
        expect(citizen.locator("main")).to_contain_text("431")
        office.page.goto(report)
        office.open("撤下")
        office.send("撤下", reason="附件有误，更正后重新公开")
        gone = _read(citizen, address)
        assert "附件有误" in gone
        assert "主动公开政府信息" not in gone


def _read(page: Page, address: str) -> str:
    page.goto(address)
    return page.locator("body").inner_text()
