"""Cells copied in Excel are pasted, corrected and stored with the keyboard alone; or as text."""

from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers
from tests.browser.visit import Visits, reach
from zhunsheng.regimes.outreach.models import Material

PAGE = "/desk/registers/outreach.material/paste/"
HEAD = "名称\t方式\t日期\t册数"
FIRST = "民法典读本\t订购\t2024-03-05\t一百二十"
SECOND = '"宣传手册\n（上册）"\t发放\t2024-04-01\t1,300'  # a cell with a line break
CELLS = f"{HEAD}\n{FIRST}\n{SECOND}\n"
_CLIPBOARD = ["clipboard-read", "clipboard-write"]


def copied(page: Page, text: str) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", text)


def test_cells_are_pasted_corrected_and_stored_by_the_keyboard_alone(visits: Visits) -> None:
    clerk = visits.of("legal_recorder", permissions=_CLIPBOARD)
    clerk.goto(PAGE)
    copied(clerk, CELLS)
    reach(clerk, "#grid textarea")
    clerk.keyboard.press("Control+V")
    reach(clerk, "#paste button")
    clerk.keyboard.press("Enter")
    expect(clerk.locator(".refusal h2")).to_contain_text("共1处问题")
    wrong = clerk.locator("#grid [aria-invalid]")
    expect(wrong).to_have_value("一百二十")
    said = clerk.locator(f"#{wrong.get_attribute('aria-describedby')}")
    expect(said).to_have_text("不是整数；请只填数字")
    assert barriers(clerk) == []
    reach(clerk, "#grid [aria-invalid]")
    clerk.keyboard.press("Control+A")
    clerk.keyboard.insert_text("120")
    reach(clerk, "#paste button")
    clerk.keyboard.press("Enter")
    expect(clerk.locator(".clear h2")).to_be_visible()
    assert not Material.objects.exists()
    reach(clerk, "#store")
    clerk.keyboard.press("Enter")
    expect(clerk.locator(".said.success")).to_contain_text("2")
    rows = Material.objects.order_by("pk").values_list("title", "copies")
    assert list(rows) == [("民法典读本", 120), ("宣传手册\n（上册）", 1300)]


def test_arrows_and_enter_move_between_rows_and_a_changed_cell_is_checked_first(
    visits: Visits,
) -> None:
    clerk = visits.of("legal_recorder", permissions=_CLIPBOARD)
    clerk.goto(PAGE)
    boxes = clerk.locator("#grid tbody tr td:nth-child(2) textarea")
    boxes.nth(0).focus()
    for key, line in (("Enter", 1), ("ArrowDown", 2), ("Shift+Enter", 1), ("ArrowUp", 0)):
        clerk.keyboard.press(key)
        expect(boxes.nth(line)).to_be_focused()
    copied(clerk, CELLS.replace("一百二十", "120"))
    clerk.keyboard.press("Control+V")
    clerk.locator("#paste button").first.click()
    expect(clerk.locator("#store")).to_be_enabled()
    boxes.nth(0).fill("民法典注释本")
    expect(clerk.locator("#store")).to_be_disabled()
    expect(clerk.locator("#changed")).to_be_visible()


def test_without_a_script_the_same_is_pasted_as_text(visits: Visits) -> None:
    clerk = visits.of("legal_recorder", java_script_enabled=False)
    clerk.goto(PAGE)
    clerk.fill("#cells", CELLS)
    clerk.locator("#paste button").first.click()
    expect(clerk.locator("#grid td.wrong")).to_contain_text("不是整数")
    clerk.fill("#cells", CELLS.replace("一百二十", "120"))
    clerk.locator("#paste button").first.click()
    clerk.locator("#store").click()
    expect(clerk.locator(".said.success")).to_be_visible()
    assert Material.objects.count() == 2
