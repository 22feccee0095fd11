"""Work under way on the model year, so that pictures show it: drafts, returns, faults, links."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import get_resolver
from playwright.sync_api import Page

from tests.browser.importing import offer
from tests.desk.crawl import FILES, resolved
from tests.kernel.workbooks import HEAD, document, workbook

_CLERK, _HEAD, _OFFICER = "周可", "林砚", "顾闻"
_ADMINISTRATOR, _SECOND = "系统管理员", "系统管理员（二）"
_DRILLS = "/desk/registers/emergency.drill/"
#: Answered with another page, a file or data: there is nothing to look at.
NO_PAGE = FILES | {
    f"desk:{name}"
    for name in (
        *("persona", "sign-out", "language", "theme", "help-put-away", "confirm-many"),
        *("view-keep", "view-drop", "close", "revoke-invitation", "submit", "confirm"),
        *("send-back", "void", "attach", "import-store", "confirm-batch", "feed", "month-nil"),
        *("take-up", "numbers-enter", "question-act", "report-part-act"),
        *("report-live", "report-act", "edition-file", "admin-decide", "numbers-book"),
        *("password-link", "password-links", "edition-due", "monthly-brief"),
        *("set-up", "set-up-workbook"),  # of an installation without an agency
    )
}
#: Pages behind no link of a page's own part, or of an offer not taken up.
_ASKED_FOR = ("/desk/password/", "/desk/questions/")
_DRAFT = "一、全年开展普法活动12场次，其中线上5场次、线下8场次，参加人员700余人次。\n"


def posed(window: Callable[[str], Page]) -> dict[str, list[str]]:
    """Person → addresses of what is under way at their desk, and behind no link there."""
    clerk, head, officer = window(_CLERK), window(_HEAD), window(_OFFICER)
    for title in ("消防疏散演练", "科技馆闭馆演练", "档案库房灭火演练"):
        _drill(clerk, title)
    head.goto(f"{_DRILLS}?standing=submitted")
    head.locator("main td a").first.click()
    returned = urlsplit(head.url).path
    head.locator("details:has(#back) > summary").click()
    head.fill("#back", "参加人次与签到表不符")
    head.click("form[action$='/send-back/'] button")
    found = {_CLERK: [returned, f"{returned}edit/", _DRILLS, *_imported(clerk)]}
    found[_HEAD] = [f"{_DRILLS}?standing=submitted"]
    found[_OFFICER] = [_compiled(officer), _audited(officer), *_ASKED_FOR]
    _questioned(window)
    found[""] = [_invited(officer), "/desk/filled-in/", _password(window(_ADMINISTRATOR))]
    for page in (clerk, head, officer):
        page.context.close()
    return found


def unseen(addresses: Iterable[str]) -> list[str]:
    """The desk's pages of which no address is given."""
    seen = {match.view_name for a in addresses if (match := resolved(urlsplit(a).path))}
    return sorted(routes() - seen - NO_PAGE)


def routes() -> set[str]:
    """Every route of the desk by its name."""
    _, desk = get_resolver().namespace_dict["desk"]
    return {f"desk:{name}" for name in desk.reverse_dict if isinstance(name, str)}


def _drill(page: Page, title: str) -> None:
    page.goto(f"{_DRILLS}new/")
    page.fill("#id_title", title)
    page.select_option("#id_kind", index=1)
    page.fill("#id_held_on", "2025-02-19")
    page.fill("#id_place", "机关院内")
    page.fill("#id_people", "60")
    page.click("button[name=submit]")


def _imported(page: Page) -> list[str]:
    """A workbook with faults, as its preview tells them; a table whose columns nobody knows yet."""
    rows = [HEAD, document("1号", 公布日期="2024-02-30"), document("2号", 制定方式="联合")]
    with tempfile.TemporaryDirectory() as folder:
        offer(page, Path(folder) / "台账.xlsx", workbook({"规范性文件": rows}))
        found = [_here(page)]
        offer(page, Path(folder) / "平台导出.csv", "办件流水号,经办\nA-1,甲\n".encode())
    return [*found, _here(page)]


def _compiled(page: Page) -> str:
    """This year's report, begun."""
    page.goto("/desk/reports/")
    page.fill("main form.entry [name=year]", "2025")
    page.locator("main form.entry button").last.click()
    page.wait_for_url("**/reports/*/")
    return _here(page)


def _audited(page: Page) -> str:
    """A neighbour's draft that does not add up."""
    page.goto("/desk/audit/")
    page.set_input_files(
        "main input[type=file]",
        {"name": "某县报告.txt", "mimeType": "text/plain", "buffer": _DRAFT.encode()},
    )
    page.locator("main form button").last.click()
    page.wait_for_url("**/audit/*/")
    return _here(page)


def _invited(page: Page) -> str:
    """A one-time link to fill in a row by."""
    page.goto(f"{_DRILLS}invitations/")
    for field, value in (("text", "市科技馆 王工"), ("date", "2025-03-31")):
        page.locator(f"main form.entry input[type={field}]").first.fill(value)
    page.locator("main form.entry button").click()
    return urlsplit(page.locator("#made code").inner_text()).path


def _questioned(window: Callable[[str], Page]) -> None:
    """A reader's question about a published figure, as the office finds it."""
    proposing, deciding, reader = (window(name) for name in (_ADMINISTRATOR, _SECOND, ""))
    proposing.goto("/desk/admin/change/take_questions/")
    proposing.fill("[name=reason]", "接受社会监督")
    proposing.locator("main form.entry button").last.click()
    deciding.goto("/desk/admin/")
    deciding.locator("#waiting form[action$='/approve/'] button").first.click()
    reader.goto("/")
    for link in ("/reports/", "/figures/", "/question/"):
        reader.locator(f"main a[href*='{link}']").first.click()
    reader.fill("#text", "两处数字不一致，请说明口径。")
    reader.locator("main form button").click()
    for page in (proposing, deciding, reader):
        page.context.close()


def _password(page: Page) -> str:
    """A link by which somebody sets their password: signing in would end it."""
    page.goto("/desk/admin/")
    page.get_by_role("link", name="方晴").click()
    page.locator("form[action$='/link/'] button").click()
    return urlsplit(page.locator("main code").first.inner_text()).path


def _here(page: Page) -> str:
    split = urlsplit(page.url)
    return f"{split.path}?{split.query}" if split.query else split.path
