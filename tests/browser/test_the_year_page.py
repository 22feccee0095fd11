"""The year on one page: one sheet of A4 when printed, and nobody shut out in either theme."""

import pypdfium2
from playwright.sync_api import expect

from tests.browser.barriers import barriers
from tests.browser.visit import Visits, fits
from tests.reports.desk import discussed

PAGES = ("/desk/", "/desk/year/", "/desk/help/", "/desk/help/rules/", "/desk/help/checks/LDG001/")


def test_the_year_prints_on_one_sheet_of_a4(visits: Visits) -> None:
    page = visits.of("principal")
    page.goto("/desk/year/?year=2024")
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(printed) == 1
    wide, high = printed[0].get_size()
    assert (round(wide), round(high)) == (595, 842)


def test_what_waits_for_the_principal_is_told_on_the_first_screen(visits: Visits) -> None:
    report = discussed(visits.bureau)
    for view in ({"width": 1366, "height": 768}, {"width": 390, "height": 844}):
        page = visits.of("principal", viewport=view)
        waits = page.locator(".waits a").first
        box = waits.bounding_box()
        assert box and box["y"] + box["height"] <= view["height"]
        expect(waits).to_have_text("1等待签批")
        waits.click()
        expect(page.locator(f"#steps a[href='/desk/reports/{report.pk}/']")).to_be_in_viewport()


def test_a_chosen_theme_shuts_nobody_out_and_outweighs_the_system(visits: Visits) -> None:
    page = visits.of("principal", color_scheme="light")
    page.get_by_role("button", name="深色").click()
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate(ground) == "rgb(18, 23, 29)"
    found = {}
    for address in PAGES:
        page.goto(address)
        if met := barriers(page):
            found[address] = met
    assert found == {}
    page.get_by_role("button", name="浅色").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert page.evaluate(ground) == "rgb(243, 245, 248)"


def test_help_and_the_year_fit_a_telephone(visits: Visits) -> None:
    page = visits.of("principal", viewport={"width": 390, "height": 844})
    for address in (*PAGES, "/desk/help/registers/norms.normativedocument/"):
        page.goto(address)
        assert fits(page), address


def test_on_a_telephone_the_menu_opens_where_the_reader_is(visits: Visits) -> None:
    page = visits.of("principal", viewport={"width": 390, "height": 844})
    page.goto("/desk/help/")
    here = page.locator("nav [aria-current]").bounding_box()
    assert here and here["x"] >= 0 and here["x"] + here["width"] <= 390
    assert page.locator("nav").evaluate("menu => menu.scrollLeft") > 0


def test_a_telephone_shows_the_page_under_a_low_head_and_cuts_no_row(visits: Visits) -> None:
    page = visits.of("legal_officer", viewport={"width": 390, "height": 844})
    cut = "all => all.some(box => box.scrollWidth > box.clientWidth)"
    for address in (
        "/desk/year/?year=2024",
        "/desk/registers/oversight.teamremark/?all=1",
        "/desk/monthly/",
        "/desk/trail/",
        "/desk/reference/",
    ):
        page.goto(address)
        start = page.locator("main").bounding_box()
        assert start and start["y"] <= 170, address
        assert page.locator("main .scroll").first.is_visible(), address
        assert not page.locator("main .scroll").evaluate_all(cut), address
    page.locator("header button[name=language]").click()
    page.goto("/desk/year/?year=2024")
    assert not page.locator("main .scroll").evaluate_all(cut), "the year in English"


def test_the_first_page_counts_what_the_divisions_owe_once_it_is_there(visits: Visits) -> None:
    page = visits.of("legal_officer")
    page.goto("/desk/")
    owed = page.locator("#month")
    owed.locator("table").wait_for()
    assert owed.locator("tbody tr").count() > 1
    owed.locator("tbody a").first.click()
    page.wait_for_url("**/desk/monthly/**")


def test_where_no_script_runs_the_first_page_shows_the_way_to_what_is_owed(
    visits: Visits,
) -> None:
    page = visits.of("legal_officer", java_script_enabled=False)
    page.goto("/desk/")
    page.locator("#month a").click()
    page.wait_for_url("**/desk/monthly/")


def test_on_a_telephone_the_filters_open_from_one_line(visits: Visits) -> None:
    page = visits.of("legal_officer", viewport={"width": 390, "height": 844})
    page.goto("/desk/registers/disclosure.request/?year=2024")
    words = page.locator("#q")
    assert not words.is_visible()
    page.locator("#fold-filters").press("Space")
    assert words.is_visible()
    page.set_viewport_size({"width": 1366, "height": 768})
    assert words.is_visible() and not page.locator("label.fold").is_visible()
