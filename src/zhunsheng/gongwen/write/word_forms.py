"""Heads of the Word document that are no single row: of several organs, and of a letter."""

from __future__ import annotations

from typing import Any, Final

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.gongwen.write import elements
from zhunsheng.gongwen.write.word_add import add, dress
from zhunsheng.gongwen.write.word_style import Word, mark_key

_TWIPS_A_PT: Final = 20
_PT_A_MM: Final = 72 / 25.4


def joint_mark(word: Word, doc: OfficialDocument, *, room: int) -> None:
    """The organs one below the other, 文件 at their right in the middle; `room` points above."""
    _spacer(word, room)
    rows, beside = elements.mark_rows(doc)
    size = layout.mark_size(rows, beside)
    table = _bare_table(
        word, rows=len(rows), widths=[max(map(len, rows)) * size, len(beside) * size]
    )
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for line, name in zip(table.rows, rows, strict=True):
        line.height, line.height_rule = (
            Pt(round(size * layout.MARK_ROW)),
            WD_ROW_HEIGHT_RULE.EXACTLY,
        )
        _fill(line.cells[0], mark_key(doc), name)
    if beside:
        word_cell = table.cell(0, 1).merge(table.cell(len(rows) - 1, 1))
        word_cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _fill(word_cell, mark_key(doc), beside)


def letter_head(word: Word, doc: OfficialDocument) -> None:
    """The mark between the page's edge and the first double line; marks above beside the number."""
    size = layout.mark_size(*elements.mark_rows(doc))
    mark = add(word, mark_key(doc), elements.clean(doc.organ_mark))
    top = layout.LETTER_MARK_TOP_MM * _PT_A_MM - size * 0.1
    below = layout.LETTER_LINE_BELOW_MARK_MM * _PT_A_MM - size * 0.1
    free = layout.LETTER_BELOW_LINE_PT - (float(layout.LINE_PT) - layout.BODY_PT) / 2
    _frame(mark, top=top, below=free)
    _double_line(mark, "bottom", "thickThinSmallGap", space=max(round(below), 0))
    foot = word.add_paragraph()
    foot.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    foot.paragraph_format.line_spacing = Pt(1)
    edge = (layout.PAGE_HEIGHT_MM - layout.LETTER_FOOT_LINE_MM) * _PT_A_MM
    thick = float(layout.DOUBLE_THICK_PT + layout.DOUBLE_GAP_PT + layout.DOUBLE_THIN_PT)
    _frame(foot, top=edge - thick, below=0)
    _double_line(foot, "top", "thinThickSmallGap", space=0)
    above = elements.marks_above(doc)
    number = elements.clean(doc.number)
    if number or above:
        add(word, "number-letter", (above[0][1] if above else "") + (f"\t{number}" * bool(number)))
    for kind, text in above[1:]:
        shape = add(word, kind, text).paragraph_format
        shape.line_spacing_rule, shape.line_spacing = (
            WD_LINE_SPACING.EXACTLY,
            Pt(float(layout.LINE_PT)),
        )


def _spacer(word: Word, height: int) -> None:
    """An empty paragraph of so many points; it stays with what follows."""
    paragraph = word.add_paragraph()
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    shape.space_before = Pt(height - 1)
    shape.keep_with_next = True
    off_grid = OxmlElement("w:snapToGrid")  # LibreOffice would give it a whole row of the grid
    off_grid.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().insert_element_before(off_grid, "w:spacing", "w:ind", "w:jc")


def _bare_table(word: Word, *, rows: int, widths: list[float]) -> Any:
    """A table without lines and margins; `widths` in points."""
    table = word.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
        for cell in column.cells:
            cell.width = Pt(width)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    return table


def _fill(cell: Any, key: str, text: str) -> Any:
    """The cell's paragraph with its words, dressed as the element `key`."""
    paragraph = cell.paragraphs[0]
    paragraph.text = text
    dress(paragraph, key)
    return paragraph


def _frame(paragraph: Any, *, top: float, below: float) -> None:
    """A frame as wide as the double lines, `top` points below the page's edge; text keeps off."""
    frame = OxmlElement("w:framePr")
    for key, value in (
        ("w", str(Mm(layout.LETTER_LINE_MM).twips)),
        ("vSpace", str(round(below * _TWIPS_A_PT))),
        ("wrap", "notBeside"),
        ("vAnchor", "page"),
        ("hAnchor", "page"),
        ("xAlign", "center"),
        ("y", str(round(top * _TWIPS_A_PT))),
    ):
        frame.set(qn(f"w:{key}"), value)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        frame, "w:widowControl", "w:numPr", "w:pBdr", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _double_line(paragraph: Any, side: str, kind: str, *, space: int) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for key, value in (
        ("val", kind),
        ("sz", str(round(float(layout.DOUBLE_THICK_PT) * 8))),
        ("space", str(space)),
        ("color", layout.RED.removeprefix("#").upper()),
    ):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
