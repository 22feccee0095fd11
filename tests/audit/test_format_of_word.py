"""The format of a Word file is judged with its words; of a text it is not."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.gongwen.misprint import misprinted
from tests.gongwen.sample import REPORT
from zhunsheng.audit import Audit, Waiver, audit
from zhunsheng.audit.handed import NOTHING
from zhunsheng.audit.model import Finding
from zhunsheng.audit.terminal import as_text
from zhunsheng.audit.typeset import with_format
from zhunsheng.cli.audit import run
from zhunsheng.gongwen import write
from zhunsheng.gongwen.lint import rules
from zhunsheng.gongwen.model import OfficialDocument, Reading
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.specimen_forms import JOINT, LETTER, MINUTES, ORDER

FORMAT = ("FMT024", "FMT025", "FMT026", "FMT027")


def misset() -> bytes:
    """The report with a margin of 20 mm, a title of 18 pt and a heading in the wrong font."""
    document = docx.Document(BytesIO(write.docx(REPORT)))
    document.sections[0].left_margin = Mm(20)
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("（一）"):
            face = paragraph.runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
            face.set(qn("w:eastAsia"), "宋体")
        if paragraph.style and paragraph.style.name == "公文标题":
            for each in paragraph.runs:
                each.font.size = Pt(18)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def audited(data: bytes, *waivers: Waiver, name: str = "报告.docx") -> tuple[Reading, Audit]:
    reading = read(name, data)
    return reading, audit(reading, waivers=waivers, handed=with_format(NOTHING, reading, data))


def of_format(result: Audit) -> list[Finding]:
    return [f for f in result.remarks if f.code in FORMAT]


def test_what_the_writer_makes_breaks_no_rule_of_format() -> None:
    _, result = audited(write.docx(REPORT))
    assert of_format(result) == []
    assert not set(FORMAT) & set(result.coverage.skipped)


def test_each_fault_is_found_once_with_its_clause_and_all_its_places() -> None:
    reading, result = audited(misset())
    told = {f.code: f for f in of_format(result) if "标题字号" in f.zh or f.code != "FMT025"}
    assert set(told) == {"FMT024", "FMT025"}
    assert "左边距为20.0毫米" in told["FMT024"].zh and told["FMT024"].spans == ()
    assert "7.3.1" in told["FMT025"].zh
    (title,) = told["FMT025"].spans
    assert reading.text[slice(*title)].replace("\n", "") == REPORT.title
    (fonts,) = [f for f in of_format(result) if "第2层标题字体" in f.zh]
    assert len(fonts.spans) > 1, "one finding for all headings in that font"
    assert all(reading.text[a:b].startswith("（一）") for a, b in fonts.spans)


def test_a_fault_of_format_can_be_waived() -> None:
    waiver = Waiver("FMT024", "", "林知远", "旧纸张用完为止", None, date(2025, 1, 1))
    _, result = audited(misset(), waiver)
    assert "FMT024" not in {f.code for f in result.remarks}
    assert [f.code for f, _ in result.waived] == ["FMT024"]


def test_a_web_page_does_not_tell_how_it_is_set_and_the_checks_are_told_as_skipped() -> None:
    _, result = audited(write.html(REPORT).encode(), name="报告.html")
    assert of_format(result) == []
    assert set(FORMAT) <= set(result.coverage.skipped)


def test_a_pdf_is_measured_and_what_it_does_not_tell_is_said() -> None:
    _, clean = audited(write.pdf(REPORT), name="报告.pdf")
    assert of_format(clean) == []
    assert not set(FORMAT) & set(clean.coverage.skipped)
    assert any("印章" in zh for zh, _ in clean.coverage.unjudged)
    assert "格式未检查" in as_text("报告.pdf", "", clean)
    reading, broken = audited(misprinted(REPORT, title_pt=18), name="报告.pdf")
    (title,) = of_format(broken)
    assert title.code == "FMT025" and "标题字号为18磅" in title.zh
    (place,) = title.spans
    assert reading.text[slice(*place)].replace("\n", "") == REPORT.title


def test_the_command_audits_the_format_of_a_word_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(misset())
    run([str(path), "--no-colour"])
    assert "FMT024" in capsys.readouterr().out


def test_every_rule_of_format_reaches_the_audit() -> None:
    """Through one of the four checks, or through the check of the words that says the same."""
    from zhunsheng.audit.checks import all_checks

    said_by_words = {
        "number-brackets": "FMT004",
        "number-ordinal": "FMT005",
        "number-zeros": "FMT005",
        "signer-missing": "LAW109",
        "level-brackets": "FMT001",
        "level-mark": "FMT015",
        "level-skipped": "FMT003",
        "attachment-punctuation": "FMT012",
        "date-missing": "FMT006",
        "date-zeros": "FMT007",
        "date-numerals": "FMT007",
        "copies-stop": "FMT008",
        "printed-before-date": "FMT020",
    }
    codes = {check.code for check in all_checks()}
    assert set(said_by_words.values()) <= codes
    owned: set[str] = set()
    for check in all_checks():
        if check.code in FORMAT:
            own = check.run.__globals__["_RULES"]
            assert not owned & own
            owned |= own
    assert owned | set(said_by_words) == set(rules())
    assert not owned & set(said_by_words)


@pytest.mark.parametrize("written", [write.docx, write.pdf])
@pytest.mark.parametrize("document", [JOINT, LETTER, MINUTES, ORDER])
def test_what_the_writer_makes_is_told_no_fault_of_form(
    written: Callable[[OfficialDocument], bytes], document: OfficialDocument
) -> None:
    name = "文.docx" if written is write.docx else "文.pdf"
    told = audit(read(name, written(document)))
    assert [f for f in (*told.findings, *told.remarks) if f.code.startswith("FMT")] == []
