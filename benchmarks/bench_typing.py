"""From a key pressed in the report workbench to the margin that answers it, in a real browser."""

import socket
import subprocess
import sys
from typing import Any

from benchmarks.installation import engine, run, sqlite_installation, start_django
from benchmarks.measured import Series, show

_KEYS, _TARGET = 20, 300  # milliseconds
#: Notes when a key went down and when the margin of the part changed after it.
_WATCH = """key => {
  window.took = [];
  let pressed = 0;
  document.addEventListener("keydown", () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    if (pressed) { window.took.push(performance.now() - pressed); pressed = 0; }
  }).observe(document.querySelector(`[data-margin="${key}"]`), { childList: true, subtree: true });
}"""


def measure() -> None:
    """In its officer's window a digit is put into the report's longest part and taken out."""
    start_django()
    from benchmarks.model_year import draft_report, load

    load()
    report = draft_report()
    cookie, part = _session("guwen"), _longest(report)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    from zhunsheng.config.supervisor import APPLICATION, Address, command

    server = subprocess.Popen(command(Address(port=port), APPLICATION))
    try:
        took = _typed(f"http://127.0.0.1:{port}", f"/desk/reports/{report}/", cookie, part)
    finally:
        server.terminate()
        server.wait()
    series = Series(tuple(one / 1000 for one in took))
    missed = "" if series.median * 1000 <= _TARGET else ", MISSED"
    show(
        f"From key to margin, {len(took)} keys one after another, model report",
        ("least ms", "median ms", "most ms"),
        [(*series.ms(), f"{max(took):.0f} (≤ {_TARGET}{missed})")],
    )


def _typed(url: str, address: str, cookie: str, part: str) -> list[float]:
    from playwright.sync_api import sync_playwright

    from tests.provide import chromium

    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=options)
        context = browser.new_context(base_url=url, locale="zh-CN")
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": url}])
        page = context.new_page()
        _when_it_answers(page, address)
        editor = page.locator(f"#part-{part.replace('.', chr(92) + '.')} .editor")
        editor.click()
        page.keyboard.press("Control+End")
        page.keyboard.type("全年开展培训次")
        page.keyboard.press("ArrowLeft")  # digits go before the measure word: each a new number
        page.wait_for_timeout(2000)
        page.evaluate(_WATCH, part)
        for place in range(_KEYS):
            page.keyboard.press("Backspace" if place % 2 else "7")
            for _ in range(100):  # asked again and again: the page's policy forbids `eval`
                page.wait_for_timeout(100)
                if page.evaluate("window.took.length") > place:
                    break
        took: list[float] = page.evaluate("window.took")
        browser.close()
    return took


def _when_it_answers(page: Any, address: str) -> None:
    """The server may still be starting."""
    from playwright.sync_api import Error

    for _ in range(40):
        try:
            page.goto(address)
            return
        except Error:
            page.wait_for_timeout(500)
    raise SystemExit("服务没有启动 / the server did not start")


def _session(username: str) -> str:
    from tests.desk.crawl import signed_in

    return signed_in(username).cookies["sessionid"].value


def _longest(report: int) -> str:
    import json

    from zhunsheng.reports.models import Report

    texts: dict[str, str] = json.loads(Report.objects.get(pk=report).parts)
    return max(texts, key=lambda key: len(texts[key]))


if __name__ == "__main__":
    if engine():
        measure()
    else:
        with sqlite_installation() as var:
            sys.exit(run("benchmarks.bench_typing", name="SQLite", var=var))
