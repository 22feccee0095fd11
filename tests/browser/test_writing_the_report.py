"""Writing the report: values in the text, findings as one types, figures by search."""

from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers
from tests.browser.visit import Visits
from tests.reports.desk import written
from zhunsheng.reports.models import Report

PART = "[data-key=shortcomings]"


def opened(visits: Visits) -> tuple[Page, Report]:
    report = written(visits.bureau)
    officer = visits.of("legal_officer", viewport={"width": 1366, "height": 900})
    officer.goto(f"/desk/reports/{report.pk}/")
    return officer, report


def at_end(page: Page) -> None:
    page.locator(f"{PART} .editor").focus()
    page.keyboard.press("Control+End")


def test_a_typed_number_is_found_while_typing_and_a_figure_takes_its_place(visits: Visits) -> None:
    page, report = opened(visits)
    at_end(page)
    page.keyboard.insert_text("派驻组提出意见2条。")
    expect(page.locator(f"{PART} .margin")).to_contain_text("“2条”是手工键入的数字")
    expect(page.locator(".paper")).to_contain_text("派驻组提出意见2条。")
    expect(page.locator("#bar")).to_have_class("bar refusal")
    for _ in "2条。":
        page.keyboard.press("Backspace")
    page.keyboard.press("{")
    page.locator("#palette-q").fill("派驻组提出意见")
    expect(page.locator("#palette-list button").first).to_contain_text("派驻组提出意见")
    page.keyboard.press("Enter")
    expect(page.locator(f"{PART} .chip").last).to_have_text("2")
    page.keyboard.insert_text("条。")
    expect(page.locator("#bar")).to_have_class("bar clear")
    page.keyboard.press("Control+s")
    expect(page.locator(".said.success")).to_contain_text("已保存")
    report.refresh_from_db()
    assert "派驻组提出意见{oversight.remarks}条。" in report.parts
    assert barriers(page) == []


def test_what_is_not_saved_is_there_again_after_the_page_was_left(visits: Visits) -> None:
    page, _ = opened(visits)
    at_end(page)
    page.keyboard.insert_text("未保存的一句。")
    page.goto("/desk/")
    page.go_back()
    page.reload()
    expect(page.locator("[data-told]")).to_contain_text("已恢复")
    expect(page.locator(f"{PART} .editor")).to_contain_text("未保存的一句。")


def test_without_scripts_the_boxes_hold_the_codes_and_a_button_audits(visits: Visits) -> None:
    report = written(visits.bureau)
    officer = visits.of("legal_officer", java_script_enabled=False)
    officer.goto(f"/desk/reports/{report.pk}/")
    officer.locator(f"{PART} textarea[name^='text:']").fill("缺编12名。")
    officer.get_by_role("button", name="保存并审核").click()
    expect(officer.locator(f"{PART} .margin")).to_contain_text("“12名”是手工键入的数字")
