"""`python -m tests.browser.tour`: the pictures of docs/guide/tour.md and its Chinese sibling.

One morning of the model bureau, each page by whoever works on it, in both languages.
"""

import io
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    ViewportSize,
    sync_playwright,
)

from tests.browser.pictures import wait_for
from tests.provide import chromium

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "guide" / "tour"
#: Name of a picture → the person whose page it is; the guide shows each of them.
PICTURES = (
    "clerk-home", "clerk-register", "clerk-paste", "clerk-record",
    "head-home", "head-record", "head-phone",
    "officer-figures", "officer-figure", "officer-report", "officer-audit",
    "principal-year",
)  # fmt: skip
_CLERK, _HEAD, _OFFICER, _PRINCIPAL = "周可", "林砚", "顾闻", "程立言"
_WIDE: ViewportSize = {"width": 1280, "height": 800}
_DESKTOP: ViewportSize = {"width": 1440, "height": 860}
_PHONE: ViewportSize = {"width": 390, "height": 780}
#: A number typed by hand: the margin says so at once.
_TYPED = "全年组织应急演练12次。"
#: What the clerk copied in Excel: one kind and one number are wrong.
_COPIED = (
    ("名称", "演练类别", "演练日期", "演练地点", "参加人次"),
    ("科技馆闭馆疏散演练", "消防疏散", "2025-01-08", "市科技馆", "56"),
    ("档案库房灭火演练", "消防", "2025-01-10", "机关一层", "二十一"),
    ("办公楼电梯困人演练", "电梯困人", "2025-01-15", "机关办公楼", "18"),
)
#: A neighbour's draft that does not add up.
_DRAFT: FilePayload = {
    "name": "某县科技局报告（送审稿）.txt",
    "mimeType": "text/plain",
    "buffer": (
        "某县科学技术局关于2024年法治政府建设情况的报告\n"
        "一、全年开展普法活动12场次，其中线上5场次、线下8场次，参加人员700余人次。\n"
        "二、办理行政复议案件4件，办结率100%，其中3件按期办结，1件尚未办结。\n"
        "三、普法活动参加人员共计1000余人次，比上年的800人次增长10%。\n"
    ).encode(),
}
_PATIENCE = 300.0  # seconds in which a slow machine loads the year
_PASTE = """([rows, place]) => {
  const cell = document.querySelector(place), data = new DataTransfer();
  data.setData("text/plain", rows.map(row => row.join("\\t")).join("\\n"));
  const how = { clipboardData: data, bubbles: true, cancelable: true };
  cell.dispatchEvent(new ClipboardEvent("paste", how));
}"""


@dataclass(frozen=True, slots=True)
class Camera:
    """Takes what a page shows now, in either language, as a small picture."""

    browser: Browser
    base: str
    folder: Path

    def person(self, name: str, view: ViewportSize = _WIDE) -> Page:
        """The window of this person, signed in."""
        context = self.browser.new_context(base_url=self.base, locale="zh-CN", viewport=view)
        page = context.new_page()
        page.goto("/desk/sign-in/")
        page.get_by_role("button", name=name).first.click()
        page.wait_for_url("**/desk/")
        return page

    def both(self, page: Page, name: str, at: str = "") -> None:
        """The page in both languages; `at` is scrolled to."""
        for language in ("en", "zh"):
            speak(page.context, language, self.base)
            page.reload()
            self.take(page, f"{name}.{language}", at)

    def take(self, page: Page, name: str, at: str = "") -> None:
        """What the window shows, as WebP."""
        if at:
            page.locator(at).first.scroll_into_view_if_needed()
        shown = Image.open(io.BytesIO(page.screenshot()))
        shown.save(self.folder / f"{name}.webp", quality=62, method=6)


def speak(context: BrowserContext, language: str, base: str) -> None:
    """The window goes on in the language."""
    context.add_cookies([{"name": "zhunsheng_language", "value": language, "url": base}])


def main() -> int:
    """0 when every picture of the tour was taken."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="zhunsheng-") as var,
        _morning(Path(var)) as base,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=chromium.find(),
            args=["--no-sandbox", "--disable-gpu", "--lang=zh-CN"],
            env={**os.environ, "LANGUAGE": "zh_CN"},
        )
        walk(Camera(browser, base, FOLDER))
        browser.close()
    size = sum(path.stat().st_size for path in FOLDER.glob("*.webp"))
    print(f"{FOLDER}：{len(PICTURES) * 2}张，{size // 1024}KB")
    return 0


def walk(camera: Camera) -> None:
    """The day, in the order in which it happens."""
    _clerk(camera, camera.person(_CLERK))
    _head(camera, camera.person(_HEAD))
    camera.both(camera.person(_HEAD, _PHONE), "head-phone", "#steps")
    _officer(camera, camera.person(_OFFICER))
    principal = camera.person(_PRINCIPAL)
    _put_away(principal)
    camera.both(principal, "principal-year")


def _clerk(camera: Camera, page: Page) -> None:
    camera.both(page, "clerk-home")
    page.goto("/desk/registers/emergency.drill/?year=2024")
    camera.both(page, "clerk-register")
    for language in ("en", "zh"):
        speak(page.context, language, camera.base)
        page.goto("/desk/registers/emergency.drill/paste/")
        page.evaluate(_PASTE, [_COPIED, "#grid textarea"])
        with page.expect_navigation():
            page.locator("#paste button").first.click()
        camera.take(page, f"clerk-paste.{language}")
    page.goto("/desk/registers/emergency.drill/new/")
    for name, text in zip(("title", "held_on", "place", "people"), _drill(), strict=True):
        page.fill(f"#id_{name}", text)
    page.select_option("#id_kind", "fire")
    page.locator("button[name=submit]").click()
    page.wait_for_url("**/emergency.drill/*/")
    camera.both(page, "clerk-record")


def _drill() -> tuple[str, ...]:
    title, _, held_on, place, people = _COPIED[1]
    return title, held_on, place, people


def _head(camera: Camera, page: Page) -> None:
    _put_away(page)
    camera.both(page, "head-home")
    page.locator("#confirm .button").first.click()
    page.wait_for_url("**/registers/**")
    camera.both(page, "head-record")


def _put_away(page: Page) -> None:
    page.locator("section.first-day summary").click()
    page.locator("section.first-day button").click()


def _officer(camera: Camera, page: Page) -> None:
    page.goto("/desk/figures/?year=2024")
    camera.both(page, "officer-figures")
    page.goto("/desk/figures/counsel.opinions/?year=2024")
    camera.both(page, "officer-figure", "main td a[href*='/evidence/']")
    page.goto("/desk/reports/")
    page.fill("#year", "2024")
    page.fill("#addressees", "澜川市人民政府")
    with page.expect_navigation():
        page.locator("#compile button").click()
    page.set_viewport_size(_DESKTOP)
    for language in ("en", "zh"):
        speak(page.context, language, camera.base)
        page.evaluate("sessionStorage.clear()")
        page.reload()
        page.locator(".editor").nth(1).focus()
        page.keyboard.press("Control+End")
        page.keyboard.insert_text(_TYPED)
        page.locator(".margin .blocks, .margin li").first.wait_for()
        camera.take(page, f"officer-report.{language}")
    page.evaluate("sessionStorage.clear()")
    page.set_viewport_size(_WIDE)
    page.goto("/desk/audit/")
    page.set_input_files("#document", _DRAFT)
    with page.expect_navigation():
        page.locator("main form.entry button").click()
    camera.both(page, "officer-audit")


@contextmanager
def _morning(var: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = os.environ | {"ZHUNSHENG_VAR": str(var), "ZHUNSHENG_DEMO": "1", "DATABASE_URL": ""}
    command = [sys.executable, "-m", "tests.browser.on_a_day", str(port)]
    server = subprocess.Popen(command, env=env, cwd=ROOT)
    try:
        wait_for(f"http://127.0.0.1:{port}/desk/sign-in/", patience=_PATIENCE)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
