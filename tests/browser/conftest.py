"""A real Chromium on a real server: a page in Chinese, as a clerk's machine shows it."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.persona import Persona, sign_in
from tests.browser.visit import Visits
from tests.provide import chromium
from tests.reports.desk import small_year
from zhunsheng.cli.commands.organise import organise
from zhunsheng.kernel.testing import Bureau

# Playwright keeps an event loop in this thread; Django would take the tests for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Fails, never skips, where there is no browser: what was not tried is not passed."""
    path = chromium.find()
    if not path:
        pytest.fail(
            "没有浏览器：请运行 python start.py test，由它安装。"
            " / No browser: run python start.py test, which installs one."
        )
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root; the tests open their own pages only.
        options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN"]
        launched = playwright.chromium.launch(executable_path=path, args=options)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A fresh visitor's page; addresses are relative to the server's root."""
    context = browser.new_context(
        base_url=live_server.url,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        viewport={"width": 1366, "height": 768},
    )
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    yield opened
    context.close()


@pytest.fixture
def bureau(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """A bureau with a small year of 2024, its people to be chosen at the door."""
    monkeypatch.setattr(settings, "DEMO", True)
    return small_year()


@pytest.fixture
def visits(browser: Browser, live_server: LiveServer, bureau: Bureau) -> Iterator[Visits]:
    """`visits.of("head")`: that person's own browser, signed in by persona."""
    opened = Visits(browser, live_server.url, bureau)
    yield opened
    opened.close()


@pytest.fixture
def people(
    browser: Browser, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Persona]]:
    """`people("林砚")`: the person's window, opened once."""
    monkeypatch.setattr(settings, "DEMO", True)
    organise(settings.ROOT / "examples" / "model-year" / "organisation.toml")
    windows: dict[str, Persona] = {}

    def of(name: str) -> Persona:
        if name not in windows:
            windows[name] = sign_in(browser, live_server.url, name)
        return windows[name]

    yield of
    for window in windows.values():
        window.page.context.close()
