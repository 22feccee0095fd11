"""What pages become in use: refused, opened, empty, in conflict, left; none shuts anybody out.

Each state is looked at by axe, again in the dark, at 200 %, and on a telephone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import (
    ENLARGED,
    PHONE,
    barriers,
    cut_off,
    unreadable_in_the_dark,
)
from tests.browser.visit import Visits
from tests.desk.people import DOCUMENT, DOCUMENTS
from tests.kernel.workbooks import HEAD, document, workbook
from tests.reports.desk import compiled, issued, scan, written
from tests.reports.life.test_collect import asked
from tests.reports.questions import switch
from zhunsheng.kernel import clock
from zhunsheng.kernel.duty.arising import arise
from zhunsheng.kernel.record.amend import amend
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.reports.discuss import discuss
from zhunsheng.reports.models import Report, YearDue
from zhunsheng.reports.publish import publish
from zhunsheng.reports.withdraw import withdraw

NEW = f"/desk/registers/{DOCUMENTS}/new/"
_OPEN = "() => document.querySelectorAll('main details').forEach(folded => { folded.open = true; })"
_SEND = "form => { form.noValidate = true; form.requestSubmit(); }"


@dataclass(slots=True)
class Eyes:
    """Looks at a page as it stands, and keeps what it met there."""

    met: dict[str, list[str]] = field(default_factory=dict)
    seen: int = 0

    def on(self, page: Page, name: str) -> None:
        """Everything folded is opened first."""
        page.evaluate(_OPEN)
        self.seen += 1
        found = [*barriers(page), *unreadable_in_the_dark(page), *cut_off(page, ENLARGED, PHONE)]
        if found:
            self.met[name] = found


def sent(page: Page, form: str = "main form.entry") -> None:
    """The form as it is, past what the browser itself would ask for."""
    with page.expect_navigation():
        page.locator(form).first.evaluate(_SEND)


def test_what_is_refused_opened_or_empty_shuts_nobody_out(visits: Visits, tmp_path: Path) -> None:
    eyes, officer = Eyes(), visits.of("legal_officer")
    for name in refused(visits, officer):
        eyes.on(officer, name)
    for name in listed_and_imported(officer, tmp_path):
        eyes.on(officer, name)
    for name in of_a_report(visits, officer):
        eyes.on(officer, name)
    assert eyes.seen == 12
    assert eyes.met == {}


def test_what_lies_beyond_the_window_or_its_own_box_is_found(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.set_content(
        "<main><p style='width:700px'>wide</p>"
        "<div style='width:300px;overflow:auto'><p style='width:600px'>scrolled</p></div>"
        "<div style='width:90px;overflow:hidden'><p style='width:200px'>cut</p></div></main>"
    )
    assert cut_off(page, {"width": 800, "height": 600}) == ["800px: cut"]
    beyond = ["683px: the page scrolls sideways", "683px: wide", "683px: cut"]
    assert cut_off(page, ENLARGED) == beyond
    page.close()


def refused(visits: Visits, page: Page) -> Iterator[str]:
    """Forms that came back, each with its reasons."""
    page.goto(NEW)
    sent(page)
    expect(page.locator(".said.error")).to_be_visible()
    yield "a new record refused"
    row = visits.bureau.confirmed(NormativeDocument, **DOCUMENT)
    record = f"/desk/registers/{DOCUMENTS}/{row.pk}/"
    page.goto(record)
    yield "a record with everything opened"
    page.goto(f"{record}step/table/")
    sent(page)
    expect(page.locator(".refusal")).to_be_visible()
    yield "a step refused by its rules"
    page.goto("/desk/password/")
    sent(page, "main form")
    yield "a password refused"


def listed_and_imported(page: Page, folder: Path) -> Iterator[str]:
    """Lists without a row, an address without a page, a workbook with faults."""
    page.goto(f"/desk/registers/{DOCUMENTS}/?q=没有这样的文件")
    yield "a list narrowed to nothing"
    page.goto("/desk/search/?q=没有这样的文件")
    yield "a search without a find"
    page.goto("/desk/search/?q=项目评审")
    expect(page.locator("small mark").first).to_be_visible()
    yield "a search that marks what it found"
    page.goto("/desk/registers/norms.nothing/")
    yield "no such page"
    book = folder / "台账.xlsx"
    rows = [HEAD, document("1号", 公布日期="2024-02-30"), document("2号", 制定方式="联合")]
    book.write_bytes(workbook({"规范性文件": rows}))
    page.goto("/desk/import/")
    page.set_input_files("#workbook", book)
    page.get_by_role("button", name="核对").click()
    expect(page.locator(".faults tbody tr").first).to_be_visible()
    yield "a workbook with faults"


def of_a_report(visits: Visits, page: Page) -> Iterator[str]:
    """A year's report owed, being written with findings, waiting for a division, and out."""
    bureau = visits.bureau
    compiled(bureau, clock.today().year)
    arise(bureau.agency)
    page.goto(f"/desk/reports/due/{YearDue.objects.latest('pk').pk}/")
    yield "a year's report owed"
    report = written(bureau)
    asked(bureau, report)
    page.goto(f"/desk/reports/{report.pk}/")
    page.locator("[data-key=shortcomings] .editor").focus()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("派驻组提出意见2条。")
    expect(page.locator(".margin").filter(has_text="手工键入").first).to_be_visible()
    page.keyboard.press("{")
    page.locator("#palette-q").fill("派驻组提出意见")
    expect(page.locator("#palette-list button").first).to_be_visible()
    yield "the workbench with findings and figures offered"
    page.evaluate("sessionStorage.clear()")
    by = bureau.persons["legal_officer"]
    discuss(Report.objects.get(pk=report.pk), on=date(2025, 2, 14), minutes=scan(), by=by)
    page.goto(f"/desk/reports/{report.pk}/")
    yield "a report that waits for its signature"


def test_who_confirms_signs_or_comes_back_is_shut_out_of_nothing(visits: Visits) -> None:
    eyes, row = Eyes(), visits.bureau.put(NormativeDocument, **DOCUMENT)
    record = f"/desk/registers/{DOCUMENTS}/{row.pk}/"
    for name in ("recorder", "head", "deputy", "principal", "office", "team", "adviser"):
        eyes.on(visits.of(name), f"the first page of {name}")
    head = visits.of("head")
    head.goto(record)
    eyes.on(head, "a record to confirm")
    head.locator("#back").fill(" ")
    sent(head, "form[action$='/send-back/']")
    expect(head.locator(".said.error")).to_be_visible()
    eyes.on(head, "a return without a reason")
    head.goto(f"{record}edit/")
    recorder = visits.bureau.persons["recorder"]
    amend(row, {"basis": "促进科技成果转化法"}, by=recorder, reason="依据有误")
    head.fill("#reason", "补充依据")
    sent(head)
    expect(head.locator(".said.error")).to_contain_text("已被")
    eyes.on(head, "two people on one row")
    administrator = visits.of("administrator")
    administrator.goto("/desk/admin/change/enrol/")
    sent(administrator)
    eyes.on(administrator, "a change refused")
    of_an_edition(eyes, visits)
    head.goto(f"{record}edit/")
    head.fill("#reason", "补充依据")
    Session.objects.all().delete()
    sent(head)
    expect(head.locator(".said.warning")).to_be_visible()
    eyes.on(head, "a session that ended")
    assert eyes.seen == 15
    assert eyes.met == {}


def of_an_edition(eyes: Eyes, visits: Visits) -> None:
    """An edition at the desk, a reader's question refused, and what a withdrawn report shows."""
    edition = issued(visits.bureau)
    office, reviewer = (visits.bureau.persons[n] for n in ("office", "legal_officer"))
    publish(edition, by=office, reviewed_by=reviewer, note="不涉密，可以公开")
    switch(visits.bureau, on=True)
    issuing, reader = visits.of("office"), visits.anybody()
    issuing.goto(f"/desk/reports/{edition.report_id}/")
    eyes.on(issuing, "an edition with everything opened")
    reader.goto(f"/reports/{edition.pk}/figures/oversight.remarks/question/")
    sent(reader, "main form")
    eyes.on(reader, "a question refused")
    withdraw(edition, by=office, reason="附件有误")
    reader.goto(f"/reports/{edition.pk}/")
    eyes.on(reader, "a report withdrawn")
