"""Everybody who approves can do it with the keyboard alone: reached, seen, done, told."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.visit import Visits, reach
from tests.desk.people import DOCUMENT, record_page
from tests.reports.desk import discussed, remark, signed
from zhunsheng.kernel import clock
from zhunsheng.kernel.org.models import OrganisationChange, Outcome
from zhunsheng.kernel.procedure.models import Step
from zhunsheng.kernel.record.models import Standing
from zhunsheng.regimes.norms.models import NormativeDocument
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.models import Edition, Report, Stage
from zhunsheng.reports.publish import is_public


def press(page: Page, selector: str, key: str = "Enter") -> None:
    """What has this selector is reached, seen to be, and pressed; its page is waited for."""
    reach(page, selector)
    with page.expect_navigation():
        page.keyboard.press(key)


def told(page: Page, words: str) -> None:
    """What was done is said, and the next thing is reached from the top of the page."""
    expect(page.locator(".said.success")).to_contain_text(words)
    page.keyboard.press("Tab")
    first = page.evaluate("() => document.activeElement.getAttribute('href')")
    assert first and first.startswith("#"), "the first Tab does not offer to pass the menu over"


def open_step(page: Page, row: NormativeDocument, key: str) -> None:
    """From the first page, by what waits there, to the form of the record's next step."""
    page.goto("/desk/")
    press(page, f"#steps a[href^='{record_page(row)}']")
    press(page, f"#next a[href$='/step/{key}/']")


def take(page: Page, **words: str) -> None:
    """The form of a step filled in and sent, and told to be done."""
    for name, text in words.items():
        reach(page, f"[name={name}]")
        page.keyboard.insert_text(text)
    press(page, "form.entry button")
    told(page, "已登记办理情况")


def earlier(page: Page, selector: str) -> date:
    """A day before today, set with the arrow keys in whatever order the browser shows its parts."""
    reach(page, selector)
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        told = page.locator(selector).input_value()
        if told and (day := date.fromisoformat(told)) < clock.today():
            return day
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"{selector} is not moved by the arrow keys")


def choose(page: Page, selector: str, key: int) -> None:
    """One of a list, with the arrow keys."""
    reach(page, selector)
    for _ in page.locator(f"{selector} option").all():
        if page.locator(selector).input_value() == str(key):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{selector} offers no {key}")


def test_a_division_s_head_confirms_and_returns(visits: Visits) -> None:
    kept, back = (visits.bureau.put(NormativeDocument, **DOCUMENT) for _ in range(2))
    head = visits.of("head")
    press(head, f"#confirm a[href$='/{kept.pk}/']")
    press(head, "form[action$='/confirm/'] button")
    told(head, "已确认")
    head.goto("/desk/")
    press(head, f"#confirm a[href$='/{back.pk}/']")
    reach(head, "details:has(#back) > summary")
    head.keyboard.press("Enter")
    reach(head, "#back")
    head.keyboard.insert_text("依据漏填条款")
    press(head, "form[action$='/send-back/'] button")
    told(head, "退回")
    kept.refresh_from_db()
    back.refresh_from_db()
    assert (kept.standing, back.standing) == (Standing.CONFIRMED, Standing.DRAFT)


def test_a_document_goes_from_its_legality_review_to_its_number(visits: Visits) -> None:
    row = visits.bureau.confirmed(
        NormativeDocument,
        **DOCUMENT | {"affects_rights": False},
        comment_from=date(2024, 3, 1),
        comment_to=date(2024, 3, 10),
        fair_competition_on=date(2024, 3, 12),
    )
    sender, officer, deputy = (visits.of(name) for name in ("head", "legal_officer", "deputy"))
    open_step(sender, row, "submit_for_examination")
    take(sender)
    open_step(officer, row, "examine")
    take(officer, examination_body="法规科")
    open_step(officer, row, "table")
    press(officer, "form.entry button")
    expect(officer.locator(".card.refusal .objection").first).to_be_visible()  # ten days of comment
    for asked in officer.locator("[name^='reason:']").all():
        reach(officer, f"[name='{asked.get_attribute('name')}']")
        officer.keyboard.insert_text("内容单一，提前截止")
    take(officer)
    open_step(deputy, row, "decide")
    take(deputy)
    open_step(deputy, row, "sign")
    take(deputy, number="澜科规〔2024〕9号", registration_number="LCGF-2024-9009")
    row.refresh_from_db()
    assert row.stage == "signed"
    by = Step.objects.filter(item_id=row.pk).values_list("transition", "by__username")
    assert dict(by)["examine"] == visits.bureau.persons["legal_officer"].username
    assert dict(by)["sign"] == visits.bureau.persons["deputy"].username


def test_what_the_deputy_head_signed_on_paper_is_entered_with_its_scan(
    visits: Visits, tmp_path: Path
) -> None:
    row = visits.bureau.confirmed(
        NormativeDocument,
        **DOCUMENT | {"affects_rights": False, "market_related": False},
        tabled_on=date(2024, 4, 22),
    )
    officer, scan = visits.of("legal_officer"), tmp_path / "签批件.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    officer.goto(record_page(row))
    press(officer, "#next a[href$='/step/decide/']")
    day = earlier(officer, "[name=on]")
    deputy = visits.bureau.persons["deputy"]
    choose(officer, "[name=by]", deputy.pk)
    reach(officer, "[name=already_taken]")
    officer.keyboard.press("Space")
    choose(officer, "[name=vouched_by]", visits.bureau.persons["legal_second"].pk)
    reach(officer, "#paper")
    officer.set_input_files("#paper", scan)  # the window that Space opens is the system's own
    take(officer)
    taken = Step.objects.get(item_id=row.pk, transition="decide")
    assert (taken.by, taken.on) == (deputy, day)
    assert taken.attested_by == visits.bureau.persons["legal_officer"]


def test_the_principal_signs(visits: Visits) -> None:
    report = discussed(visits.bureau)
    principal = visits.of("principal")
    press(principal, f"main a[href='/desk/reports/{report.pk}/']")
    reach(principal, "#signer")
    press(principal, "form[action$='/sign/'] button")
    told(principal, "签发")
    assert Report.objects.get().stage == Stage.SIGNED


def test_the_office_numbers_issues_publishes_and_withdraws(visits: Visits) -> None:
    report, number = signed(visits.bureau), f"澜科〔{clock.today().year}〕6号"
    office = visits.of("office")
    press(office, f"main a[href='/desk/reports/{report.pk}/']")
    reach(office, "#number")
    office.keyboard.press("Control+a")
    office.keyboard.insert_text(number)
    press(office, "form[action$='/issue/'] button")
    told(office, "印发")
    edition = Edition.objects.get(report_id=report.pk)
    assert edition.number == number
    reach(office, "#note")
    office.keyboard.insert_text("不涉密，可以公开")
    press(office, "form[action$='/publish/'] button")
    told(office, "公开")
    assert is_public(edition)
    reach(office, "details:has(#why) > summary")
    office.keyboard.press("Enter")
    reach(office, "#why")
    office.keyboard.insert_text("附件有误")
    press(office, "form[action$='/withdraw/'] button")
    told(office, "撤下")
    assert not is_public(edition)


def test_the_resident_team_closes_its_remark(visits: Visits) -> None:
    row = remark(visits.bureau, "关于论证程序的意见")
    clerk, team = visits.of("office_recorder"), visits.of("team")
    address = f"/desk/registers/oversight.teamremark/{row.pk}/"
    clerk.goto(address)
    press(clerk, "#next a[href$='/step/answer/']")
    reach(clerk, "[name=answer]")
    clerk.keyboard.insert_text("已补充论证材料")
    press(clerk, "form.entry button")
    told(clerk, "已登记办理情况")
    team.reload()
    press(team, f"#steps a[href^='{address}']")
    press(team, "#next a[href$='/step/close/']")
    press(team, "form.entry button")
    told(team, "已登记办理情况")
    assert TeamRemark.objects.get(pk=row.pk).closed_on


def test_the_second_administrator_approves_what_the_first_proposed(visits: Visits) -> None:
    first, second = visits.of("administrator"), visits.of("administrator_second")
    first.goto("/desk/admin/")
    press(first, "a[href$='/take_questions/']")
    reach(first, "[name=reason]")
    first.keyboard.insert_text("接受公众监督")
    press(first, "main form.entry button")
    second.goto("/desk/admin/")
    press(second, "#waiting form[action$='/approve/'] button")
    told(second, "")
    assert OrganisationChange.objects.get().outcome == Outcome.DONE
