"""Compiling, editing, waiving: what stands against signature is said, and by whom accepted."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.reports import desk
from zhunsheng.kernel.errors import ConflictError, NotAllowedError, NotPossibleError
from zhunsheng.kernel.figure.declare_fact import declare_fact
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.models import Entry
from zhunsheng.regimes.oversight.models import Submission
from zhunsheng.reports.blockers import TYPED
from zhunsheng.reports.compile import compile_report
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import Report, Stage, Waiver
from zhunsheng.reports.outline import UNFED
from zhunsheng.reports.review import review
from zhunsheng.reports.waive import waive

pytestmark = pytest.mark.django_db
PART = "measures.oversight"


@pytest.fixture
def bureau() -> Bureau:
    return desk.small_year()


def edited(bureau: Bureau, report: Report, text: str) -> Report:
    return edit_part(report, PART, text, by=bureau.persons["legal_officer"])


def test_compiling_fills_every_part_with_figures_as_tokens(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.leave_unfed(monkeypatch)
    report = desk.compiled(bureau)
    parts = json.loads(report.parts)
    assert report.title == "澜川市科学技术局关于2024年法治政府建设情况的报告"
    assert "{oversight.remarks}" in parts[PART]
    assert "对派驻组提出的2条意见" in review(report).text  # the two remarks
    assert parts["principal"] == UNFED


def test_two_persons_cannot_make_two_reports_of_one_year(bureau: Bureau) -> None:
    first = desk.compiled(bureau)
    again = desk.compiled(bureau)
    assert again.pk == first.pk
    assert Report.objects.count() == 1


def test_each_year_has_a_report_of_its_own_figures(bureau: Bureau) -> None:
    desk.remark(bureau, "上一年的意见", made_on=date(2023, 9, 4))  # a remark of the year before
    bureau.close_all(2023)
    before, after = desk.compiled(bureau, 2023), desk.compiled(bureau)
    assert before.pk != after.pk
    assert "对派驻组提出的1条意见" in review(before).text
    assert "对派驻组提出的2条意见" in review(after).text
    assert "四、2024年度主要安排" in review(before).text


def test_compiling_again_keeps_what_was_edited_or_emptied(bureau: Bureau) -> None:
    report = edited(bureau, desk.compiled(bureau), "接受监督{oversight.remarks}次。")
    officer = bureau.persons["legal_officer"]
    edit_part(report, "measures.norms", "", by=officer)
    parts = json.loads(desk.compiled(bureau).parts)
    assert parts[PART] == "接受监督{oversight.remarks}次。"
    assert parts["measures.norms"] == ""


def test_a_newly_installed_regime_adds_its_part_and_takes_no_word_away(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = desk.written(bureau)
    for name, text in {
        "outline.toml": "".join(
            f'[[part]]\nkey = "new"\nunder = "{item}"\nzh = "新"\nen = "New"\norder = 1\n'
            'sections = ["总体"]\n'
            for item in ("principal", "other")
        ),
        "narrative.zh.md": "## 总体\n新的制度开始运行。\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setitem(registry().folders, "new", tmp_path)
    parts = json.loads(desk.compiled(bureau).parts)
    assert parts["principal"] == desk.OWN_WORDS["principal"]
    assert parts["principal.new"] == "新的制度开始运行。"
    report.refresh_from_db()
    text = review(report).text
    own, new = desk.OWN_WORDS["principal"], "新的制度开始运行。"
    assert text.index(own) < text.index(new)


def test_what_nothing_fed_gives_way_to_the_regime_that_feeds_it(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.leave_unfed(monkeypatch)
    desk.compiled(bureau)
    outline = '[[part]]\nkey = "new"\nunder = "principal"\nzh = "新"\nen = "New"\norder = 1\n'
    (tmp_path / "outline.toml").write_text(outline + 'sections = ["总体"]\n', encoding="utf-8")
    (tmp_path / "narrative.zh.md").write_text("## 总体\n新的制度开始运行。\n", encoding="utf-8")
    monkeypatch.setitem(registry().folders, "new", tmp_path)
    assert json.loads(desk.compiled(bureau).parts)["principal"] == ""


@pytest.mark.parametrize("year", [1900, 2999])
def test_a_year_that_cannot_be_reported_on_is_refused(bureau: Bureau, year: int) -> None:
    with pytest.raises(ReportError) as refusal:
        desk.compiled(bureau, year)
    assert str(year) in refusal.value.zh
    assert not Report.objects.exists()


def test_only_the_legal_officer_compiles_and_the_refusal_is_trailed(bureau: Bureau) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        compile_report(bureau.agency, 2024, by=bureau.persons["office"], addressees="市政府")
    assert "法规科" in refusal.value.zh
    last = Entry.objects.order_by("-pk").first()
    assert last is not None
    assert last.action == "refused:compile"


def test_an_unknown_part_is_refused(bureau: Bureau) -> None:
    with pytest.raises(ReportError) as refusal:
        edit_part(desk.compiled(bureau), "fame", "好。", by=bureau.persons["legal_officer"])
    assert "fame" in refusal.value.zh


def test_a_stale_page_does_not_overwrite_a_part(bureau: Bureau) -> None:
    report = desk.compiled(bureau)
    stale = Report.objects.get(pk=report.pk)
    edited(bureau, report, "先改的。")  # changed first
    with pytest.raises(ConflictError):
        edited(bureau, stale, "后改的。")  # changed second
    report.refresh_from_db()
    assert json.loads(report.parts)[PART] == "先改的。"


def test_editing_a_discussed_report_takes_it_back_to_drafting(bureau: Bureau) -> None:
    report = edited(bureau, desk.discussed(bureau), "改写。")  # rewritten
    assert (report.stage, report.discussed_on) == (Stage.DRAFTING, None)


def test_a_number_typed_by_hand_stands_against_signature_until_waived(bureau: Bureau) -> None:
    report = edited(bureau, desk.written(bureau), "全年接受监督12次。")  # twelve times
    (blocker,) = review(report).blockers
    assert (blocker.code, blocker.text) == (TYPED, "12次")
    waive(
        report,
        TYPED,
        text="12次",
        reason="依据派驻组来函",  # by a letter of the team
        by=bureau.persons["legal_officer"],
    )
    assert review(report).blockers == ()
    edited(bureau, report, "全年接受监督12次、13次。")
    assert [b.text for b in review(report).blockers] == ["13次"]


def test_dates_document_numbers_and_tokens_are_no_typed_numbers(bureau: Bureau) -> None:
    text = "按照澜科〔2024〕5号，2024年3月1日起接受监督{oversight.remarks}次。"
    assert review(edited(bureau, desk.written(bureau), text)).typed == ()


def test_a_waiver_past_its_day_waives_nothing(bureau: Bureau) -> None:
    report = edited(bureau, desk.written(bureau), "全年接受监督12次。")
    until = date(2025, 2, 20)
    officer = bureau.persons["legal_officer"]
    waive(report, TYPED, text="12次", reason="依据派驻组来函", by=officer, until=until)
    assert review(report, today=date(2025, 2, 20)).blockers == ()
    assert [b.text for b in review(report, today=date(2025, 2, 21)).blockers] == ["12次"]


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_waiver_without_a_reason_is_refused(bureau: Bureau, reason: str) -> None:
    with pytest.raises(NotPossibleError):
        waive(desk.compiled(bureau), "LAW190", reason=reason, by=bureau.persons["legal_officer"])
    assert not Waiver.objects.exists()


def test_parts_that_nothing_feeds_are_found_and_waived_with_a_reason(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.leave_unfed(monkeypatch)
    report = desk.compiled(bureau)
    codes = {b.code for b in review(report).blockers}
    assert "LAW190" in codes
    for code in sorted(codes):
        waive(report, code, reason="该部分另行撰写", by=bureau.persons["legal_officer"])
    now = review(report)
    assert now.blockers == ()
    assert {w.reason for _, w in now.audit.waived} == {"该部分另行撰写"}  # written elsewhere
    assert {w.who for _, w in now.audit.waived} == {bureau.persons["legal_officer"].name}


def test_a_missing_figure_blocks_and_names_the_divisions_that_have_not_reported() -> None:
    bureau = make_bureau()
    report = desk.written(bureau)
    blocking = [b for b in review(report).blockers if b.text == "oversight.remarks"]
    assert len(blocking) == 1
    for name in ("办公室", "尚未报送"):  # the office has not closed its register
        assert name in blocking[0].zh
    assert "【缺：派驻组提出意见】" in review(report).text  # named as people name it
    assert not blocking[0].code  # nothing waives a missing figure


def test_an_identity_that_does_not_hold_blocks_with_its_arithmetic(bureau: Bureau) -> None:
    officer = bureau.persons["legal_officer"]
    declare_fact("oversight.remarks", 2024, Decimal(3), document="派驻组来函", by=officer)
    (blocker,) = review(desk.written(bureau)).blockers
    assert "勾稽关系不符" in blocker.zh  # an identity does not hold
    assert "2 = 3" in blocker.zh
    assert not blocker.code


def test_unconfirmed_records_do_not_count(bureau: Bureau) -> None:
    bureau.put(
        Submission,
        title="关于人才的建议",
        body="suggestion",
        number="1",
        role="lead",
        assigned_by="市政府督查室",
        assigned_on=date(2024, 3, 4),
    )
    assert review(desk.compiled(bureau)).facts["oversight.suggestions"].value == 0
