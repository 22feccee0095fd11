"""What becomes of a year's reports: written, signed off, signed, issued, published, withdrawn."""

import json
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from tests.browser.persona import Persona
from tests.browser.scenes import PAPERS, People
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.reports.models import Edition, PartAnswer, Report, Stage
from zhunsheng.reports.publish import is_public

NUMBER = "澜科〔2025〕6号"
_PARTS = "/desk/reports/parts/"
_LACKING = "存在的不足和原因 · 不足及其原因"
_NEXT = "2025年度主要安排 · 重点任务"


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
    write(
        report, officer,
        problems="部分公开目录更新不够及时，原因是业务科室参与不够。已要求按月核对。",
        other="没有其他需要报告的事项。",
    )  # fmt: skip
    discuss(report, officer)
    office.page.goto(report.page)
    office.send("签发", signer="程立言", on=date(2025, 1, 16))
    expect(office.page.locator(".said.error")).to_be_visible()
    assert report.now().signer is None
    office.send("签发", signer="程立言", on=date(2025, 1, 16), paper=PAPERS / "签发稿.pdf")
    expect(office.page.locator("main")).to_contain_text("已签发")
    assert report.now().signer == Person.objects.get(name="程立言")
    assert signature() == ("chengliyan", "linyan")


def write(report: Draft, officer: Persona, **parts: str) -> None:
    """The officer writes these parts, between codes; a part that begins with + is added to."""
    officer.page.goto(report.page)
    officer.page.locator("[data-codes]").check()
    for part, words in parts.items():
        box = officer.page.locator(f"textarea[name='text:{part}']")
        before = box.input_value() if words.startswith("+") else ""
        box.fill(before + words.removeprefix("+"))
    officer.send("保存并审核")
    assert all(words.removeprefix("+") in report.now().parts for words in parts.values())


def discuss(report: Draft, officer: Persona) -> None:
    """The Party group discussed it: its minutes are filed."""
    officer.page.goto(report.page)
    officer.send("登记讨论情况", on=date(2025, 1, 14), paper=PAPERS / "党组会议纪要.pdf")
    expect(officer.page.locator("main")).to_contain_text("已经党组讨论")


def collect_parts(report: Draft, people: People) -> None:
    """Two divisions are asked, one supplies words; each head answers for the text as it stands."""
    officer, clerk = people("顾闻"), people("方晴")
    head, office = people("何知远"), people("林砚")
    for part, division in ((_LACKING, "高新技术科"), (_NEXT, "办公室")):
        officer.page.goto(report.page)
        officer.open("向科室征集材料")
        officer.send("发出", part=part, division=division, on=date(2025, 1, 10))
    clerk.page.goto(_PARTS)
    expect(clerk.page.get_by_role("button", name="签认", exact=True)).to_have_count(0)
    box = clerk.page.locator("textarea[name=text]").first
    clerk.send("保存文字", text=f"{box.input_value()}企业政策辅导还不够经常。")
    _sign_off(head)
    _sign_off(office)
    write(report, officer, **{"shortcomings.planning": "+原因是人手偏紧。"})
    discuss(report, officer)
    principal = people("程立言")
    principal.page.goto(report.page)
    expect(principal.page.locator(".card.refusal")).to_contain_text("高新技术科")
    principal.send("签发", signer="程立言", on=date(2025, 1, 17))
    expect(principal.page.locator(".said.error")).to_contain_text("高新技术科")
    assert report.now().stage == Stage.DISCUSSED
    head.page.goto(_PARTS)
    expect(head.page.locator(".stage")).to_have_text("签认后有改动")
    _sign_off(head)
    answers = PartAnswer.objects.filter(call__report_id=report.key).order_by("pk")
    signers = list(answers.values_list("by__name", "waived"))
    assert signers == [("何知远", False), ("林砚", False), ("何知远", False)]


def _sign_off(head: Persona) -> None:
    head.page.goto(_PARTS)
    head.send("签认")
    expect(head.page.locator(".said.success")).to_contain_text("已签认")


def sign_in_person(report: Draft, people: People) -> None:
    """The principal finds the report on the first page and signs; nobody attests it."""
    principal = people("程立言")
    principal.page.goto("/desk/")
    principal.page.locator(f"main a[href='{report.page}']").first.click()
    principal.page.wait_for_url(f"**{report.page}")
    expect(principal.page.locator("#spaper")).to_have_count(0)
    principal.send("签发", signer="程立言", on=date(2025, 1, 20))
    expect(principal.page.locator("main")).to_contain_text("已签发")
    assert report.now().signer == Person.objects.get(name="程立言")
    assert signature() == ("chengliyan", None)


def signature() -> tuple[str, str | None]:
    """The accounts of who signed the last report signed, and of who entered it from paper."""
    signed = Entry.objects.filter(action="sign").latest("pk")
    return signed.actor, json.loads(signed.payload)["attested_by"]


def issue_publish_and_withdraw(report: Draft, people: People) -> None:
    """Numbered and frozen, read by a citizen down to a record's figure, and taken back."""
    office = people("林砚")
    office.page.goto(report.page)
    office.send("编号并印发", number=NUMBER, on=date(2025, 1, 20))
    expect(office.page.locator("#deliveries")).to_be_visible()
    edition = Edition.objects.get(report_id=report.key)
    assert edition.number == NUMBER
    browser = office.page.context.browser
    assert browser is not None
    with browser.new_context(base_url=urljoin(office.page.url, "/")) as context:
        citizen = context.new_page()
        address = f"/reports/{edition.pk}/"
        assert "法治政府建设" not in _read(citizen, address)
        office.send("在门户公开", reviewer="顾闻", reason="不涉密，不含个人信息")
        expect(office.page.locator(".said.success")).to_be_visible()
        assert is_public(edition)
        assert NUMBER in _read(citizen, address)
        citizen.locator("a[href*='disclosure.items/']").first.click()
        expect(citizen.locator("main")).to_contain_text("432")
        office.page.goto(report.page)
        office.open("撤下")
        office.send("撤下", reason="附件有误，更正后重新公开")
        gone = _read(citizen, address)
        assert "附件有误" in gone
        assert "主动公开政府信息" not in gone
    assert not is_public(edition)


def _read(page: Page, address: str) -> str:
    page.goto(address)
    return page.locator("body").inner_text()
