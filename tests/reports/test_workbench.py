"""What a writer sees beside the text: places of findings, who changed what, last year, memory."""

import json
from decimal import Decimal

import pytest

from tests.reports import desk
from zhunsheng.kernel.figure.compute import facts
from zhunsheng.kernel.figure.declare_fact import declare_fact
from zhunsheng.kernel.figure.kept import kept_facts
from zhunsheng.kernel.testing import Bureau
from zhunsheng.regimes.oversight.models import TeamRemark
from zhunsheng.reports.changes import changes
from zhunsheng.reports.chips import chips
from zhunsheng.reports.earlier import beside, last_document
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.ledgers import fresh_ledgers, kept_ledgers
from zhunsheng.reports.models import Report
from zhunsheng.reports.review import renderer_of, review, scope_of
from zhunsheng.reports.unchecked import unchecked

pytestmark = pytest.mark.django_db
PART = "shortcomings"


@pytest.fixture
def bureau(monkeypatch: pytest.MonkeyPatch) -> Bureau:
    desk.leave_unfed(monkeypatch)
    return desk.small_year()


@pytest.fixture
def report(bureau: Bureau) -> Report:
    return desk.written(bureau)


def test_a_finding_is_told_with_the_part_it_stands_in(report: Report) -> None:
    now = review(report, parts={PART: "基层力量偏弱，缺编12名。"})
    (typed,) = [b for b in now.blockers if b.code == "NUM001"]
    assert (typed.part, typed.quote) == (PART, "12名")
    assert review(report).blockers == ()  # what is only being typed is stored nowhere


def test_a_figure_that_cannot_be_shown_is_told_in_the_part_that_shows_it(report: Report) -> None:
    now = review(report, parts={PART: "意见{oversight.nothing}条。"})
    (broken,) = [b for b in now.blockers if b.text == "oversight.nothing"]
    assert broken.part == PART


def test_every_block_of_the_page_knows_its_part(report: Report) -> None:
    now = review(report)
    words = [now.text[a:b] for a, b, part in now.written.places if part == PART]
    assert desk.OWN_WORDS[PART] in words
    assert len(now.written.places) == len(now.document.body)


def test_chips_show_values_and_what_falls_away(report: Report) -> None:
    section = "{#oversight.suggestions}，建议{oversight.suggestions}件{/oversight.suggestions}"
    text = f"{{oversight.remarks}}条{section}"
    renderer = renderer_of(report, fresh_ledgers(scope_of(report)))
    found = chips({PART: text}, renderer)
    assert found["{oversight.remarks}"].shown == "2"
    assert found["{#oversight.suggestions}"].hides
    assert found["{oversight.remarks}"].name == "派驻组提出意见"


def test_memory_gives_way_as_soon_as_a_register_changes(bureau: Bureau, report: Report) -> None:
    scope = scope_of(report)
    assert kept_facts(scope) == facts(scope)
    first = kept_ledgers(scope)
    assert kept_ledgers(scope) is first
    desk.remark(bureau, "关于采购验收的意见")
    assert kept_ledgers(scope) is not first
    assert kept_facts(scope)["oversight.remarks"].value == 3
    assert TeamRemark.objects.count() == 3


def test_each_version_says_who_changed_which_words(bureau: Bureau, report: Report) -> None:
    second = bureau.persons["legal_second"]
    edit_part(report, PART, "基层力量仍然偏弱，原因是人员编制不足。", by=second)
    newest = changes(report, part=PART)[0]
    assert newest.version.by == second
    (only,) = newest.parts
    assert [s.text for s in only.stretches if s.how == "new"] == ["仍然"]
    assert [s.text for s in only.stretches if s.how == "gone"] == []
    assert len(changes(report)) == report.version  # nothing that happened is left out


def test_last_years_sections_stand_beside_this_years(bureau: Bureau, report: Report) -> None:
    assert last_document(report) is None
    bureau.close_all(2023)
    before = desk.compiled(bureau, 2023)
    edit_part(before, PART, "制度建设不足。", by=bureau.persons["legal_officer"])
    document = last_document(report)
    assert document is not None
    sections = beside(document, review(report).document)
    (one,) = [s for s in sections if s.now == desk.OWN_WORDS[PART]]
    assert one.before == "制度建设不足。"
    headings = [s.heading for s in sections]
    assert len(headings) == len(set(headings))


def test_a_figure_nothing_checks_is_named_until_something_is_laid_beside_it(
    bureau: Bureau, report: Report
) -> None:
    text = {PART: "派驻组提出的意见{oversight.remarks}条，原因是把关不严。"}
    alone = json.loads(report.parts)
    now = review(report, parts=dict.fromkeys(alone, "") | text)
    assert "oversight.remarks" in unchecked(now)
    declare_fact(
        "oversight.remarks",
        2024,
        Decimal(2),
        document="统计年报",
        by=bureau.persons["legal_officer"],
    )
    now = review(report, parts=dict.fromkeys(alone, "") | text)
    assert "oversight.remarks" not in unchecked(now)
