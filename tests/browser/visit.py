"""People at their browsers: signed in by persona, one window each, the keyboard in reach."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from zhunsheng.kernel.testing import Bureau

_MOST_TABS = 120
#: What is wrong with the focus where it stands now: no ring, or outside the window.
_UNSEEN = """() => {
  const at = document.activeElement;
  if (at === document.body) return "";
  const name = at.outerHTML.slice(0, 90);
  const ringed = [at, ...(at.labels || [])].some(box => {
    const { outlineStyle, outlineWidth } = getComputedStyle(box);
    return outlineStyle === "solid" && outlineWidth === "3px";
  });
  if (!ringed) return `no ring: ${name}`;
  const box = at.getBoundingClientRect();
  const outside = box.bottom <= 0 || box.right <= 0
    || box.top >= window.innerHeight || box.left >= window.innerWidth;
  return outside || !box.width ? `out of sight: ${name}` : "";
}"""


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
    """Moves on with the Tab key to the element; the focus can be seen there and on the way."""
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        unseen = page.evaluate(_UNSEEN)
        assert not unseen, f"on the way to {selector}: {unseen}"
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key does not reach {selector}")


def fits(page: Page) -> bool:
    """Whether the page needs no scrolling sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
