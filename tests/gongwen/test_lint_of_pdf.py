"""The format lint of PDFs: silent on what we print, and each fault put in is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.gongwen.full_document import FULL
from tests.gongwen.misprint import misprinted
from tests.gongwen.sample import REPORT, block
from tests.gongwen.shapes import SHAPES
from zhunsheng.gongwen import write
from zhunsheng.gongwen.errors import ReadError
from zhunsheng.gongwen.lint import Judged, lint, rules
from zhunsheng.gongwen.model import Form, OfficialDocument
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.specimen_forms import LETTER, MINUTES, ORDER, SPECIMENS

OFFICIAL, HEAD, CLOSE, BASE = "official.typ", "head.typ", "close.typ", "base.typ"
NUMBER = FULL.number
#: A page and a half of nothing but text, so that every measure of the type area can be taken.
TEXT = replace(
    FULL, annexes=(), attachments=(), body=(block("政务公开规范性文件清理" * 120 + "。"),)
)

SONG_FOR_FANG = '#let fang = ("FandolSong",)'
MARK_FONT = "#let mark_text(it) = text(\n  font: song,"
TITLE_FONT = 'set text(font: song, weight: "bold", '
BARE_LETTER = replace(LETTER, copy_number="", secrecy="", urgency="")

MISPRINTS: dict[str, Callable[[], bytes]] = {
    "paper": lambda: misprinted(FULL, page_width_mm=216, page_height_mm=279),
    "margins": lambda: misprinted(TEXT, margin_left_mm=31, type_area_width_mm=153),
    "line-pitch": lambda: misprinted(FULL, line_pt=26),
    "characters-a-line": lambda: misprinted(FULL, character_pt=16.37),
    "body-font": lambda: misprinted(FULL, (BASE, '#let fang = ("FandolFang R",)', SONG_FOR_FANG)),
    "body-size": lambda: misprinted(FULL, body_pt=15),
    "body-indent": lambda: misprinted(FULL, (BASE, "#let first = 2 * cell", "#let first = 0pt")),
    "organ-mark-font": lambda: misprinted(
        FULL, (HEAD, MARK_FONT, "#let mark_text(it) = text(\n  font: hei,")
    ),
    "organ-mark-colour": lambda: misprinted(FULL, (HEAD, "fill: red", "fill: black")),
    "organ-mark-place": lambda: misprinted(replace(FULL, urgency=""), mark_top_mm=28),
    "red-line": lambda: misprinted(
        FULL, (HEAD, "stroke: n.red_line_pt * 1pt + red", "stroke: 1pt")
    ),
    "red-line-place": lambda: misprinted(FULL, red_line_below_number_mm=10),
    "secrecy-font": lambda: misprinted(
        FULL, (HEAD, "{ fang } else { hei }", "{ fang } else { kai }")
    ),
    "number-brackets": lambda: write.pdf(replace(FULL, number="澜科[2025]6号")),
    "number-ordinal": lambda: write.pdf(replace(FULL, number="澜科〔2025〕第6号")),
    "number-zeros": lambda: write.pdf(replace(FULL, number="澜科〔2025〕06号")),
    "signer-missing": lambda: write.pdf(replace(FULL, signers=())),
    "signer-font": lambda: misprinted(
        FULL, (HEAD, "text(font: kai, names", "text(font: fang, names")
    ),
    "title-font": lambda: misprinted(FULL, (BASE, TITLE_FONT, "set text(font: hei, ")),
    "title-size": lambda: misprinted(FULL, title_pt=20),
    "title-alignment": lambda: misprinted(FULL, (BASE, "set align(center)", "set align(left)")),
    "addressee-indent": lambda: misprinted(
        FULL, (HEAD, "par(doc.addressees)", "pad(left: first, par(doc.addressees))")
    ),
    "first-page-text": lambda: misprinted(
        FULL, (HEAD, "par(doc.addressees) }", "par(doc.addressees) }\n  pagebreak()")
    ),
    "level-font": lambda: misprinted(
        FULL, (OFFICIAL, "(fang, hei, kai, fang, fang)", "(fang, hei, hei, fang, fang)")
    ),
    "level-size": lambda: misprinted(
        FULL, (OFFICIAL, "size: n.body_pt * 1pt, weight", "size: 15pt, weight")
    ),
    "level-brackets": lambda: write.pdf(
        replace(FULL, body=(*FULL.body, block("(二)深化政务公开。")))
    ),
    "level-skipped": lambda: write.pdf(
        replace(FULL, body=(FULL.body[0], block("一、成效"), block("1. 完善公开制度。")))
    ),
    "attachment-punctuation": lambda: write.pdf(
        replace(FULL, attachments=("清理结果；", "办理情况"), annexes=())
    ),
    "annex-place": lambda: misprinted(FULL, (OFFICIAL, "  pagebreak()\n", "  blank(1)\n")),
    "annex-font": lambda: misprinted(
        FULL, (OFFICIAL, "text(font: hei, annex.label)", "text(font: fang, annex.label)")
    ),
    "date-missing": lambda: write.pdf(replace(FULL, date=None)),
    "date-place": lambda: misprinted(FULL, (CLOSE, "pad(right: free * cell", "pad(right: 0pt")),
    "copies-size": lambda: misprinted(FULL, (CLOSE, "in_row(n.small_pt, 26pt", "in_row(16, 26pt")),
    "printed-before-date": lambda: write.pdf(replace(FULL, printed_on=date(2025, 2, 1))),
    "imprint-page": lambda: misprinted(
        FULL, (CLOSE, 'pagebreak(to: "even")', 'pagebreak(to: "odd")')
    ),
    "imprint-lines": lambda: misprinted(
        FULL,
        (
            CLOSE,
            "length: width, stroke: n.imprint_thick",
            "length: width / 2, stroke: n.imprint_thick",
        ),
    ),
    "imprint-foot": lambda: misprinted(
        FULL, (CLOSE, "place(bottom + left, made)", "place(bottom + left, dy: -9mm, made)")
    ),
    "page-number-missing": lambda: misprinted(
        FULL, (OFFICIAL, 'let number = "— " + str(page) + " —"', 'let number = ""')
    ),
    "page-number-dashes": lambda: misprinted(
        FULL, (OFFICIAL, '"— " + str(page) + " —"', "str(page)")
    ),
    "page-number-sides": lambda: misprinted(
        FULL, (OFFICIAL, "if calc.odd(page) { align(right", "if calc.even(page) { align(right")
    ),
    "page-number-height": lambda: misprinted(FULL, page_number_below_mm=12),
    "page-number-type": lambda: misprinted(
        FULL, (OFFICIAL, "set text(font: song, size", "set text(font: kai, size")
    ),
    "page-number-imprint": lambda: misprinted(
        FULL, (OFFICIAL, "if counted and", "if true or counted and")
    ),
    "letter-lines": lambda: misprinted(
        LETTER, (HEAD, "place(top + left, dy: foot - double, lines(false))", "")
    ),
    "letter-lines-place": lambda: misprinted(LETTER, letter_line_mm=156),
    "letter-number-place": lambda: misprinted(
        BARE_LETTER,
        (HEAD, "columns: (1fr, auto),\n    align: top", "columns: (0pt, auto),\n    align: top"),
    ),
    "letter-first-number": lambda: misprinted(
        LETTER, (OFFICIAL, 'not (doc.form == "letter" and page == 1)', "true")
    ),
    "order-number-place": lambda: misprinted(
        ORDER, (HEAD, "align(center, doc.number))\n    blank", "doc.number)\n    blank")
    ),
    "order-signer-place": lambda: misprinted(ORDER, sealed_date_indent=1),
    "minutes-present-missing": lambda: write.pdf(replace(MINUTES, present="")),
    "attendance-label-font": lambda: misprinted(
        MINUTES, (CLOSE, "text(font: hei, label)", "label")
    ),
    "attendance-font": lambda: misprinted(
        MINUTES,
        (CLOSE, "names + here_is_text,\n    ))", "text(font: kai, names) + here_is_text,\n    ))"),
    ),
    "attendance-indent": lambda: misprinted(
        MINUTES, (CLOSE, "columns: (first, 3 * cell, 1fr)", "columns: (0pt, 3 * cell, 1fr)")
    ),
}

#: What else such a fault breaks: a narrower page moves all that is measured from its right edge.
WITH: dict[str, set[str]] = {
    "margins": {
        "characters-a-line",
        "imprint-lines",
        "page-number-sides",
        "red-line-place",
        "title-alignment",
    },
    "line-pitch": {"margins"},
    "body-font": {"level-font"},
    "body-size": {"level-size"},
    "body-indent": {"level-skipped"},
    "date-missing": {"body-indent"},
    "copies-size": {"printed-size"},
    "page-number-dashes": {"page-number-sides"},
}
#: Of these the words alone tell: `test_lint` breaks each of them.
BY_WORDS = {
    "number-spaces",
    "addressee-colon",
    "level-mark",
    "annex-label",
    "date-zeros",
    "date-numerals",
    "note-brackets",
    "copies-stop",
    "printed-size",
    "letter-imprint",
    "order-signer-missing",
    "attendance-colon",
}


def codes(judged: Judged) -> set[str]:
    return {each.code for each in judged.faults}


@pytest.mark.parametrize(
    "document", [FULL, REPORT, TEXT, BARE_LETTER, *SPECIMENS.values(), *SHAPES.values()]
)
def test_what_we_print_has_no_fault(document: OfficialDocument) -> None:
    """But that a report has no signer, which is not the writer's to mend."""
    unsigned = document.form is Form.DOCUMENT and not document.signers
    allowed = {"signer-missing"} if unsigned else set()
    assert codes(lint(write.pdf(document))) <= allowed


def test_every_rule_is_tried() -> None:
    assert set(MISPRINTS) | BY_WORDS == set(rules())
    assert not set(MISPRINTS) & BY_WORDS


@pytest.mark.parametrize("code", MISPRINTS)
def test_each_fault_put_in_is_found_and_no_other_accused(code: str) -> None:
    found = codes(lint(MISPRINTS[code](), "报告.pdf"))
    assert code in found
    assert found - {code} <= WITH.get(code, set())


def test_a_fault_names_its_place_in_both_languages() -> None:
    data = MISPRINTS["level-font"]()
    text = read("报告.pdf", data).text
    found = lint(data).faults
    assert found and all("第2层标题字体为“FandolHei-Regular”" in each.zh for each in found)
    assert all(text[each.start : each.end].startswith("（") for each in found)


@pytest.mark.parametrize(
    ("numbers", "side", "found"),
    [
        ({"margin_left_mm": 32, "type_area_width_mm": 152}, "左", 32),
        ({"type_area_width_mm": 150, "margin_right_mm": 32}, "右", 32),
        ({"margin_top_mm": 30}, "上", 30),
        ({"margin_bottom_mm": 20}, "下", 20),
        ({"margin_bottom_mm": 50}, "下", 50),
    ],
)
def test_each_margin_is_measured(numbers: dict[str, int], side: str, found: int) -> None:
    told = [f.zh for f in lint(misprinted(TEXT, **numbers)).faults if f.code == "margins"]
    measured = [float(m[1]) for zh in told if (m := re.match(rf"{side}边距为([\d.]+)毫米", zh))]
    # A row is 10 mm high: below the last one that found room less than that stays white.
    assert measured and abs(measured[0] - found) < (10 if side == "下" else 0.5), told


def test_a_red_line_drawn_twice_in_its_place_makes_no_letter() -> None:
    """Some programs fill a line and stroke it as well."""
    line = "block(spacing: 0pt, line(length: width, stroke: n.red_line_pt * 1pt + red))"
    twice = f"place(dy: 0.05mm, line(length: width, stroke: 1pt + red))\n  {line}"
    assert codes(lint(misprinted(FULL, (HEAD, line, twice)))) == set()


def test_what_cannot_be_judged_is_said_by_name() -> None:
    told = [each.zh for each in lint(write.pdf(MINUTES)).unjudged]
    assert any("印章" in zh for zh in told)
    assert any(zh.startswith("右边距和每行字数：") for zh in told), "no row of it is full"
    assert not any("边距" in each.zh for each in lint(write.pdf(TEXT)).unjudged)
    assert any("表格内文字" in each.zh for each in lint(write.pdf(REPORT)).unjudged) == any(
        each.rows for each in REPORT.body
    )


def test_a_white_page_before_the_imprint_is_no_unread_page() -> None:
    data = write.pdf(SHAPES["long copies"])
    assert read("报告.pdf", data).unread == ()


def test_only_a_word_file_or_a_pdf_can_be_linted() -> None:
    with pytest.raises(ReadError) as refused:
        lint(write.html(REPORT).encode(), "报告.html")
    assert refused.value.code == "not_set" and "请提供" in refused.value.zh
