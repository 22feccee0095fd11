"""`python -m tests.browser.pictures FOLDER`: a picture of every page, to be looked at.

The model year is loaded into a folder of its own and served on loopback; each page is taken in both
languages, as the person whose page it is sees it. What the desk has and no picture shows is named
at the end.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urljoin, urlsplit

import django
from django.urls import ResolverMatch
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.provide import chromium

#: Whose pages are walked, each from their first page; a page is taken once, by whoever comes first.
_PEOPLE = ("顾闻", "周可", "何知远", "林砚", "苏见山", "程立言", "韩守正", "叶衡", "系统管理员")
_PUBLIC = ("/", "/desk/sign-in/", "/desk/no-such-page/")
#: Asked as a reader would, behind no link: found, nothing found, a list narrowed to nothing.
_ASKED = (
    "/desk/search/?q=科技成果", "/desk/search/?q=没有这样的记录",
    "/desk/registers/emergency.drill/?year=2024", "/desk/registers/emergency.drill/?q=没有",
    "/desk/figures/?year=2024&regime=disclosure", "/desk/no-such-page/",
)  # fmt: skip
#: Of these each register has a page worth seeing; of the others one tells all.
_EACH = frozenset(["register", "new", "record", "help-register"])
_PATIENCE = 60.0  # seconds until the server must answer
Walked = list[tuple[str, list[str]]]


def main(folder: Path, address: str = "") -> int:
    """How it went, as an exit code; the pictures are `<language>-<page>.png`.

    `address`: of a model year that is served already, and is worked in.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.config.settings")
    django.setup()
    from tests.browser.posed import posed, unseen

    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="zhunsheng-") as var,
        nullcontext(address) if address else served(Path(var)) as base,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu", "--lang=zh-CN"]
        )
        camera = Camera(browser, base, folder)
        states = posed(lambda name: camera.window("zh", name))
        walked = [*camera.walk(states), ("", [*_PUBLIC, *states[""]])]
        camera.take("zh", walked[-1:])
        camera.take("en", walked)
        browser.close()
    print(f"{folder}：{camera.count}张 / {camera.count} pictures")
    for route in (missed := unseen(address for _, found in walked for address in found)):
        print(f"没有图片 / no picture: {route}")
    return 1 if missed else 0


@contextmanager
def served(var: Path) -> Iterator[str]:
    """The address of the model year, loaded into this folder and served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = os.environ | {"ZHUNSHENG_VAR": str(var), "ZHUNSHENG_DEMO": "1", "DATABASE_URL": "",
                        "ZHUNSHENG_PORT": str(port)}  # fmt: skip
    subprocess.run([sys.executable, "-m", "zhunsheng.cli", "demo"], env=env, check=True)
    server = subprocess.Popen([sys.executable, "-m", "zhunsheng.config.supervisor"], env=env)
    try:
        wait_for(f"http://127.0.0.1:{port}/desk/sign-in/")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, *, patience: float = _PATIENCE) -> None:
    """Returns once the server answers there; it must within this many seconds."""
    until = time.monotonic() + patience
    while True:
        try:
            urllib.request.urlopen(address).close()
            return
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


@dataclass(slots=True)
class Camera:
    """Takes pages in a folder, and counts them."""

    browser: Browser
    base: str
    folder: Path
    count: int = 0

    def window(self, language: str, name: str) -> Page:
        """The person's window, signed in; nobody's where no name is given."""
        context = self.browser.new_context(
            base_url=self.base,
            viewport={"width": 1366, "height": 768},
            locale="zh-CN" if language == "zh" else "en-GB",
        )
        cookie = {"name": "zhunsheng_language", "value": language, "url": self.base}
        context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        if name:
            page.goto("/desk/sign-in/")
            page.get_by_role("button", name=name).first.click()
            page.wait_for_url("**/desk/")
        return page

    def walk(self, states: dict[str, list[str]]) -> Walked:
        """Each person's pages, taken in Chinese: of each route one, of registers one of a kind."""
        met: set[tuple[str, str]] = set()
        found: Walked = []
        for place, name in enumerate(_PEOPLE):
            page = self.window("zh", name)
            begin = ["/desk/", *states.get(name, ()), *(_ASKED if place == 0 else ())]
            found.append((name, []))
            for address in _pages(page, begin, met):
                self._shot(page, f"zh-{place}-{_named(address)}")
                found[-1][1].append(address)
            page.context.close()
        return found

    def take(self, language: str, walked: Walked) -> None:
        """The same pages again, in this language."""
        for place, (name, addresses) in enumerate(walked):
            page = self.window(language, name)
            for address in addresses:
                page.goto(address)
                self._shot(page, f"{language}-{place if name else 'public'}-{_named(address)}")
            page.context.close()

    def _shot(self, page: Page, name: str) -> None:
        page.screenshot(path=self.folder / f"{name}.png", full_page=True)
        self.count += 1


def _named(address: str) -> str:
    return re.sub(r"[/?=&%]+", "-", address).strip("-")[:100] or "portal"


def _pages(page: Page, begin: Iterable[str], met: set[tuple[str, str]]) -> Iterator[str]:
    from tests.desk.crawl import resolved

    waiting, given = list(begin), set(begin)
    known = set(waiting)
    while waiting:
        address = waiting.pop(0)
        match = resolved(urlsplit(address).path)
        kind = _kind(match, address)
        if kind in met and address not in given:
            continue
        met.add(kind)
        try:
            page.goto(address)
        except Error:  # a file: it is fetched, not shown
            continue
        yield address
        for link in _links(page, "nav a, main a"):
            full = urljoin(address, link).partition("#")[0]
            if full not in known and full.startswith("/desk/"):
                known.add(full)
                waiting.append(full)


def _kind(match: ResolverMatch | None, address: str) -> tuple[str, str]:
    """What one picture stands for: a route, and of some routes one register."""
    if match is None:
        return "", address
    return match.view_name, str(match.kwargs.get("kind", "")) if match.url_name in _EACH else ""


def _links(page: Page, selector: str) -> list[str]:
    found = page.locator(selector).evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return [address for address in found if address]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:3]))
