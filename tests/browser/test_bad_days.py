"""On a bad day nothing is doubled, nothing typed is lost, and what happened is said plainly."""

from pathlib import Path

from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from tests.browser.visit import Visits
from tests.desk.people import DOCUMENT, DOCUMENTS
from zhunsheng.kernel.evidence.models import Evidence
from zhunsheng.regimes.norms.models import NormativeDocument

TITLE = "科技创新券管理办法"
NEW = f"/desk/registers/{DOCUMENTS}/new/"

_BRINGS = """names => {
  const brought = new DataTransfer();
  names.forEach(name => brought.items.add(new File([`%PDF-1.4 ${name}`], name)));
  return brought;
}"""
_DROPPED_BESIDE = """brought => document.querySelector("h1").dispatchEvent(
  new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: brought})
)"""


def typed(page: Page, title: str = TITLE) -> None:
    page.goto(NEW)
    page.fill("#id_title", title)
    page.fill("#id_judgement_reason", "涉及企业权利义务")
    page.select_option("#id_issuing", "own")
    page.fill("#id_basis", "科学技术进步法")
    page.check("#id_affects_rights")


def sent(page: Page) -> None:
    page.locator("button[name=submit]").click()


def back_in(page: Page, visits: Visits, name: str) -> None:
    page.locator(f"form:has(input[value='{visits.bureau.persons[name].username}']) button").click()


def test_a_session_that_ends_while_typing_loses_no_word_of_it(visits: Visits) -> None:
    clerk = visits.of("recorder")
    typed(clerk)
    Session.objects.all().delete()
    sent(clerk)
    expect(clerk.locator(".said.warning")).to_contain_text("登录已失效")
    assert not NormativeDocument.objects.exists()
    back_in(clerk, visits, "recorder")
    clerk.wait_for_url(f"**{NEW}")
    expect(clerk.locator("[data-kept]")).to_contain_text("尚未保存")
    expect(clerk.locator("#id_title")).to_have_value(TITLE)
    expect(clerk.locator("#id_affects_rights")).to_be_checked()
    sent(clerk)
    expect(clerk.locator("h1")).to_have_text(TITLE)
    assert NormativeDocument.objects.get().basis == "科学技术进步法"
    clerk.goto(NEW)  # what was taken is not given back again
    expect(clerk.locator("#id_title")).to_have_value("")


def test_what_was_typed_is_given_to_nobody_else_on_the_same_machine(visits: Visits) -> None:
    clerk = visits.of("recorder")
    typed(clerk)
    Session.objects.all().delete()
    sent(clerk)
    back_in(clerk, visits, "office_recorder")
    clerk.wait_for_url(f"**{NEW}")
    expect(clerk.locator("#id_title")).to_have_value("")
    assert TITLE not in str(clerk.evaluate("JSON.stringify(sessionStorage)"))


def test_the_back_button_and_a_second_press_make_no_second_record(visits: Visits) -> None:
    clerk = visits.of("recorder")
    typed(clerk)
    key = clerk.locator("input[name=key]").input_value()
    sent(clerk)
    expect(clerk.locator("h1")).to_have_text(TITLE)
    address = clerk.url
    clerk.go_back()
    # Even where a browser gives the old page back whole, its form has acted already.
    clerk.evaluate("key => { document.querySelector('input[name=key]').value = key; }", key)
    clerk.fill("#id_title", TITLE)
    clerk.fill("#id_judgement_reason", "涉及企业权利义务")
    clerk.select_option("#id_issuing", "own")
    clerk.fill("#id_basis", "科学技术进步法")
    clerk.locator("button[name=submit]").dblclick()
    expect(clerk.locator("h1")).to_have_text(TITLE)
    assert clerk.url == address
    assert NormativeDocument.objects.count() == 1


def test_two_people_on_one_row_the_second_is_told_and_keeps_their_words(visits: Visits) -> None:
    row = visits.bureau.put(NormativeDocument, **DOCUMENT)
    edit = f"/desk/registers/{DOCUMENTS}/{row.pk}/edit/"
    first, second = visits.of("recorder"), visits.of("head")
    for page in (first, second):
        page.goto(edit)
    for page, basis in ((first, "科学技术进步法第三条"), (second, "促进科技成果转化法")):
        page.fill("#id_basis", basis)
        page.fill("#reason", "补充依据")
        page.locator("main form button").last.click()
    expect(second.locator(".said.error")).to_contain_text("已被")
    expect(second.locator("#id_basis")).to_have_value("促进科技成果转化法")
    row.refresh_from_db()
    assert row.basis == "科学技术进步法第三条"


def test_a_file_of_60_megabytes_is_refused_with_its_limit_and_nothing_is_stored(
    visits: Visits, tmp_path: Path
) -> None:
    row = visits.bureau.put(NormativeDocument, **DOCUMENT)
    big = tmp_path / "扫描件.pdf"
    with big.open("wb") as file:
        file.write(b"%PDF-1.4")
        file.truncate(60 * 1024 * 1024)
    clerk = visits.of("recorder")
    clerk.goto(f"/desk/registers/{DOCUMENTS}/{row.pk}/")
    clerk.set_input_files("input[type=file][name=file]", big)
    clerk.locator("form[enctype] button").first.click()
    expect(clerk.locator(".said.error")).to_contain_text("超过50MB")
    assert not Evidence.objects.filter(item_id=row.pk).exists()


def test_files_are_dropped_where_they_are_asked_for_and_beside_it_cost_nothing(
    visits: Visits,
) -> None:
    row = visits.bureau.put(NormativeDocument, **DOCUMENT)
    clerk = visits.of("recorder")
    address = f"/desk/registers/{DOCUMENTS}/{row.pk}/"
    clerk.goto(address)
    brought = clerk.evaluate_handle(_BRINGS, ["纪要.pdf", "签到表.pdf"])
    beside = clerk.evaluate(_DROPPED_BESIDE, brought)
    assert not beside  # else the browser would show the file in place of the page
    assert clerk.locator("#paper").evaluate("box => box.files.length") == 0
    for event in ("dragover", "drop"):
        clerk.dispatch_event("form.upload", event, {"dataTransfer": brought})
    with clerk.expect_navigation():
        clerk.locator("form.upload button").click()
    expect(clerk.locator(".said.success")).to_contain_text("佐证已上传")
    kept = Evidence.objects.filter(item_id=row.pk).select_related("file")
    assert sorted(paper.file.name for paper in kept) == ["签到表.pdf", "纪要.pdf"]
    assert len({paper.entry for paper in kept}) == 1  # one action
