"""The format lint: silent on what we write, and each rule finds the fault it is for."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from tests.gongwen.full_document import FULL
from tests.gongwen.sample import REPORT, block
from tests.gongwen.shapes import SHAPES
from tests.gongwen.test_read_word_and_pages import foreign_word
from zhunsheng.gongwen import write
from zhunsheng.gongwen.lint import Fault, rules
from zhunsheng.gongwen.lint import lint as linted
from zhunsheng.gongwen.model import Form, OfficialDocument
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.specimen_forms import LETTER, MINUTES, ORDER, SPECIMENS


def lint(data: bytes, source: str = "") -> tuple[Fault, ...]:
    return linted(data, source).faults


Change = Callable[[str], str]
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


def swapped(old: str, new: str) -> Change:
    def change(xml: str) -> str:
        assert old in xml, old
        return xml.replace(old, new)

    return change


def styled(style: str, pattern: str, new: str) -> Change:
    """A change inside one style only."""

    def change(xml: str) -> str:
        found = re.search(rf'<w:style [^>]*styleId="gw-{style}".*?</w:style>', xml, re.S)
        assert found is not None
        changed, count = re.subn(pattern, new, found.group())
        assert count, pattern
        return xml.replace(found.group(), changed)

    return change


def edited(part: str, change: Change, document: OfficialDocument = FULL) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write.docx(document))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            if re.fullmatch(part, name):
                xml = change(xml.decode()).encode()
            new.writestr(name, xml)
    return out.getvalue()


def with_line(old: str, new: str) -> bytes:
    """The document with other words in its file, as someone typed them."""
    return edited(DOCUMENT, swapped(f">{old}<", f">{new}<"))


def without_footers(xml: str) -> str:
    return re.sub(r"<w:fldSimple.*?</w:fldSimple>", "", xml, flags=re.S)


SONG = r'w:eastAsia="[^"]*"', 'w:eastAsia="宋体"'
SIZE = r'<w:sz w:val="\d+"/>', '<w:sz w:val="30"/>'
NUMBER = FULL.number

BARE_LETTER = replace(LETTER, copy_number="", secrecy="", urgency="")

FAULTY: dict[str, Callable[[], bytes]] = {
    "paper": lambda: edited(
        DOCUMENT, swapped('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')
    ),
    "margins": lambda: edited(DOCUMENT, swapped('w:left="1587"', 'w:left="1800"')),
    "line-pitch": lambda: edited(DOCUMENT, swapped('w:linePitch="578"', 'w:linePitch="312"')),
    "body-font": lambda: edited(STYLES, styled("paragraph", *SONG)),
    "body-size": lambda: edited(STYLES, styled("paragraph", *SIZE)),
    "body-indent": lambda: edited(STYLES, styled("paragraph", r'w:firstLine="\d+"', "")),
    "organ-mark-font": lambda: edited(STYLES, styled("organ_mark", *SONG)),
    "organ-mark-colour": lambda: edited(STYLES, styled("organ_mark", "D7000F", "000000")),
    "red-line": lambda: edited(DOCUMENT, lambda xml: re.sub(r"<w:pBdr>.*?</w:pBdr>", "", xml)),
    "number-brackets": lambda: with_line(NUMBER, NUMBER.replace("〔", "[").replace("〕", "]")),
    "number-ordinal": lambda: with_line(NUMBER, NUMBER.replace("〕6", "〕第6")),
    "number-zeros": lambda: with_line(NUMBER, NUMBER.replace("〕6", "〕06")),
    "number-spaces": lambda: with_line(NUMBER, NUMBER.replace("〕6", "〕 6")),
    "signer-missing": lambda: write.docx(replace(FULL, signers=())),
    "secrecy-font": lambda: edited(
        STYLES, lambda xml: styled("urgency", *SONG)(styled("secrecy", *SONG)(xml))
    ),
    "annex-font": lambda: edited(STYLES, styled("annex", *SONG)),
    "signer-font": lambda: edited(STYLES, styled("signer-name", *SONG)),
    "title-font": lambda: edited(STYLES, styled("title", *SONG)),
    "title-size": lambda: edited(STYLES, styled("title", *SIZE)),
    "title-alignment": lambda: edited(STYLES, styled("title", '<w:jc w:val="center"/>', "")),
    "addressee-indent": lambda: edited(
        STYLES, styled("addressee", "<w:jc", '<w:ind w:firstLine="640"/><w:jc')
    ),
    "addressee-colon": lambda: with_line("市政府并报市委：", "市政府并报市委:"),
    "level-font": lambda: edited(STYLES, styled("lead-2", *SONG)),
    "level-size": lambda: edited(STYLES, styled("lead-1", *SIZE)),
    "level-brackets": lambda: with_line("（二）深化政务公开。", "(二)深化政务公开。"),
    "level-mark": lambda: with_line("1. 完善公开制度。", "1、完善公开制度。"),
    "level-skipped": lambda: write.docx(
        replace(FULL, body=(FULL.body[0], block("一、成效"), block("1. 完善公开制度。")))
    ),
    "attachment-punctuation": lambda: write.docx(
        replace(FULL, attachments=("清理结果；", "办理情况"))
    ),
    "annex-label": lambda: foreign_word_with("附件1："),
    "date-missing": lambda: write.docx(replace(FULL, date=None)),
    "date-zeros": lambda: with_line("2025年2月18日", "2025年02月18日"),
    "date-numerals": lambda: with_line("2025年2月18日", "二〇二五年二月十八日"),
    "note-brackets": lambda: with_line("（此件公开发布）", "(此件公开发布)"),
    "copies-stop": lambda: with_line(
        "抄送：市司法局，市人大常委会办公室。", "抄送：市司法局，市人大常委会办公室"
    ),
    "copies-size": lambda: edited(STYLES, styled("copies", *SIZE)),
    "printed-size": lambda: edited(STYLES, styled("printed", *SIZE)),
    "printed-before-date": lambda: write.docx(replace(FULL, printed_on=date(2025, 2, 1))),
    "page-number-missing": lambda: edited(r"word/footer\d\.xml", without_footers),
    "page-number-dashes": lambda: edited(r"word/footer\d\.xml", lambda xml: xml.replace("—", "")),
    "page-number-sides": lambda: edited(
        "word/settings.xml", lambda xml: re.sub(r"<w:evenAndOddHeaders[^>]*>", "", xml)
    ),
    "letter-lines": lambda: edited(
        DOCUMENT, lambda xml: re.sub(r"<w:pBdr><w:top .*?</w:pBdr>", "", xml), LETTER
    ),
    "letter-number-place": lambda: edited(
        DOCUMENT,
        lambda xml: restyled("number-letter", "number-alone")(xml).replace("<w:tab/>", ""),
        BARE_LETTER,
    ),
    "letter-first-number": lambda: edited(DOCUMENT, swapped("<w:titlePg/>", ""), LETTER),
    "letter-imprint": lambda: edited(DOCUMENT, restyled("copies", "printed"), LETTER),
    "order-number-place": lambda: edited(
        STYLES, styled("number-order", '<w:jc w:val="center"/>', ""), ORDER
    ),
    "order-signer-missing": lambda: edited(
        DOCUMENT, lambda xml: re.sub(paragraph_of("signed_post"), "", xml, flags=re.S), ORDER
    ),
    "order-signer-place": lambda: edited(
        DOCUMENT, swapped('w:right="1280"', 'w:right="320"'), ORDER
    ),
    "minutes-present-missing": lambda: write.docx(replace(MINUTES, present="")),
    "attendance-label-font": lambda: edited(STYLES, styled("lead-1", *SONG), MINUTES),
    "attendance-font": lambda: edited(STYLES, styled("attendance", *SONG), MINUTES),
    "attendance-indent": lambda: edited(
        DOCUMENT, swapped('w:left="1600" w:hanging="960"', 'w:left="960" w:hanging="960"'), MINUTES
    ),
    "attendance-colon": lambda: edited(DOCUMENT, swapped("：苏临", ":苏临"), MINUTES),
}
#: Measured on pages: `test_lint_of_pdf` breaks each of them.
MEASURED = {
    "characters-a-line",
    "organ-mark-place",
    "red-line-place",
    "first-page-text",
    "date-place",
    "annex-place",
    "imprint-page",
    "imprint-lines",
    "imprint-foot",
    "page-number-height",
    "page-number-type",
    "page-number-imprint",
    "letter-lines-place",
}


def restyled(old: str, new: str) -> Change:
    return swapped(f'w:val="gw-{old}"', f'w:val="gw-{new}"')


def paragraph_of(style: str) -> str:
    return rf'<w:p><w:pPr><w:pStyle w:val="gw-{style}"/>.*?</w:p>'


def foreign_word_with(line: str) -> bytes:
    word = Document(io.BytesIO(foreign_word()))
    word.add_paragraph(line)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "document",
    [FULL, REPORT, BARE_LETTER, *SPECIMENS.values(), *SHAPES.values()],
)
def test_what_we_write_has_no_fault(document: OfficialDocument) -> None:
    """But that a report has no signer, which is not the writer's to mend."""
    unsigned = (
        {"signer-missing"} if document.form is Form.DOCUMENT and not document.signers else set()
    )
    assert {each.code for each in lint(write.docx(document))} <= unsigned


def test_every_rule_is_tried() -> None:
    assert set(FAULTY) | MEASURED == set(rules())
    assert not set(FAULTY) & MEASURED


@pytest.mark.parametrize("code", [code for code in FAULTY if code != "annex-label"])
def test_each_rule_finds_its_fault_and_nothing_else(code: str) -> None:
    assert {each.code for each in lint(FAULTY[code](), "报告.docx")} == {code}


def test_a_colon_behind_the_label_of_an_attachment_is_found() -> None:
    assert "annex-label" in {each.code for each in lint(FAULTY["annex-label"]())}


@pytest.mark.parametrize("code", FAULTY)
def test_a_fault_names_clause_and_place_in_both_languages(code: str) -> None:
    data = FAULTY[code]()
    text = read("报告.docx", data).text
    for each in lint(data):
        assert re.fullmatch(r"(?:[57]|10)(\.\d){1,3}", each.rule.clause)
        assert each.rule.confidence in ("verified", "memory")
        assert "{" not in each.zh + each.en and each.zh and each.en
        assert text[each.start : each.end].startswith(each.quote[:5])


def test_a_file_from_words_own_template_is_told_its_faults() -> None:
    found = {each.code for each in lint(foreign_word())}
    assert {"paper", "margins", "page-number-missing", "body-size", "title-size"} <= found
    assert {"level-brackets", "copies-stop"} <= found
    assert "line-pitch" not in found, "what the file leaves to the program is not judged"


def test_a_red_line_that_is_drawn_counts() -> None:
    run = "<w:p><w:r><w:pict/></w:r></w:p>"
    drawn = edited(
        DOCUMENT,
        lambda xml: re.sub(r"<w:pBdr>.*?</w:pBdr>", "", xml).replace("<w:body>", f"<w:body>{run}"),
    )
    assert lint(drawn) == ()


@pytest.mark.parametrize(
    ("document", "clause"), [(LETTER, "10.1"), (ORDER, "10.2"), (MINUTES, "10.3")]
)
def test_the_red_head_of_a_form_is_judged_by_the_clause_of_that_form(
    document: OfficialDocument, clause: str
) -> None:
    black = edited(STYLES, styled(f"organ_mark-{document.form}", "D7000F", "000000"), document)
    (found,) = lint(black)
    assert (found.code, found.rule.clause) == ("organ-mark-colour", clause)
    assert found.rule.confidence == "memory"


def test_a_letter_of_another_maker_is_known_by_its_lines_or_its_title() -> None:
    """Neither the red line of 7.2.7 nor the signer of 7.2.6 is asked of it."""

    def of_another_maker(xml: str) -> str:
        return xml.replace("gw-", "wps-")

    document = replace(BARE_LETTER, note="", title="澜川市科学技术局关于2024年工作的报告")
    lined = edited(r"word/(document|styles)\.xml", of_another_maker, document)
    assert lint(lined) == ()
    bare = edited(
        r"word/(document|styles)\.xml",
        lambda xml: re.sub(r"<w:pBdr>.*?</w:pBdr>", "", of_another_maker(xml)),
        BARE_LETTER,
    )
    assert {each.code for each in lint(bare)} == {"letter-lines"}
