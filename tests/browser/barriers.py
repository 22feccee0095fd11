"""What shuts a reader out of a page as it stands now: told by axe, in the dark, enlarged."""

import json

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.visit import fits

#: Half the width of a clerk's screen: the same screen at 200 %.
ENLARGED = {"width": 683, "height": 384}
PHONE = {"width": 390, "height": 844}
_FEW = 3
#: Words that lie beyond the window, or that their own box cuts, where nothing can be scrolled.
_CUT = """() => {
  const wide = document.documentElement.clientWidth, found = [];
  const hidden = box => box.closest(".visually-hidden, .skip, thead, svg")
    || getComputedStyle(box).clipPath !== "none";
  for (const box of document.querySelectorAll("body *")) {
    const own = [...box.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!(own || box.matches("input, select, textarea, button")) || hidden(box)) continue;
    const at = box.getBoundingClientRect();
    if (!at.width || !at.height || !box.checkVisibility({ visibilityProperty: true })) continue;
    let clipped = false, scrolled = false;
    for (let up = box; up && up !== document.body; up = up.parentElement) {
      const how = getComputedStyle(up), edge = up.getBoundingClientRect();
      if (/auto|scroll/.test(how.overflowX) && up.scrollWidth > up.clientWidth) scrolled = true;
      if (/hidden|clip/.test(how.overflowX) && at.right > edge.right + 1) clipped = true;
    }
    const words = () => (box.innerText || box.name || box.tagName).slice(0, 20);
    if (clipped || (!scrolled && (at.right > wide + 1 || at.left < -1))) found.push(words());
  }
  return found;
}"""


def barriers(page: Page, **options: object) -> list[str]:
    """Every rule of axe that the page breaks, whatever its weight, with the first places."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    asked = json.dumps({"resultTypes": ["violations"]} | options)
    found = page.evaluate(f"() => axe.run({asked})")["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes']][:_FEW]}" for v in found]


def unreadable_in_the_dark(page: Page) -> list[str]:
    """What has too little contrast when the system asks for dark; the page is light again after."""
    page.emulate_media(color_scheme="dark")
    found = barriers(page, runOnly=["color-contrast"])
    page.emulate_media(color_scheme="light")
    return [f"dark {told}" for told in found]


def cut_off(page: Page, *views: dict[str, int]) -> list[str]:
    """What is out of reach in windows of these sizes; the window is as it was after."""
    before, found = page.viewport_size, list[str]()
    for view in views:
        page.set_viewport_size(view)  # type: ignore[arg-type]
        wide = view["width"]
        if not fits(page):
            found.append(f"{wide}px: the page scrolls sideways")
        found += [f"{wide}px: {words}" for words in page.evaluate(_CUT)][:_FEW]
    if before:
        page.set_viewport_size(before)
    return found
