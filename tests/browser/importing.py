"""An import as a clerk sees it: the file offered, the columns remembered, the rows stored."""

from pathlib import Path

from playwright.sync_api import Page, expect


def offer(page: Page, path: Path, data: bytes) -> None:
    """The file sent to be looked at."""
    path.write_bytes(data)
    page.goto("/desk/import/")
    page.set_input_files("#workbook", path)
    page.get_by_role("button", name="核对").click()
    page.wait_for_url("**/preview/**")


def map_columns(page: Page, register: str, source: str, columns: dict[str, str]) -> None:
    """The register chosen, and for each of its fields a column of the other system."""
    page.select_option("#register", register)
    page.locator("form[method=get] button").last.click()
    page.fill("#source", source)
    for name, header in columns.items():
        page.select_option(f"select[name='column:{name}']", label=header)


def remember(page: Page) -> None:
    """The mapping kept; the file is read by it at once and without a fault."""
    page.locator("form[method=post].entry button").click()
    page.wait_for_url("**/preview/**")
    expect(page.locator(".refusal")).to_have_count(0)


def store(page: Page) -> None:
    """What was looked at is stored."""
    page.locator("form[action$='/store/'] button").click()
    page.wait_for_url("**/desk/import/**")
    expect(page.locator(".said")).to_be_visible()
