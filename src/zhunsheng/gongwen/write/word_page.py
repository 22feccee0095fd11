"""The page of the Word document: size, grid, page numbers and the mark on every page."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import Form, OfficialDocument
from zhunsheng.gongwen.write.elements import clean
from zhunsheng.gongwen.write.word_style import Word, style


def page(word: Word, *, row_pt: Decimal) -> None:
    """A4 with the margins of 5.2.1 and a grid of 22 rows, or of more if they are lower."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(layout.PAGE_WIDTH_MM), Mm(layout.PAGE_HEIGHT_MM)
    section.top_margin, section.bottom_margin = (
        Mm(layout.MARGIN_TOP_MM),
        Mm(layout.MARGIN_BOTTOM_MM),
    )
    section.left_margin, section.right_margin = (
        Mm(layout.MARGIN_LEFT_MM),
        Mm(layout.MARGIN_RIGHT_MM),
    )
    section.header_distance = Mm(14)
    # The dash stands in the middle of its 16 pt line, 7 mm below the type area (7.5).
    dash = layout.MARGIN_BOTTOM_MM - layout.PAGE_NUMBER_BELOW_MM
    section.footer_distance = Mm(dash) - Pt(8)
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "lines")
    # Twentieths of a point, a hair less than in the PDF: 580 loses the 22nd row.
    grid.set(qn("w:linePitch"), str(int(row_pt * 20) - 1))
    section._sectPr.append(grid)
    word.settings.odd_and_even_pages_header_footer = True


def mark_and_page_numbers(word: Word, doc: OfficialDocument) -> None:
    """— 1 — at the right of odd and the left of even pages; the mark on every page.

    The first page of a letter has no number (10.1).
    """
    section, mark = word.sections[0], clean(doc.mark)
    if doc.form is Form.LETTER:
        section.different_first_page_header_footer = True
        _mark(section.first_page_header, mark)
        section.first_page_footer.is_linked_to_previous = False
    sides = (
        (section.header, section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_header, section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    )
    for header, footer, align in sides:
        footer.is_linked_to_previous = False
        _mark(header, mark)
        number = footer.paragraphs[0]
        number.style = style("page_number")
        number.alignment = align
        number.paragraph_format.right_indent = Pt(layout.SMALL_PT)
        number.paragraph_format.left_indent = Pt(layout.SMALL_PT)
        number.add_run("— ")
        _field(number, "PAGE")
        number.add_run(" —")


def _mark(header: Any, mark: str) -> None:
    header.is_linked_to_previous = False
    if mark:
        header.paragraphs[0].text = mark
        header.paragraphs[0].style = style("mark")


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
