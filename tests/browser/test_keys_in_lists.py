"""Lists by single keys: the focus walks, selects and confirms when asked; typing stays typing."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import ENLARGED, PHONE, barriers, cut_off, unreadable_in_the_dark
from tests.browser.visit import Visits
from tests.desk.people import DOCUMENT, DOCUMENTS
from zhunsheng.kernel.record.models import Standing
from zhunsheng.regimes.norms.models import NormativeDocument

LIST = f"/desk/registers/{DOCUMENTS}/?sort=title"


def keys(page: Page, *pressed: str) -> None:
    for key in pressed:
        page.keyboard.press(key)


def at(page: Page) -> str:
    """The words of the link that holds the focus; empty where none does."""
    return str(
        page.evaluate("document.activeElement.matches('a') ? document.activeElement.innerText : ''")
    )


def heard(page: Page, words: str) -> None:
    expect(page.locator("#keys-said")).to_contain_text(words)


@pytest.fixture
def rows(visits: Visits) -> list[NormativeDocument]:
    titles = ("甲办法", "乙办法", "丙办法")
    return [visits.bureau.put(NormativeDocument, **DOCUMENT | {"title": t}) for t in titles]


def test_rows_are_walked_selected_and_confirmed_after_a_question(
    visits: Visits, rows: list[NormativeDocument]
) -> None:
    head = visits.of("head")
    head.goto(LIST)
    order = head.locator("main tbody tr td:nth-child(2) a").all_inner_texts()
    keys(head, "j", "ArrowDown")
    assert at(head) == order[1]
    heard(head, f"第2行，共{len(order)}行")
    keys(head, "x", "k", "x", "k")
    assert at(head) == order[0]
    heard(head, "已是第一行")
    keys(head, "c")
    expect(head.locator("#keys-ask li")).to_have_text(order[:2])
    keys(head, "Escape")
    assert head.locator("#keys-ask").is_hidden()
    assert not NormativeDocument.objects.filter(standing=Standing.CONFIRMED).exists()
    keys(head, "c")
    assert barriers(head) == []
    with head.expect_navigation():
        keys(head, "Enter")
    expect(head.locator(".said.success")).to_contain_text("已确认2条")
    told = {row.title: row.standing for row in NormativeDocument.objects.all()}
    assert [told[title] for title in order[:3]] == [
        Standing.CONFIRMED,
        Standing.CONFIRMED,
        Standing.SUBMITTED,
    ]


def test_enter_opens_the_row_and_the_way_back_leads_to_it(
    visits: Visits, rows: list[NormativeDocument]
) -> None:
    officer = visits.of("legal_officer")
    officer.goto(LIST)
    keys(officer, "j", "j")
    title = at(officer)
    with officer.expect_navigation():
        keys(officer, "Enter")
    expect(officer.locator("h1")).to_have_text(title)
    officer.go_back()
    expect(officer.locator("main td a", has_text=title)).to_be_focused()
    with officer.expect_navigation():
        keys(officer, "n")
    assert officer.url.endswith(f"/{DOCUMENTS}/new/")


def test_keys_write_where_one_writes_and_can_be_put_off(
    visits: Visits, rows: list[NormativeDocument]
) -> None:
    officer = visits.of("legal_officer")
    officer.goto(LIST)
    keys(officer, "c")
    heard(officer, "尚未选择")
    as_written = (
        "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}))"
    )
    officer.evaluate(as_written, "、")  # the stroke of a Chinese keyboard
    expect(officer.locator(".top .find input")).to_be_focused()
    keys(officer, "j", "x", "n", "?")
    expect(officer.locator(".top .find input")).to_have_value("jxn?")
    officer.locator("h1").click()
    keys(officer, "Control+j", "?")
    expect(officer.locator("#keys")).to_be_visible()
    assert [barriers(officer), unreadable_in_the_dark(officer)] == [[], []]
    assert cut_off(officer, ENLARGED, PHONE) == []
    officer.locator("#keys input").uncheck()
    keys(officer, "Escape", "j")
    assert at(officer) == ""
    officer.reload()
    keys(officer, "j")
    assert at(officer) == ""
    officer.locator("#keys-show").click()
    officer.locator("#keys input").check()
    keys(officer, "Escape", "j")
    assert at(officer) != ""


def test_a_key_right_after_a_closed_question_is_not_undone(
    visits: Visits, rows: list[NormativeDocument]
) -> None:
    officer = visits.of("legal_officer")
    officer.goto(LIST)
    officer.locator("#keys-show").click()
    # A dialog tells its closing a task later; the key comes before that.
    officer.evaluate(
        """() => new Promise(told => {
          const help = document.getElementById('keys');
          help.addEventListener('close', () => setTimeout(told));
          help.close();
          document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));
        })"""
    )
    assert at(officer) == officer.locator("main tbody a").first.inner_text()


def test_the_first_page_s_lists_are_walked_in_english_as_well(
    visits: Visits, rows: list[NormativeDocument]
) -> None:
    head = visits.of("head")
    with head.expect_navigation():
        head.get_by_role("button", name="English").click()
    first = head.locator("#confirm b").first.inner_text()
    keys(head, "j", "x")
    heard(head, "This row does not wait")
    with head.expect_navigation():
        keys(head, "Enter")
    expect(head.locator("h1")).to_have_text(first)


def test_without_scripts_nothing_of_it_is_seen(visits: Visits) -> None:
    row = visits.bureau.put(NormativeDocument, **DOCUMENT)
    head = visits.of("head", java_script_enabled=False)
    head.goto(LIST)
    for hidden in ("#keys", "#keys-ask", "#keys-show"):
        expect(head.locator(hidden)).to_be_hidden()
    head.locator(f"input[name=row][value^='{row.pk}:']").check()
    head.get_by_role("button", name="确认所选记录").first.click()
    expect(head.locator(".said.success")).to_contain_text("已确认1条")
