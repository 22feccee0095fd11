"""A first visit: Chinese whatever the browser asks for, and nothing fetched from elsewhere."""

import pytest
from playwright.sync_api import Browser, Page, Request
from pytest_django.live_server_helper import LiveServer

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
