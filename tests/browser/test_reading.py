"""Reading: no page shuts anybody out, in either language, narrow or wide, without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers, cut_off, unreadable_in_the_dark
from tests.browser.visit import Visits, fits
from tests.desk.people import DOCUMENT, DOCUMENTS
from tests.kernel.workbooks import HEAD, document, workbook
from tests.reports.desk import compiled, issued
from tests.reports.questions import WORDS, asked, pages, switch
from zhunsheng.kernel.workbook.load import import_workbook
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.reports.life.answer_question import answer_question
from zhunsheng.reports.models import Edition
from zhunsheng.reports.publish import publish

_NARROW = {"width": 400, "height": 800}
_SMALL = {"width": 800, "height": 600}


def published(visits: Visits) -> Edition:
    edition = issued(visits.bureau)
    office, reviewer = (visits.bureau.persons[n] for n in ("office", "legal_officer"))
    publish(edition, by=office, reviewed_by=reviewer, note="不涉密，可以公开")
    return edition


def imported(visits: Visits) -> int:
    bureau = visits.bureau
    done = import_workbook(
        "台账.xlsx",
        workbook({"规范性文件": [HEAD, document("1号")]}),
        by=bureau.persons["legal_recorder"],
        division=bureau.divisions["legal"],
        files=lambda _: b"%PDF-1.4",
    )
    return done.batch.pk


def desk_pages(visits: Visits) -> list[str]:
    row = visits.bureau.confirmed(NormativeDocument, **DOCUMENT)
    record = f"/desk/registers/{DOCUMENTS}/{row.pk}/"
    edition = published(visits)
    return [
        "/desk/",
        f"/desk/registers/{DOCUMENTS}/",
        f"/desk/registers/{DOCUMENTS}/new/",
        record,
        f"{record}step/table/",
        "/desk/import/",
        f"/desk/import/{imported(visits)}/undo/",
        "/desk/reference/",
        "/desk/reference/notices/",
        "/desk/reference/classes/",
        "/desk/reference/sources/",
        "/desk/reference/regimes/",
        "/desk/password/",
        "/desk/duties/",
        "/desk/figures/?year=2024",
        "/desk/figures/oversight.remarks/?year=2024",
        f"/desk/reports/{compiled(visits.bureau, 2023).pk}/",
        f"/desk/reports/{edition.report_id}/",
        "/desk/trail/",
        "/",
        f"/reports/{edition.pk}/",
        f"/reports/{edition.pk}/figures/oversight.remarks/",
        *question_pages(visits, edition),
    ]


def question_pages(visits: Visits, edition: Edition) -> list[str]:
    """The form, both receipts, the list and both pages of it: one waits, one was answered."""
    switch(visits.bureau, on=True)
    waiting, done = asked(edition), asked(edition, "是哪一天提出的？")
    by = visits.bureau.persons["office"]
    answer_question(done, kind="explained", text="两件均在五月提出。", public=True, by=by)
    return [*pages(waiting), *pages(done)[2:]]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_shuts_anybody_out(visits: Visits, language: str) -> None:
    page = visits.of("legal_officer")
    page.context.add_cookies([{"name": "zhunsheng_language", "value": language, "url": visits.url}])
    found = {}
    for address in desk_pages(visits):
        page.goto(address)
        met = barriers(page)
        if language == "zh":  # colours are those of either language
            met += [*unreadable_in_the_dark(page), *cut_off(page, _SMALL)]
        if met:
            found[address] = met
    assert found == {}


def test_the_office_s_forms_on_a_question_shut_nobody_out(visits: Visits) -> None:
    listed = question_pages(visits, published(visits))
    page = visits.of("office")
    for address in listed[-4:]:
        page.goto(address)
        assert barriers(page) == [], address


def test_a_figure_is_questioned_without_scripts_on_a_narrow_page(visits: Visits) -> None:
    switch(visits.bureau, on=True)
    edition = published(visits)
    reader = visits.anybody(java_script_enabled=False, viewport=_NARROW)
    reader.goto(f"/reports/{edition.pk}/figures/oversight.remarks/")
    reader.get_by_role("link", name="对本数据有疑问").click()
    reader.get_by_label("对本数据的疑问").fill(WORDS)
    reader.get_by_role("button", name="提交疑问").click()
    expect(reader.locator("h1")).to_have_text("您的疑问已收到")
    assert fits(reader)


def test_the_theme_is_the_one_the_system_asks_for(visits: Visits) -> None:
    grounds = {
        theme: visits.of("recorder", color_scheme=theme).evaluate(
            "getComputedStyle(document.documentElement).backgroundColor"
        )
        for theme in ("light", "dark")
    }
    assert grounds == {"light": "rgb(243, 245, 248)", "dark": "rgb(18, 23, 29)"}


def test_the_door_shuts_nobody_out(visits: Visits) -> None:
    page = visits.anybody()
    page.goto("/desk/sign-in/")
    assert barriers(page) == []


def test_without_scripts_everything_is_there(visits: Visits) -> None:
    edition = published(visits)
    clerk = visits.of("recorder", java_script_enabled=False)
    clerk.goto(f"/desk/registers/{DOCUMENTS}/new/")
    clerk.fill("#id_title", DOCUMENT["title"])
    clerk.fill("#id_judgement_reason", DOCUMENT["judgement_reason"])
    clerk.select_option("#id_issuing", DOCUMENT["issuing"])
    clerk.fill("#id_basis", DOCUMENT["basis"])
    clerk.get_by_role("button", name="存为草稿").click()
    expect(clerk.locator("h1")).to_have_text(DOCUMENT["title"])
    reader = visits.anybody(java_script_enabled=False)
    reader.goto("/")
    reader.get_by_role("link", name=edition.title).click()
    expect(reader.locator(".paper")).to_contain_text("特此报告")


def test_the_portal_is_read_on_a_telephone(visits: Visits) -> None:
    edition = published(visits)
    page = visits.anybody(viewport=_NARROW)
    for address in (
        "/",
        f"/reports/{edition.pk}/",
        f"/reports/{edition.pk}/figures/oversight.remarks/",
    ):
        page.goto(address)
        assert fits(page), address


def test_on_the_first_day_a_telephone_s_first_screen_holds_what_waits(visits: Visits) -> None:
    bureau = visits.bureau
    for _ in range(2):
        bureau.put(NormativeDocument, **DOCUMENT)
    page = visits.of("head", viewport={"width": 390, "height": 844})
    last = page.locator("#confirm .button").last.bounding_box()
    assert last and last["y"] + last["height"] <= 844
    words = page.locator(".first-day li").first
    assert not words.is_visible()
    assert page.locator(".first-day .begin a:visible").count() == 1
    page.locator(".first-day summary").press("Enter")
    expect(words).to_be_visible()
    assert fits(page) and barriers(page) == []
    page.get_by_role("button", name="知道了，不再显示").click()
    expect(page.locator(".first-day")).to_have_count(0)
