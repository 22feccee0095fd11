"""`{key|each:…}` prints the rows a figure counts in their own words, and no number slips in."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.reports import desk
from zhunsheng.kernel.figure.fact import Fact, Scope, Status
from zhunsheng.kernel.registry import registry
from zhunsheng.regimes.planning.models import Measure, NextTask, Problem
from zhunsheng.reports.blockers import TYPED
from zhunsheng.reports.checks import check_outlines
from zhunsheng.reports.each import Cell, cells_of, fields_of, pieces_of
from zhunsheng.reports.edit import edit_part
from zhunsheng.reports.models import Report
from zhunsheng.reports.render import FIGURE, LIST, Renderer
from zhunsheng.reports.review import review

WAY = "each:<statement>，由<division>负责"  # … by that division
LINE = f"{{a.rows|{WAY}}}"
Row = tuple[Cell, ...]


def written(text: str) -> Cell:
    return Cell(text, written=True)


def given(text: str) -> Cell:
    return Cell(text, written=False)


def renderer(*rows: Row, status: Status = Status.VALUE) -> Renderer:
    value = Decimal(len(rows)) if status == Status.VALUE else None
    facts = [
        Fact("a.rows", status, value, "件", "2024", "", "row", "", missing_from=("办公室",)),
        Fact("a.late", Status.VALUE, Decimal(3), "件", "2024", "", "row", ""),
    ]
    return Renderer(
        facts={fact.key: fact for fact in facts},
        given={},
        titles=lambda _: (),
        cells=lambda _key, _way: rows,
    )


def text_of(shown: Renderer, text: str = LINE) -> str:
    return "".join(run.text for run in shown.paragraph(text))


def test_a_sentence_is_its_fields_and_the_words_around_them() -> None:
    assert fields_of(WAY) == ("statement", "division")
    assert pieces_of(WAY) == ("", "，由", "负责")


def test_rows_are_numbered_where_there_are_several() -> None:
    two = renderer(
        (written("备案不及时"), given("法规科")), (written("隐患未销号"), given("办公室"))
    )
    assert text_of(two) == "一是备案不及时，由法规科负责。二是隐患未销号，由办公室负责。"
    one = renderer((written("备案不及时"), given("法规科")))
    assert text_of(one) == "备案不及时，由法规科负责。"
    assert text_of(renderer()) == ""
    assert (two.problems, one.problems) == ([], [])


def test_a_figure_in_a_rows_words_is_shown_as_that_figure() -> None:
    shown = renderer((written("逾期{a.late}件"), given("办公室")))
    runs = shown.paragraph(LINE)
    assert [(run.text, run.ref, run.kind) for run in runs if run.ref] == [
        ("3", "a.late", FIGURE),
        ("办公室", "a.rows", LIST),
    ]


def test_what_people_typed_belongs_to_no_figure_so_that_its_numbers_are_found() -> None:
    runs = renderer((written("逾期12件"), given("办公室"))).paragraph(LINE)
    assert [run.ref for run in runs if "12" in run.text] == [""]


def test_a_row_that_names_what_is_not_or_lists_rows_again_is_a_problem() -> None:
    unknown = renderer((written("逾期{b.none}件"), given("办公室")))
    assert "【缺：b.none】" in text_of(unknown)
    assert [p.key for p in unknown.problems] == ["b.none"]
    again = renderer((written("即{a.rows|each:<title>}"), given("办公室")))
    text_of(again)
    assert "不能再列举" in again.problems[0].zh


def test_rows_not_reported_yet_are_missing_not_left_out() -> None:
    shown = renderer(status=Status.MISSING)
    assert text_of(shown) == "【缺：a.rows】"
    assert "办公室尚未报送" in shown.problems[0].zh


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("{planning.tasks|each:<title>由<owner>负责}", "unknown field 'owner'"),
        ("{oversight.satisfaction|each:<title>}", "counts none"),
        ("{year|each:<title>}", "counts none"),
    ],
)
def test_a_sentence_names_fields_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, token: str, said: str
) -> None:
    outline = '[[part]]\nkey = "new"\nunder = "other"\nzh = "新"\nen = "New"\norder = 1\n'
    (tmp_path / "outline.toml").write_text(outline + 'sections = ["总体"]\n', encoding="utf-8")
    (tmp_path / "narrative.zh.md").write_text(f"## 总体\n{token}\n", encoding="utf-8")
    monkeypatch.setitem(registry().folders, "new", tmp_path)
    (fault,) = check_outlines()
    assert said in fault.msg


def compiled(statement: str) -> Report:
    """A report on a year with one problem, its measure and a task."""
    bureau = desk.small_year()
    day = date(2024, 12, 31)
    problem = bureau.confirmed(
        Problem, division="legal", title="答复不及时", number="1", statement=statement,
        cause="没有到期提醒。", evidence="overdue", ground="台账", as_of=day,
    )  # fmt: skip
    measure = bureau.confirmed(
        Measure, division="legal", title="设置提醒", number="1", problem=problem, as_of=day,
        due_on=date(2025, 3, 31),
    )  # fmt: skip
    bureau.confirmed(
        NextTask, division="office", title="健全提醒机制", number="1", statement="增设节点",
        measure=measure, as_of=day, due_on=date(2025, 3, 31),
    )  # fmt: skip
    report = desk.compiled(bureau)
    words = desk.OWN_WORDS["principal"]
    return edit_part(report, "principal", words, by=bureau.persons["legal_officer"])


@pytest.mark.django_db
def test_the_report_prints_problem_cause_and_task_from_their_registers() -> None:
    report = compiled("对派驻组{oversight.remarks}条意见的答复不够及时。")
    now = review(report)
    assert "对派驻组2条意见的答复不够及时，主要原因是没有到期提醒。" in now.text
    assert "健全提醒机制。增设节点，由办公室负责，2025年3月31日前完成。" in now.text
    assert "2025年，市科技局将" in now.text
    assert now.blockers == ()
    assert "（一）不足及其原因" not in now.text  # a heading numbered one, with no second
    assert cells_of("planning.problems", "each:<evidence>", Scope(report.agency_id, 2024)) == (
        (Cell("逾期事项", written=False),),
    )


@pytest.mark.django_db
def test_a_number_typed_into_a_row_stops_the_report_like_any_other() -> None:
    found = review(compiled("对派驻组12条意见的答复不够及时")).blockers
    assert [b.code for b in found] == [TYPED]
    assert "12条" in found[0].text
