"""A working day: a record is entered with the keyboard alone, confirmed, counted and reported."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.visit import Visits, reach
from tests.desk.people import DOCUMENTS
from tests.kernel.workbooks import HEAD, document, workbook
from tests.reports.desk import compiled
from zhunsheng.kernel.record.models import Item, Standing
from zhunsheng.regimes.norms.models import NormativeDocument

TITLE = "科技创新券管理办法"  # measures on innovation vouchers


def test_a_clerk_enters_a_record_with_the_keyboard_alone_and_the_head_confirms_it(
    visits: Visits,
) -> None:
    clerk = visits.of("recorder")
    link = f"a[href='/desk/registers/{DOCUMENTS}/']"
    reach(clerk, f"nav details:has({link}) > summary")
    clerk.keyboard.press("Enter")
    reach(clerk, f"nav {link}")
    clerk.keyboard.press("Enter")
    clerk.wait_for_url(f"**/{DOCUMENTS}/")
    reach(clerk, "main a[href$='/new/']")
    clerk.keyboard.press("Enter")
    clerk.wait_for_url("**/new/")
    for selector, text in (("#id_title", TITLE), ("#id_judgement_reason", "涉及企业权利义务")):
        reach(clerk, selector)
        clerk.keyboard.insert_text(text)
    reach(clerk, "#id_issuing")
    clerk.keyboard.press("ArrowDown")
    reach(clerk, "#id_basis")
    clerk.keyboard.insert_text("科学技术进步法")
    reach(clerk, "#id_affects_rights")
    clerk.keyboard.press("Space")
    reach(clerk, "button[name=submit]")
    clerk.keyboard.press("Enter")
    expect(clerk.locator("h1")).to_have_text(TITLE)
    expect(clerk.locator(".standing")).to_have_text("待确认")

    head = visits.of("head")
    head.locator("#confirm .button").click()
    head.get_by_role("button", name="确认", exact=True).click()
    expect(head.locator(".said.success")).to_contain_text("已确认")
    row = NormativeDocument.objects.get()
    assert (row.title, row.standing, row.affects_rights) == (TITLE, Standing.CONFIRMED, True)


def test_a_faulty_workbook_shows_its_table_and_stores_nothing(
    visits: Visits, tmp_path: Path
) -> None:
    before = Item.objects.count()
    book = tmp_path / "台账.xlsx"
    rows = [HEAD, document("1号", 公布日期="2024-02-30"), document("2号", 制定方式="联合")]
    book.write_bytes(workbook({"规范性文件": rows}))
    clerk = visits.of("legal_recorder")
    clerk.goto("/desk/import/")
    clerk.set_input_files("#workbook", book)
    clerk.get_by_role("button", name="核对").click()
    faults = clerk.locator(".faults tbody tr")
    expect(faults.first).to_contain_text("公布日期")
    told = faults.all_inner_texts()
    assert len(told) >= 2
    assert any("2024-02-30" in text for text in told)
    assert Item.objects.count() == before


def test_from_the_report_to_a_figure_to_its_records(visits: Visits) -> None:
    report = compiled(visits.bureau)
    officer = visits.of("legal_officer")
    officer.goto(f"/desk/reports/{report.pk}/")
    expect(officer.locator(".refusal h2")).to_contain_text("不能签发")
    officer.locator(".paper a[href*='oversight.remarks/']").first.click()
    officer.wait_for_url("**/figures/oversight.remarks/**")
    expect(officer.locator(".big")).to_contain_text("2")
    expect(officer.locator("main")).to_contain_text("计算口径")
    officer.get_by_role("link", name="关于评审回避的意见").click()
    expect(officer.locator("h1")).to_have_text("关于评审回避的意见")
