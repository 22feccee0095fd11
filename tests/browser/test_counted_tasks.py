"""Common tasks, counted in what a hand does: a click, a key, a field that is filled in."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.visit import Visits
from tests.desk.people import DOCUMENT
from tests.reports.desk import compiled, scan
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.record.models import Standing
from zhunsheng.regimes.emergency.models import Drill
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.oversight.models import TeamRemark

DRILLS = "emergency.drill"
#: Drill kind, day and numbers as a clerk has them on the sign-in sheet of the drill.
SHEET = {
    "title": "机关办公楼消防疏散演练",
    "held_on": "2024-11-08",
    "place": "机关院内",
    "people": "73",
}


@dataclass(slots=True)
class Hand:
    """A person at a page; `done` counts each click and each field filled in."""

    page: Page
    done: int = 0

    def click(self, selector: str) -> None:
        """One click on what is already to be seen."""
        found = self.page.locator(selector).first
        expect(found).to_be_visible()
        found.click()
        self.done += 1

    def type(self, selector: str, text: str) -> None:
        """One field filled in."""
        self.page.fill(selector, text)
        self.done += 1


def test_a_record_is_confirmed_in_two_clicks_from_home(visits: Visits) -> None:
    row = visits.bureau.put(NormativeDocument, **DOCUMENT)
    hand = Hand(visits.of("head"))
    hand.click("#confirm .button")
    hand.click("form[action$='/confirm/'] button")
    expect(hand.page.locator(".said.success")).to_contain_text("已确认")
    row.refresh_from_db()
    assert (row.standing, hand.done) == (Standing.CONFIRMED, 2)


def test_a_drill_is_recorded_with_ten_actions_its_form_asking_five_things(visits: Visits) -> None:
    hand = Hand(visits.of("recorder"))
    register = f"a[href='/desk/registers/{DRILLS}/']"
    hand.click(f"nav details:has({register}) > summary")
    hand.click(f"nav {register}")
    hand.click("main a[href$='/new/']")
    asked = hand.page.locator("form.entry .fields :is(input, select, textarea)[required]")
    assert asked.count() <= len(SHEET) + 1
    for name, text in SHEET.items():
        hand.type(f"#id_{name}", text)
    hand.page.select_option("#id_kind", index=1)
    hand.done += 1
    hand.click("button[name=submit]")
    expect(hand.page.locator("h1")).to_have_text(SHEET["title"])
    assert Drill.objects.get().title == SHEET["title"]
    assert hand.done <= 10


def test_from_a_figure_in_the_report_to_its_evidence_are_two_clicks(visits: Visits) -> None:
    row = TeamRemark.objects.order_by("pk")[0]
    attach(row, scan("办理单.pdf"), by=visits.bureau.persons["office_recorder"], kind="paper")
    report = compiled(visits.bureau)
    hand = Hand(visits.of("legal_officer"))
    hand.page.goto(f"/desk/reports/{report.pk}/")
    hand.click(".paper a[href*='oversight.remarks/']")
    with hand.page.expect_download() as fetched:
        hand.click("main td a[href*='/evidence/']")
    assert fetched.value.suggested_filename == "办理单.pdf"
    assert hand.done == 2
