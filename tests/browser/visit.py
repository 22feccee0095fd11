"""People at their browsers: signed in by persona, one window each, the keyboard in reach."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from zhunsheng.kernel.testing import Bureau

_MOST_TABS = 120


@dataclass(slots=True)
class Visits:
    """The windows opened in one test."""

    browser: Browser
    url: str
    bureau: Bureau
    contexts: list[BrowserContext] = field(default_factory=list)

    def of(self, name: str, **options: Any) -> Page:
        """The person's window, at their home page."""
        page = self.anybody(**options)
        page.goto("/desk/sign-in/")
        username = self.bureau.persons[name].username
        page.locator(f"form:has(input[value='{username}']) button").click()
        page.wait_for_url("**/desk/")
        return page

    def anybody(self, **options: Any) -> Page:
        """A window in which nobody signed in."""
        given = {"locale": "zh-CN", "viewport": {"width": 1366, "height": 768}}
        context = self.browser.new_context(base_url=self.url, **(given | options))
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        return page

    def close(self) -> None:
        """Closes every window."""
        for context in self.contexts:
            context.close()


def reach(page: Page, selector: str) -> None:
    """Moves on with the Tab key until the element has the focus, and the focus can be seen."""
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            style = "getComputedStyle(document.activeElement)"
            outline = page.evaluate(f"() => {style}.outlineStyle + ' ' + {style}.outlineWidth")
            assert outline == "solid 3px", f"{selector}: {outline}"
            return
    raise AssertionError(f"the Tab key does not reach {selector}")


def fits(page: Page) -> bool:
    """Whether the page needs no scrolling sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
