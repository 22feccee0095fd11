"""Other reports than the rule-of-law one: from the same figures, by the same way, a file each."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.reports import desk, kinds
from zhunsheng.gongwen.model import Block, OfficialDocument
from zhunsheng.kernel.evidence.store import load
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.fill_table import fill
from zhunsheng.kernel.record.void import void
from zhunsheng.kernel.registry import registry
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.regimes.disclosure.models import Request
from zhunsheng.reports.checks import check_outlines
from zhunsheng.reports.compile import compile_report, report_of
from zhunsheng.reports.errors import OutlineError
from zhunsheng.reports.facts_csv import facts_csv
from zhunsheng.reports.kind import RULE_OF_LAW
from zhunsheng.reports.kind import kinds as all_kinds
from zhunsheng.reports.life.deadlines import deadlines
from zhunsheng.reports.life.delivered import addressed
from zhunsheng.reports.models import Edition
from zhunsheng.reports.outline import UNFED, outline
from zhunsheng.reports.public import Shown, shown_as
from zhunsheng.reports.publish import publish
from zhunsheng.reports.redact import MARK, Redacted
from zhunsheng.reports.review import review
from zhunsheng.reports.sign import text_digest
from zhunsheng.reports.xbrl.files import xbrl_of
from zhunsheng.reports.xbrl.judge import can_judge, judge

pytestmark = pytest.mark.django_db
GUESTS = """
[kind]
key = "guests_annual"
zh = "接待情况报告"
en = "report on guests"
title = "{agency}{year}年接待情况报告"
opening = "现将{year}年接待情况报告如下。"
submit = "report.submit_deadline"
publish = "report.publish_deadline"

[[item]]
key = "held"
zh = "{year}年接待情况"
en = "Guests of {year}"
rule = "report.contents"
required = true
sections = ["总体"]
"""


@pytest.fixture
def bureau() -> Bureau:
    made = make_bureau()
    kinds.request(made, "1", "申请公开项目名单")  # the list of projects
    kinds.request(made, "2", "申请公开评审专家名单", reply="partly")  # the reviewers
    made.close_all(desk.YEAR)
    return made


@pytest.fixture
def edition(bureau: Bureau) -> Edition:
    return kinds.issued(bureau, number="澜科〔2025〕2号")


def tables(document: OfficialDocument) -> list[Block]:
    return [block for block in document.body if block.rows]


def headings(document: OfficialDocument) -> list[str]:
    return [b.text for b in document.body if b.level == 1]


def written(folder: Path, text: str = GUESTS, *, name: str = "guests") -> None:
    (folder / "reports").mkdir(exist_ok=True)
    (folder / "reports" / f"{name}.toml").write_text(text, encoding="utf-8")
    narrative = "## 总体\n\n{year}年接待有序，收到派驻组意见{oversight.remarks}条。\n"
    (folder / "reports" / f"{name}.zh.md").write_text(narrative, encoding="utf-8")


def test_the_disclosure_report_has_the_six_parts_and_the_three_tables(bureau: Bureau) -> None:
    now = review(kinds.compiled(bureau))
    assert headings(now.document) == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert now.document.title == "澜川市科学技术局2024年政府信息公开工作年度报告"
    assert len(tables(now.document)) == 3
    assert now.blockers == ()


def test_each_cell_of_its_tables_is_the_cell_of_the_official_form(bureau: Bureau) -> None:
    shown = tables(review(kinds.compiled(bureau)).document)
    scope = Scope(bureau.agency.pk, desk.YEAR)
    for block, table in zip(shown, registry().regimes["disclosure"].tables, strict=True):
        form = fill(table, scope)
        assert max(len(row) for row in block.rows) == table.columns + table.stubs
        subheads = [row for row in block.rows if row[0] == "信息内容"]
        lines = [row for row in block.rows[len(table.head_rows()) :] if row not in subheads]
        for row, (line, cells) in zip(lines, form, strict=True):
            texts = tuple(cell.text or "—" for cell in cells)
            assert row[table.stubs :] == texts  # the last of fewer cells reaches to the edge
            assert line.zh in ("", *row[: table.stubs])
    new = shown[1].cells()[3]
    assert [run.text for run in new[3:]] == ["2", "0", "0", "0", "0", "0", "2"]
    # The total is the figure; what one kind of applicant asked is a part of it.
    assert [run.kind for run in new[3:]] == ["list"] * 6 + ["figure"]
    assert {run.ref for run in new[3:]} == {kinds.NEW}


def test_a_table_whose_register_is_not_closed_stands_against_signature() -> None:
    bureau = make_bureau()
    now = review(kinds.compiled(bureau))
    assert any(b.text == kinds.NEW and "尚未报送" in b.zh for b in now.blockers)
    assert "【缺：" in tables(now.document)[1].rows[3][-1]


def test_it_holds_its_own_figures_and_answers_for_their_identities_alone(bureau: Bureau) -> None:
    own, whole = review(kinds.compiled(bureau)), review(desk.compiled(bureau))
    assert kinds.NEW in own.facts
    assert "oversight.remarks" not in own.facts
    assert "oversight.remarks" in whole.facts
    assert {i.key for i in own.identities} < {i.key for i in whole.identities}
    assert "disclosure.requests" in {i.key for i in own.identities}


def test_what_is_signed_covers_the_numbers_in_the_tables(bureau: Bureau) -> None:
    report = kinds.compiled(bureau)
    before = review(report)
    void(Request.objects.get(number="2"), by=bureau.persons["legal_officer"], reason="登记有误")
    kinds.request(bureau, "3", "申请公开评审专家名单", reply="refused_process")
    after = review(report)
    assert after.text == before.text  # only the table tells how each was answered
    assert text_digest(after) != text_digest(before)


def test_two_kinds_of_a_year_are_two_reports_with_their_own_days(bureau: Bureau) -> None:
    usual, annual = desk.compiled(bureau), kinds.compiled(bureau)
    again = kinds.compiled(bureau)
    assert usual.pk != annual.pk == again.pk
    assert report_of(bureau.agency, desk.YEAR) == usual
    assert report_of(bureau.agency, desk.YEAR, kinds.ANNUAL) == annual
    # By 31 January, that day included; the rule-of-law report before 1 March.
    assert deadlines(desk.YEAR, kinds.ANNUAL).submit.limit == date(2025, 1, 31)
    assert deadlines(desk.YEAR).submit.limit == date(2025, 2, 28)


def test_it_is_numbered_frozen_and_delivered_by_the_same_way(edition: Edition) -> None:
    assert (edition.kind, edition.number) == (kinds.ANNUAL, "澜科〔2025〕2号")
    assert load(edition.pdf).startswith(b"%PDF")
    assert load(edition.docx).startswith(b"PK")
    (to,) = addressed(edition, today=date(2025, 2, 3))
    assert (to.name, to.due.limit) == ("澜川市人民政府办公室", date(2025, 1, 31))
    assert json.loads(edition.promises) == []
    rows = facts_csv(edition.facts).decode("utf-8-sig").splitlines()
    assert any(row.startswith(f"{kinds.NEW},2,") for row in rows)


def test_the_public_opens_a_figure_from_its_cell(bureau: Bureau, edition: Edition) -> None:
    office, reviewer = bureau.persons["office"], bureau.persons["legal_officer"]
    publish(edition, by=office, reviewed_by=reviewer, note="不涉密，可以公开")
    page = Client().get(reverse("portal:report", args=[edition.pk])).content.decode()
    at = reverse("portal:figure", args=[edition.pk, kinds.NEW])
    assert f'<td><a href="{at}"' in page
    assert Client().get(at).status_code == 200
    feed = Client().get(reverse("portal:feed")).content.decode()
    assert edition.title in feed


def test_a_figure_taken_out_goes_from_the_cells_too(bureau: Bureau, edition: Edition) -> None:
    shown = published(bureau, edition, Redacted("内部管理事项", figure=kinds.NEW))
    row = tables(shown.document)[1].cells()[3]
    assert [run.text for run in row[3:]] == [MARK] * 7
    assert shown.copy is not None
    assert kinds.NEW not in shown.copy.document
    assert shown.facts[kinds.NEW]["value"] is None


def test_a_passage_taken_out_of_a_table_is_nowhere_in_the_copy(
    bureau: Bureau, edition: Edition
) -> None:
    shown = published(bureau, edition, Redacted("内部管理事项", text="行政执法案卷"))
    assert shown.copy is not None
    assert "行政执法案卷" not in shown.copy.document
    assert MARK in shown.copy.document


def published(bureau: Bureau, edition: Edition, taken: Redacted) -> Shown:
    office, reviewer = bureau.persons["office"], bureau.persons["legal_officer"]
    made = publish(edition, by=office, reviewed_by=reviewer, note="隐去后公开", redactions=[taken])
    return shown_as(edition, made)


@pytest.mark.skipif(not can_judge(), reason="Arelle comes with the optional part 'facts'")
def test_its_figures_as_xbrl_have_no_fault(edition: Edition) -> None:
    files = xbrl_of(edition)
    assert b"<td><ix:nonFraction" in files["report.xhtml"]
    assert judge(files) == ()


def test_the_submissions_report_tells_the_year_and_wants_the_officers_words(
    bureau: Bureau,
) -> None:
    officer = bureau.persons["legal_officer"]
    report = compile_report(
        bureau.agency, desk.YEAR, by=officer, addressees="澜川市人民政府", kind=kinds.SUBMISSIONS
    )
    now = review(report)
    assert "2024年没有承办人大代表建议。" in now.text
    assert json.loads(report.parts)["problems"] == UNFED
    assert any(UNFED in b.quote or b.part == "problems" for b in now.blockers)
    assert [row[0] for row in tables(now.document)[0].rows[1:]] == [
        "人大代表建议",
        "政协提案",
        "合计",
    ]


def test_a_kind_is_one_file_and_nothing_else_is_edited(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path)
    monkeypatch.setitem(registry().folders, "guests", tmp_path)
    assert next(iter(all_kinds())) == RULE_OF_LAW
    assert check_outlines() == []
    report = kinds.compiled(bureau, "guests_annual")
    assert report.title == "澜川市科学技术局2024年接待情况报告"
    assert "2024年接待有序，收到派驻组意见0条。" in review(report).text


def test_a_kind_with_a_fault_is_named_at_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry().folders, "guests", tmp_path)
    text = GUESTS.replace("report.publish_deadline", "report.never")
    written(tmp_path, text + 'tables = ["guests.table"]\n')
    told = [str(error.msg) for error in check_outlines()]
    assert any("report.never" in one for one in told)
    assert any("guests.table" in one for one in told)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('title = "{agency}{year}年接待情况报告"\n', "", "title"),
        ('sections = ["总体"]', 'sections = ["别的"]', "别的"),
        ("required = true\n", "", "required"),
        ('key = "guests_annual"', 'key = "rule_of_law"', "rule_of_law"),
    ],
)
def test_a_file_that_is_no_kind_is_refused_by_name(
    old: str, new: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, GUESTS.replace(old, new))
    monkeypatch.setitem(registry().folders, "guests", tmp_path)
    with pytest.raises(OutlineError) as refusal:
        outline(2024)
    assert named in refusal.value.zh
    assert named in refusal.value.en


def test_a_kind_nobody_declared_is_refused_with_those_there_are(bureau: Bureau) -> None:
    with pytest.raises(OutlineError) as refusal:
        kinds.compiled(bureau, "guests_annual")
    assert kinds.ANNUAL in refusal.value.zh
    assert kinds.ANNUAL in refusal.value.en
