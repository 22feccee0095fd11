"""A telephone shows what is to be done before what was done; a wide screen keeps both in sight."""

from datetime import date

from playwright.sync_api import Page

from tests.browser.barriers import PHONE
from tests.browser.visit import Visits
from tests.desk.people import DOCUMENT, record_page
from zhunsheng.regimes.norms.models import NormativeDocument


def top(page: Page, heading: str) -> float:
    """How far down the page the card of this heading begins."""
    box = page.locator("main .card", has=page.locator(f"h2:text-is('{heading}')")).bounding_box()
    assert box, heading
    return box["y"]


def test_the_next_step_stands_above_details_and_history(visits: Visits) -> None:
    row = visits.bureau.confirmed(
        NormativeDocument,
        **DOCUMENT | {"affects_rights": False, "market_related": False},
        tabled_on=date(2024, 4, 22),
    )
    principal = visits.of("principal")
    principal.goto(record_page(row))
    assert top(principal, "下一步办理") == top(principal, "登记内容")
    headings = principal.locator("main .card h2").all_inner_texts()
    assert headings[:3] == ["下一步办理", "登记内容", "修改记录"], "read aloud in another order"
    principal.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert top(principal, "下一步办理") < top(principal, "登记内容") < top(principal, "修改记录")
    go = principal.locator("#next .button").first.bounding_box()
    assert go and go["y"] + go["height"] <= PHONE["height"], "its button is below the first screen"
