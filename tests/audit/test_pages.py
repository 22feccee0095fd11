"""The page and the Word file hold every finding at its place; JSON keeps to its schema."""

import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as word
import pytest
from defusedxml.ElementTree import fromstring
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.report import REPORT
from tests.gongwen.eight_pages import EIGHT_PAGES
from zhunsheng.audit import audit, extract
from zhunsheng.audit.comments import MOST_COMMENTS, docx
from zhunsheng.audit.marks import notes, places, stretches
from zhunsheng.audit.model import Audit, Coverage, Finding, Severity, Waiver
from zhunsheng.audit.page import html
from zhunsheng.audit.render import as_json, figures
from zhunsheng.audit.schema import AUDIT
from zhunsheng.audit.terminal import as_text
from zhunsheng.cli.audit import run
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument
from zhunsheng.gongwen.read import read, read_text

READING = read_text(REPORT)
RESULT = audit(READING)
COUNT = len(RESULT.findings) + len(RESULT.remarks)


def test_the_page_shows_each_finding_once_and_runs_no_script() -> None:
    page = html("报告.txt", READING, RESULT)
    for number in range(1, COUNT + 1):
        assert page.count(f'id="n{number}"') == 1
    assert not re.search(r"<script|https?://|\son\w+=", page)
    assert "@media print" in page


def test_the_page_marks_the_words_found_and_keeps_the_whole_text() -> None:
    page = html("报告.txt", READING, RESULT)
    assert '<mark class="error">700余件</mark>' in page
    assert '<mark class="error">1000余件</mark>' in page
    body = page.split("<main>")[1].split("</main>")[0]
    body = re.sub(r"<aside>.*?</aside>|<sup>.*?</sup>|<[^>]+>", "", body, flags=re.DOTALL)
    plain = re.sub(r"\s", "", body).removeprefix("全文/wholetext")
    assert plain == re.sub(r"\s", "", REPORT)


def test_words_of_the_report_are_no_markup() -> None:
    hostile = read_text("收到<script>alert(1)</script>建议5件，其中主办2件、协办4件。")
    assert "<script" not in html("<b>", hostile, audit(hostile, document=False))


def test_stretches_cover_the_text_without_a_gap() -> None:
    cut = stretches(0, len(REPORT), places(notes(RESULT)))
    assert "".join(REPORT[s.start : s.end] for s in cut) == REPORT


def test_a_word_file_is_made_with_a_comment_for_each_finding() -> None:
    made = word.Document(BytesIO(docx(READING, RESULT)))
    texts = [comment.text for comment in made.comments]
    assert len(texts) == COUNT
    assert {t.split()[0] for t in texts} == {f.code for f in (*RESULT.findings, *RESULT.remarks)}


def test_what_a_pdf_has_between_two_pages_is_no_part_of_a_paragraph() -> None:
    """The paragraph runs over a page: its foot, the break and the head of the next lie between."""
    data = write.pdf(EIGHT_PAGES)
    reading = read("a.pdf", data)
    assert any("\f" in reading.text[b.start : b.end] for b in reading.blocks)
    result = audit(reading)
    made = word.Document(BytesIO(docx(reading, result, original=data)))
    numbered = [p.text for p in made.paragraphs if re.search(r"— \d+ —", p.text)]
    assert numbered == []
    words = {_words(block.text) for block in EIGHT_PAGES.body if block.kind is Kind.PARAGRAPH}
    assert words <= {_words(p.text) for p in made.paragraphs}
    page = html("a.pdf", reading, result).split("<main>")[1]
    assert not re.search(r"— \d+ —|\f", page)
    cells = [cell for each in EIGHT_PAGES.body for row in each.rows for cell in row]
    assert cells and all(f"<td>{cell}</td>" in re.sub("</?mark[^>]*>", "", page) for cell in cells)


def test_what_every_page_repeats_is_shown_once() -> None:
    document = replace(EIGHT_PAGES, mark="演示文稿")
    reading = read("a.pdf", write.pdf(document))
    assert [b.text for b in reading.blocks].count("演示文稿") > 1
    assert html("a.pdf", reading, audit(reading)).count("演示文稿") == 1


def test_a_mark_ends_with_its_cell() -> None:
    data = write.html(_one_table(("项目", "合计", "主办", "协办"), ("建议", "5", "2", "4")))
    reading = read("a.html", data.encode())
    result = audit(reading, document=False)
    assert result.findings
    page = html("a.html", reading, result)
    table = page[page.index("<table>") : page.index("</table>") + 8]
    assert len(fromstring(table).findall(".//td")) == 8  # well-formed: parsed as XML
    assert '<mark class="error">5</mark>' in table


def _one_table(*rows: tuple[str, ...]) -> OfficialDocument:
    return OfficialDocument("", "", (), "关于情况的报告", "市政府", (Block(Kind.TABLE, rows=rows),))


def _words(text: str) -> str:
    return "".join(text.split())


def test_characters_word_may_not_hold_are_shown_as_unreadable() -> None:
    reading = read_text("全年收到\x01建议5件，\x1f其中主办2件、协办4件。")
    made = word.Document(BytesIO(docx(reading, audit(reading))))
    assert made.paragraphs[0].text == "全年收到\ufffd建议5件，\ufffd其中主办2件、协办4件。"


def test_a_word_file_given_keeps_its_own_layout() -> None:
    file = word.Document()
    file.add_heading("工作情况", level=1)
    file.add_paragraph("全年共收到代表建议5件，其中主办2件、协办4件。", style="List Bullet")
    out = BytesIO()
    file.save(out)
    reading = read("a.docx", out.getvalue())
    result = audit(reading, document=False)
    annotated = word.Document(BytesIO(docx(reading, result, original=out.getvalue())))
    assert [p.style.name for p in annotated.paragraphs if p.style] == ["Heading 1", "List Bullet"]
    assert any("5 ≠ 2 + 4 = 6" in comment.text for comment in annotated.comments)


def test_a_fault_in_a_table_is_commented_in_its_cell() -> None:
    file = word.Document()
    file.add_paragraph("各季度办理情况见下表。")
    table = file.add_table(rows=3, cols=2)
    told = (
        ("季度", "说明"),
        ("第一季度", "收到建议1件。"),
        ("合计", "建议5件，其中主办2件、协办4件。"),
    )
    for row, cells in zip(table.rows, told, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    file.add_paragraph("收到建议1件。")
    out = BytesIO()
    file.save(out)
    reading = read("a.docx", out.getvalue())
    span = reading.text.index("5件"), reading.text.index("5件") + 2
    finding = Finding("REL001", "sum", Severity.ERROR, "不等", "differs", (span,))
    result = Audit((finding,), (), (), (), Coverage((), ()), ())
    made = word.Document(BytesIO(docx(reading, result, original=out.getvalue())))
    (start,) = made.element.body.iter(qn("w:commentRangeStart"))
    cell = next(above for above in start.iterancestors() if above.tag == qn("w:tc"))
    assert "".join(t.text for t in cell.iter(qn("w:t"))) == told[2][1]


def test_more_findings_than_word_should_hold_are_counted_and_none_is_lost_in_silence() -> None:
    line = "全年共收到代表建议5件，其中主办2件、协办4件。"
    reading = read_text("\n".join([line] * (MOST_COMMENTS + 7)))
    span = (0, 4)
    many = tuple(
        Finding("REL001", "sum", Severity.ERROR, "不等", "differs", (span,))
        for _ in range(MOST_COMMENTS + 7)
    )
    made = word.Document(BytesIO(docx(reading, Audit(many, (), (), (), Coverage((), ()), ()))))
    texts = [comment.text for comment in made.comments]
    assert len(texts) == MOST_COMMENTS + 1
    assert "另有7处" in texts[-1]


def test_a_place_that_no_run_of_the_file_holds_is_told_on_the_first_line() -> None:
    file = word.Document()
    file.add_paragraph("各季度办理情况。")
    out = BytesIO()
    file.save(out)
    reading = read("a.docx", out.getvalue())
    finding = Finding("REL001", "sum", Severity.ERROR, "不等", "differs", ((500, 502),))
    result = Audit((finding,), (), (), (), Coverage((), ()), ())
    made = word.Document(BytesIO(docx(reading, result, original=out.getvalue())))
    assert [c.text.split()[0] for c in made.comments] == ["REL001"]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12), st.integers(0, 50))
def test_the_stretches_of_a_part_are_those_that_all_places_give(
    spans: list[tuple[int, int]], start: int
) -> None:
    """What is found by bisection is what looking at every place finds."""
    findings = tuple(
        Finding("REL001", "sum", Severity.ERROR, "", "", ((a, a + length),)) for a, length in spans
    )
    every = notes(Audit(findings, (), (), (), Coverage((), ()), ()))
    end = start + 20
    for stretch in stretches(start, end, places(every)):
        covering = {n.number for n in every for a, b in n.finding.spans if a <= stretch.start < b}
        assert {n.number for n in stretch.notes} == covering


def test_the_terminal_shows_a_caret_under_each_place() -> None:
    lines = as_text("a", REPORT, RESULT).splitlines()
    at = next(i for i, line in enumerate(lines) if "达700余件" in line)
    assert lines[at + 1].strip() == "^" * len("700") + "^^" * 2
    assert "\x1b[" not in "\n".join(lines)
    assert "\x1b[31m" in as_text("a", REPORT, RESULT, colour=True)


KINDS = {dict: "object", list: "array", str: "string", int: "integer", type(None): "null"}


def matches(value: object, schema: dict[str, Any]) -> bool:
    """Whether a value keeps to the parts of JSON Schema that ours uses."""
    if "$ref" in schema:
        return matches(value, AUDIT["$defs"][schema["$ref"].split("/")[-1]])  # type: ignore[index]
    if "oneOf" in schema:
        return sum(matches(value, each) for each in schema["oneOf"]) == 1
    if "enum" in schema or "const" in schema:
        return value in schema.get("enum", [schema.get("const")])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return KINDS[type(value)] in kinds and inside(value, schema)


def inside(value: object, schema: dict[str, Any]) -> bool:
    if isinstance(value, dict):
        known = schema["properties"]
        told = set(schema["required"]) <= set(value) <= set(known)
        return told and all(matches(v, known[k]) for k, v in value.items())
    if isinstance(value, list) and "items" in schema:
        return all(matches(each, schema["items"]) for each in value)
    return not isinstance(value, str) or bool(re.search(schema.get("pattern", ""), value))


def test_json_keeps_to_the_published_schema() -> None:
    waiver = Waiver("REP001", "", "法规科", "待核实", None, date(2025, 1, 10))
    told = json.loads(json.dumps(as_json("a", audit(REPORT, waivers=[waiver]))))
    assert told["waived"]
    assert matches(told, AUDIT)
    assert not matches(told | {"findings": [{}]}, AUDIT)
    assert not matches({k: v for k, v in told.items() if k != "remarks"}, AUDIT)


def test_json_tells_each_figure_with_its_scope() -> None:
    told = as_json("a", audit(REPORT)) | {"figures": figures(extract(REPORT, scope=True))}
    told = json.loads(json.dumps(told))
    assert len(told["figures"]) == len(told["checked"]) + len(told["unchecked"]) > 0
    assert all(REPORT[f["start"] : f["end"]] == f["text"] for f in told["figures"])
    assert matches(told, AUDIT)
    assert not matches(told | {"figures": [told["figures"][0] | {"role": "guess"}]}, AUDIT)


def test_one_report_in_json_has_its_figures_and_a_line_of_many_does_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    run(["--format", "json", str(path)])
    (whole,) = json.loads(capsys.readouterr().out)
    assert whole["figures"][0]["role"]
    run(["--format", "lines", str(path)])
    assert "figures" not in json.loads(capsys.readouterr().out.splitlines()[0])
