"""A first visit: Chinese whatever the browser asks for, and nothing fetched from elsewhere."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.barriers import barriers
from tests.desk.test_set_up import filled
from zhunsheng.kernel.org.first_code import first_code

PAGES = ("/", "/desk/")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_in_chinese_even_for_an_english_browser(
    browser: Browser, live_server: LiveServer, address: str
) -> None:
    context = browser.new_context(base_url=live_server.url, locale="en-US")
    page = context.new_page()
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok
    assert page.locator("html").get_attribute("lang") in ("zh-hans", "zh-Hans", "zh-CN")
    assert any("\u4e00" <= character <= "\u9fff" for character in page.inner_text("body"))
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_nobody_else_for_anything(
    page: Page, live_server: LiveServer, address: str
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_breaks_no_rule_of_its_own_content_policy(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert said == []


def test_a_bureau_is_taken_into_use_without_a_command(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    workbook = tmp_path / "启用.xlsx"
    workbook.write_bytes(filled())
    page.goto("/desk/sign-in/")
    page.get_by_role("link", name="启用", exact=True).click()
    expect(page).to_have_url(re.compile("/desk/set-up/$"))
    assert barriers(page) == []
    page.get_by_label("启用码").fill(first_code(tmp_path))
    page.set_input_files("#workbook", str(workbook))
    page.get_by_role("button", name="核对").click()
    expect(page.locator("h1 small")).to_have_text("林城市林业局")
    assert barriers(page) == []
    page.get_by_role("button", name="启用", exact=True).click()
    expect(page.locator("h1")).to_contain_text("已启用")
    assert barriers(page) == []
    page.locator("main a[href*='/desk/password/']").first.click()
    for box in ("#id_new", "#id_again"):
        page.fill(box, "松柏常青立于山岗之上")
    page.locator("main form button").click()
    page.fill("#username", "zhang.yi")
    page.fill("#password", "松柏常青立于山岗之上")
    page.locator("main form button").last.click()
    expect(page.locator("header .brand span")).to_have_text("林城市林业局")
