"""How long the common tasks take a clerk, by the keystroke-level model over a real run."""

import sys
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import xlsxwriter
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.keystrokes import Hand
from benchmarks.measured import show
from tests.browser.pictures import served
from tests.provide import chromium

_CLERK, _HEAD, _OFFICER = "周可", "林砚", "顾闻"
_ROUNDS = 3
_DRILLS = "/desk/registers/emergency.drill/"
_MENU = f"nav a[href='{_DRILLS}']"
_WAITING = f"{_DRILLS}?standing=submitted"
_HEADS = ("名称", "演练类别", "演练日期", "演练地点", "参加人次")
Windows = Callable[[str], Page]


def confirm_from_home(windows: Windows) -> Hand:
    """A row that waits is opened from the first page and confirmed."""
    _entered(windows, 1)
    hand = _at(windows(_HEAD), "/desk/")
    hand.click(f"#confirm a[href^='{_DRILLS}']")
    hand.click("form[action$='/confirm/'] button")
    return hand


def record_a_drill(windows: Windows) -> Hand:
    """From the first page, five things of a sign-in sheet entered and handed in."""
    hand = _at(windows(_CLERK), "/desk/")
    hand.click(f"nav details:has({_MENU[4:]}) > summary", leads=False)
    hand.click(_MENU)
    hand.press("n", leads=True)
    hand.click("#id_title", leads=False)
    hand.write("机关办公楼消防疏散演练")
    hand.tab_to("#id_kind")
    hand.press("ArrowDown")
    hand.tab_to("#id_held_on")
    hand.day(2025, 2, 20)
    hand.tab_to("#id_place")
    hand.write("机关院内")
    hand.tab_to("#id_people")
    hand.write("73")
    hand.tab_to("button[name=submit]")
    hand.press("Enter", leads=True)
    return hand


def copy_last_years_row(windows: Windows) -> Hand:
    """Last year's drill found in its list, copied, its day and number of people given anew."""
    hand = _at(windows(_CLERK), "/desk/")
    hand.click(f"nav details:has({_MENU[4:]}) > summary", leads=False)
    hand.click(_MENU)
    hand.click("#year", leads=False)
    hand.write("2024")
    hand.press("Enter", leads=True)
    hand.click("main td a:text('机关办公楼秋季消防疏散演练')")
    hand.click("main a[href*='?copy=']")
    hand.click("#id_held_on", leads=False)
    hand.day(2025, 2, 21)
    hand.tab_to("#id_people")
    hand.write("91")
    hand.tab_to("button[name=submit]")
    hand.press("Enter", leads=True)
    return hand


def figure_to_evidence(windows: Windows) -> Hand:
    """From a number in the report to the paper behind one of its records."""
    page = windows(_OFFICER)
    page.goto("/desk/reports/")
    page.locator("main a", has_text="2024年法治政府建设情况").first.click()
    hand = _at(page, page.url)
    hand.click(".paper a[href*='counsel.opinions']")
    hand.click("main td a[href*='/evidence/']", leads=False)
    return hand


def import_a_workbook(windows: Windows) -> Hand:
    """A sheet of twelve rows chosen, looked over and stored."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "应急演练.xlsx"
        _write(book)
        hand = _at(windows(_CLERK), "/desk/")
        hand.click("nav a[href='/desk/import/']")
        hand.file("#workbook", str(book))
        hand.click("main form:has(#workbook) button")
        hand.click("main form[action$='/store/'] button")
    return hand


def answer_a_returned_row(windows: Windows) -> Hand:
    """What the head sent back is corrected and handed in again."""
    _entered(windows, 1)
    head = windows(_HEAD)
    head.goto("/desk/")
    head.locator(f"#confirm a[href^='{_DRILLS}']").first.click()
    head.locator("details:has(#back) > summary").click()
    head.fill("#back", "参加人次与签到表不符")
    head.click("form[action$='/send-back/'] button")
    hand = _at(windows(_CLERK), "/desk/")
    hand.click("#drafts .button")
    hand.click("main a[href$='/edit/']")
    hand.click("#id_people", leads=False)
    hand.press("Control+a")
    hand.write("71")
    hand.tab_to("button[name=submit]")
    hand.press("Enter", leads=True)
    return hand


def ten_rows_by_keys(windows: Windows) -> Hand:
    """Each looked at and selected in the list, then confirmed after the question."""
    _entered(windows, 10)
    hand = _at(windows(_HEAD), _WAITING)
    for _ in range(10):
        hand.press("j", "x")
    hand.press("c")
    hand.press("Enter", leads=True)
    return hand


def ten_rows_by_mouse(windows: Windows) -> Hand:
    """The same with a pointing at each box."""
    _entered(windows, 10)
    hand = _at(windows(_HEAD), _WAITING)
    for place in range(10):
        hand.click(f"main tbody tr:nth-child({place + 1}) input[name=row]", leads=False)
    hand.click("main button[form=ticked]")
    return hand


TASKS: tuple[tuple[str, Callable[[Windows], Hand], str], ...] = (
    ("confirm a row from home", confirm_from_home, ""),
    ("record a drill", record_a_drill, " (≤ 60)"),
    ("from a figure to its evidence", figure_to_evidence, ""),
    ("copy last year's row", copy_last_years_row, ""),
    ("import a workbook", import_a_workbook, ""),
    ("answer a returned row", answer_a_returned_row, ""),
    ("confirm ten rows of a list, keys", ten_rows_by_keys, ""),
    ("confirm ten rows of a list, mouse", ten_rows_by_mouse, ""),
)


def measure(address: str = "") -> None:
    """Every task three times on the model year, at the address where it is served already; the
    middle one is told."""
    with (
        tempfile.TemporaryDirectory(prefix="zhunsheng-") as var,
        nullcontext(address) if address else served(Path(var)) as base,
        sync_playwright() as playwright,
    ):
        options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN"]
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=options)
        windows = _windows(browser, base)
        rows = [_told(name, task, windows, target) for name, task, target in TASKS]
        browser.close()
    head = ("task", "M", "P", "K", "H", "waited s", "seconds")
    show("Common tasks by the keystroke-level model, model year, SQLite", head, rows)


def _told(name: str, task: Callable[[Windows], Hand], windows: Windows, target: str) -> list[str]:
    done = sorted((task(windows) for _ in range(_ROUNDS)), key=lambda hand: hand.seconds)
    hand = done[_ROUNDS // 2]
    counted = (hand.thoughts, hand.points, round(hand.keys), hand.homings)
    return [name, *map(str, counted), f"{hand.waited:.2f}", f"{hand.seconds:.1f}{target}"]


def _windows(browser: Browser, base: str) -> Windows:
    opened: dict[str, Page] = {}

    def of(name: str) -> Page:
        if name not in opened:
            page = browser.new_context(
                base_url=base, locale="zh-CN", viewport={"width": 1366, "height": 768}
            ).new_page()
            page.goto("/desk/sign-in/")
            page.get_by_role("button", name=name).first.click()
            page.wait_for_url("**/desk/")
            opened[name] = page
        return opened[name]

    return of


def _at(page: Page, address: str) -> Hand:
    page.goto(address)
    return Hand(page)


def _entered(windows: Windows, rows: int) -> None:
    """So many drills wait for their head; nothing of this is counted."""
    page = windows(_CLERK)
    for n in range(rows):
        page.goto(f"{_DRILLS}new/")
        page.fill("#id_title", f"消防疏散演练（{n + 1}）")
        page.select_option("#id_kind", index=1)
        page.fill("#id_held_on", "2025-02-19")
        page.fill("#id_place", "机关院内")
        page.fill("#id_people", "60")
        page.click("button[name=submit]")


def _write(book: Path) -> None:
    with xlsxwriter.Workbook(str(book)) as written:
        sheet = written.add_worksheet("应急演练")
        sheet.write_row(0, 0, _HEADS)
        for n in range(1, 13):
            day = f"2025-01-{n + 5:02}"
            sheet.write_row(n, 0, (f"疏散演练第{n}次", "消防疏散", day, "机关院内", 40 + n))


if __name__ == "__main__":
    measure(*sys.argv[1:2])
