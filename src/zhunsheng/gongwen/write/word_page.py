"""The page of the Word document: size, grid, page numbers, mark, and imprint at its foot."""

from __future__ import annotations

import math
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.gongwen.write import elements
from zhunsheng.gongwen.write.word_style import IMPRINT_LINE_PT, Word, style, type_area


def page(word: Word) -> None:
    """A4 with the margins of 5.2.1 and a grid of 22 rows."""
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
    grid.set(qn("w:linePitch"), "578")  # twentieths of a point; 580 loses the 22nd row
    section._sectPr.append(grid)
    word.settings.odd_and_even_pages_header_footer = True


def mark_and_page_numbers(word: Word, mark: str) -> None:
    """— 1 — at the right of odd and the left of even pages; the mark on every page."""
    section = word.sections[0]
    sides = (
        (section.header, section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_header, section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    )
    for header, footer, align in sides:
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        if mark:
            header.paragraphs[0].text = mark
            header.paragraphs[0].style = style("mark")
        number = footer.paragraphs[0]
        number.style = style("page_number")
        number.alignment = align
        number.paragraph_format.right_indent = Pt(layout.SMALL_PT)
        number.paragraph_format.left_indent = Pt(layout.SMALL_PT)
        number.add_run("— ")
        _field(number, "PAGE")
        number.add_run(" —")


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def imprint(word: Word, doc: OfficialDocument) -> None:
    """The 版记 as a table that floats at the foot of the last page, between its lines (7.4)."""
    copies, printed = elements.copies_line(doc), elements.printed_line(doc)
    office = elements.clean(doc.printed_by)
    rows = []
    if copies:
        rows.append(("copies", copies))
    if office or printed:
        rows.append(("printed", f"{office}\t{printed}"))
    if not rows:
        return
    table = word.add_table(rows=0, cols=1)
    for key, text in rows:
        paragraph = table.add_row().cells[0].paragraphs[0]
        paragraph.text, paragraph.style = text, style(key)
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = Pt(layout.SMALL_PT)
        if key == "copies":
            shape.left_indent = Pt(4 * layout.SMALL_PT)
            shape.first_line_indent = Pt(-3 * layout.SMALL_PT)
        else:
            shape.tab_stops.add_tab_stop(type_area - Pt(layout.SMALL_PT), WD_TAB_ALIGNMENT.RIGHT)
    _float_at_foot(table, height=sum(_rows_taken(text) for _, text in rows) * IMPRINT_LINE_PT)
    _lines(table)
    # A floating table hangs on the paragraph after it: without one it is not shown at all.
    anchor = word.add_paragraph().paragraph_format
    anchor.line_spacing_rule, anchor.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)


def _rows_taken(text: str) -> int:
    width = layout.TYPE_AREA_WIDTH_MM * 72 / 25.4 / layout.SMALL_PT - 5  # characters in a row
    return max(1, math.ceil((elements.em_width(text) - 3) / width))


def _float_at_foot(table: Any, *, height: int) -> None:
    """`height` in points is for programs that know no `tblpYSpec` and go by `tblpY` alone.

    Anchored to the page at its side: LibreOffice lets no other table as wide as its text float.
    """
    foot = (layout.PAGE_HEIGHT_MM - layout.MARGIN_BOTTOM_MM) * 72 / 25.4 - height
    properties = table._tbl.tblPr
    place = OxmlElement("w:tblpPr")
    for key, value in (
        ("vertAnchor", "margin"),
        ("horzAnchor", "page"),
        ("tblpX", str(Mm(layout.MARGIN_LEFT_MM).twips)),
        ("tblpYSpec", "bottom"),
        ("tblpY", str(round((foot - layout.MARGIN_TOP_MM * 72 / 25.4) * 20))),
    ):
        place.set(qn(f"w:{key}"), value)
    properties.insert_element_before(
        place, "w:tblOverlap", "w:bidiVisual", "w:tblW", "w:jc", "w:tblLayout", "w:tblLook"
    )
    width = properties.find(qn("w:tblW"))
    width.set(qn("w:type"), "dxa")
    width.set(qn("w:w"), str(type_area.twips))
    cells = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        cells.append(edge)
    properties.insert_element_before(cells, "w:tblLook")


def _lines(table: Any) -> None:
    """First and last line thick, those between thin (7.4.1), in eighths of a point."""
    borders = OxmlElement("w:tblBorders")
    thick, thin = (
        str(round(float(width) * 72 / 25.4 * 8))
        for width in (layout.IMPRINT_THICK_MM, layout.IMPRINT_THIN_MM)
    )
    for side, size in (("top", thick), ("bottom", thick), ("insideH", thin)):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.insert_element_before(borders, "w:tblLayout", "w:tblCellMar", "w:tblLook")
