"""三审三校 out of a content system's log: mapped once on screen, read again, seen on the page."""

from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.importing import map_columns, offer, remember, store
from tests.browser.visit import Visits
from zhunsheng.regimes.disclosure.models import Publication, Review

_HEAD = "稿件编号,环节,操作人,操作时间,稿件内容,修改说明\n"
_FIRST = "2024-001,初审,周可,2024-03-04 09:12:30,现将申报事项通知如下。,补写申报依据\n"
_SECOND = "2024-001,复审,顾闻,2024-03-04 15:40:02,根据管理办法，现将申报事项通知如下。,\n"
_THIRD = "2024-001,终审,林砚,2024-03-05 10:05:00,根据管理办法，现将申报事项通知如下。,改标题\n"
_COLUMNS = {
    "publication": "稿件编号",
    "level": "环节",
    "reviewer": "操作人",
    "reviewed_on": "操作时间",
    "text_as_read": "稿件内容",
    "change": "修改说明",
}
_WORDS = "textarea[name='words:level']"


def test_the_levels_of_a_log_are_mapped_once_and_stand_on_the_record(
    visits: Visits, tmp_path: Path
) -> None:
    publication = visits.bureau.confirmed(
        Publication, division="office", title="申报通知", index_number="2024-001",
        category="services", formed_on=date(2024, 3, 1),
    )  # fmt: skip
    clerk = visits.of("office_recorder")
    log = tmp_path / "审校日志.csv"
    offer(clerk, log, _log(_FIRST, _SECOND))
    clerk.locator("main a[href*='/columns/']").first.click()
    map_columns(clerk, "disclosure.review", "网站内容管理系统", _COLUMNS)
    clerk.fill(_WORDS, "初审=1\n复审=2")
    remember(clerk)
    store(clerk)
    assert set(Review.objects.values_list("level", flat=True)) == {1, 2}
    offer(clerk, log, _log(_FIRST, _SECOND, _THIRD))
    expect(clerk.locator(".refusal")).to_contain_text("终审")  # a word nobody told yet
    clerk.locator("main a[href*='source=']").click()
    expect(clerk.locator("#source")).to_have_value("网站内容管理系统")
    expect(clerk.locator(_WORDS)).to_have_value("初审=1\n复审=2\n终审=")
    clerk.fill(_WORDS, "初审=1\n复审=2\n终审=3")
    remember(clerk)
    store(clerk)
    kept = Review.objects.order_by("level").values_list("level", "reviewer", "version")
    assert list(kept) == [(1, "周可", 1), (2, "顾闻", 1), (3, "林砚", 1)]
    clerk.goto(f"/desk/registers/disclosure.publication/{publication.pk}/")
    levels = clerk.locator("section:has(> h2:has-text('三审三校')) li")
    expect(levels).to_have_count(3)
    for level, name in zip(levels.all(), ("周可", "顾闻", "林砚"), strict=True):
        expect(level).to_contain_text(f"审校人 {name}")
    expect(clerk.locator(".difference")).to_have_count(1)  # the last level left the text as it was
    levels.nth(1).locator("summary").click()
    expect(levels.nth(1).locator(".difference ins")).to_have_text("根据管理办法，")


def _log(*lines: str) -> bytes:
    return (_HEAD + "".join(lines)).encode("gbk")
