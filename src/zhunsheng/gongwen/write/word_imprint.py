"""The imprint 版记 of the Word document, at the foot of its last page."""

from __future__ import annotations

import math
from typing import Any, Final

from docx.enum.section import WD_SECTION_START
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import Form, Kind, OfficialDocument
from zhunsheng.gongwen.write.imprint import Row
from zhunsheng.gongwen.write.imprint import rows as imprint_rows
from zhunsheng.gongwen.write.word_add import dress
from zhunsheng.gongwen.write.word_style import IMPRINT_LINE_PT, Word, type_area

# LibreOffice lets the page end where an empty footer begins: it begins at the type area's foot.
_ABOVE_FOOTER_PT: Final = 11.8


def imprint(word: Word, doc: OfficialDocument, *, own_page: bool) -> None:
    """The 版记 as a table that floats at the foot of the last page, between its lines (7.4).

    On a page of its own it is a section that begins on an even page and prints no number (7.5).
    """
    rows = imprint_rows(doc)
    if not rows:
        return
    letter = doc.form is Form.LETTER  # 10.1: neither lines nor an even page
    if own_page:
        _own_page(word, WD_SECTION_START.NEW_PAGE if letter else WD_SECTION_START.EVEN_PAGE)
    table = word.add_table(rows=0, cols=1)
    for row in rows:
        cell = table.add_row().cells[0]
        if not row.ruled:
            _unruled(table, cell)
        _row(cell.paragraphs[0], row)
    _float_at_foot(table, height=sum(map(_rows_taken, rows)) * IMPRINT_LINE_PT)
    if not letter:
        _lines(table)
    # A floating table hangs on the paragraph after it: without one it is not shown at all.
    _thin_paragraph(word)


def _own_page(word: Word, start: WD_SECTION_START) -> None:
    section = word.add_section(start)
    section.different_first_page_header_footer = False
    for footer in (section.footer, section.even_page_footer):
        footer.is_linked_to_previous = False
        dress(footer.paragraphs[0], "page_number")
        footer.paragraphs[0].paragraph_format.space_before = Pt(_ABOVE_FOOTER_PT)
    # LibreOffice breaks the page at a paragraph only, never at a floating table.
    _thin_paragraph(word)


def _thin_paragraph(word: Word) -> None:
    shape = word.add_paragraph().paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)


def _row(paragraph: Any, row: Row) -> None:
    key = row.kind.value if row.kind is not Kind.ADDRESSEE else "addressee-imprint"
    paragraph.text = row.label + row.text + (f"\t{row.right}" if row.right else "")
    dress(paragraph, key)
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Pt(layout.SMALL_PT)
    if row.label:
        shape.left_indent = Pt(4 * layout.SMALL_PT)
        shape.first_line_indent = Pt(-3 * layout.SMALL_PT)
    else:
        shape.tab_stops.add_tab_stop(type_area - Pt(layout.SMALL_PT), WD_TAB_ALIGNMENT.RIGHT)


def _unruled(table: Any, cell: Any) -> None:
    """No line between this row and the one above."""
    above = table.rows[len(table.rows) - 2].cells[0]
    for each, side in ((above, "bottom"), (cell, "top")):
        borders, line = OxmlElement("w:tcBorders"), OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil")
        borders.append(line)
        each._tc.get_or_add_tcPr().append(borders)


def _rows_taken(row: Row) -> int:
    width = layout.TYPE_AREA_WIDTH_MM * 72 / 25.4 / layout.SMALL_PT - 5  # characters in a row
    return max(1, math.ceil((layout.em_width(row.text + row.right)) / width))


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
