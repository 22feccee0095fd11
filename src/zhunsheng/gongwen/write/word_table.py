"""The tables of the Word document."""

from __future__ import annotations

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.shared import Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.joins import laid
from zhunsheng.gongwen.model import Block, head_rows
from zhunsheng.gongwen.write import elements
from zhunsheng.gongwen.write.word_add import add_cell
from zhunsheng.gongwen.write.word_style import Word, type_area

_BETWEEN_PT = 8


def part_tables(word: Word) -> None:
    """White between two tables: Word makes one table of two that nothing parts."""
    shape = word.add_paragraph().paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_BETWEEN_PT)


def table(word: Word, block: Block) -> None:
    """The table, as wide as the type area; its head is repeated on each page."""
    rows = elements.clean_rows(block.rows)
    if not any(rows):
        return
    weights = elements.column_weights(rows, block.joined)
    made = word.add_table(rows=0, cols=len(weights), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    widths = [int(type_area * weight / sum(weights)) for weight in weights]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    lines = elements.lines_taken(rows, weights, block.joined)
    head = head_rows(block.joined)
    torn = head - 1 + layout.TORN_ROWS
    untorn = len(rows) <= layout.UNTORN_ROWS and sum(lines) <= layout.TALLEST_ROW
    # A table that fits on a page is not torn; of another no row is left alone with the head, nor
    # the last one alone on a page.
    few = sum(lines[:torn]) <= layout.TALLEST_ROW
    last = len(rows) - 1 if few and sum(lines[-2:]) <= layout.TALLEST_ROW else 0
    cells = laid(rows, block.joined)
    for at, (row, taken) in enumerate(zip(cells, lines, strict=True), start=1):
        line, properties = OxmlElement("w:tr"), OxmlElement("w:trPr")
        # A row of one line cannot be torn. Told so, LibreOffice loses the rest of a table that
        # begins just above the foot of a page and whose first rows stay together.
        if 1 < taken <= layout.TALLEST_ROW:
            properties.append(OxmlElement("w:cantSplit"))
        if at <= head:
            properties.append(OxmlElement("w:tblHeader"))
        line.append(properties)
        keep = at < len(rows) and (untorn or (few and at < torn) or at == last)
        for cell in row:
            width = sum(widths[cell.column : cell.column + cell.columns])
            add_cell(line, cell, width=round(width / 635), keep=keep)
        made._tbl.append(line)
