"""`python -m tests.browser.pictures FOLDER`: a picture of every page, to be looked at.

The model year is loaded into a folder of its own and served on loopback; each page is taken in both
languages, as the person whose page it is sees it.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Browser, Page, sync_playwright

from tests.provide import chromium

#: Whose home page is looked at; the first one's other pages as well.
_PEOPLE = ("顾闻", "周可", "何知远", "林砚", "苏见山", "程立言", "韩守正", "叶衡", "系统管理员")
_PUBLIC = ("/", "/desk/sign-in/")
_PATIENCE = 60.0  # seconds until the server must answer


def main(folder: Path) -> int:
    """How it went, as an exit code; the pictures are `<language>-<page>.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="zhunsheng-") as var,
        _served(Path(var)) as base,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"]
        )
        taken = sum(_taken(browser, base, language, folder) for language in ("zh", "en"))
        browser.close()
    print(f"{folder}：{taken}张 / {taken} pictures")
    return 0 if taken else 1


@contextmanager
def _served(var: Path) -> Iterator[str]:
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


def _taken(browser: Browser, base: str, language: str, folder: Path) -> int:
    count = 0
    for number, name in enumerate((*_PEOPLE, "")):
        context = browser.new_context(base_url=base, viewport={"width": 1366, "height": 768})
        context.add_cookies([{"name": "zhunsheng_language", "value": language, "url": base}])
        page = context.new_page()
        if name:
            page.goto("/desk/sign-in/")
            page.get_by_role("button", name=name).first.click()
            page.wait_for_url("**/desk/")
        for address in _addresses(page, everything=number == 0) if name else _PUBLIC:
            page.goto(address)
            shown = re.sub(r"[/?=]+", "-", address).strip("-") or "portal"
            page.screenshot(path=folder / f"{language}-{number}-{shown}.png", full_page=True)
            count += 1
        context.close()
    return count


def _addresses(page: Page, *, everything: bool) -> list[str]:
    """The home page; and what the menu leads to, with the first record of each list."""
    if not everything:
        return ["/desk/"]
    found = ["/desk/", *_links(page, "nav a")]
    for address in tuple(found):
        if "/registers/" in address:
            page.goto(address)
            found += [*_links(page, "main td a")[:1], f"{address}new/"]
    for listed, one in (
        ("/desk/reports/", r"/desk/reports/\d+/$"),
        ("/desk/figures/?year=2024", r"/desk/figures/[\w.]+/"),
        ("/desk/help/checks/", r"/desk/help/checks/\w+/"),
        ("/desk/help/rules/", r"/desk/help/rules/[\w.]+/"),
        ("/desk/help/", r"/desk/help/registers/[\w.]+/"),
    ):
        page.goto(listed)
        found += [a for a in _links(page, "main a") if re.match(one, a)][:1]
    return list(dict.fromkeys(found))


def _links(page: Page, selector: str) -> list[str]:
    found = page.locator(selector).evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return [address for address in found if address and address.startswith("/")]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
