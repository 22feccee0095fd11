"""Paragraphs and runs of the Word document, each with the style of its element.

The style is set by its identifier: python-docx looks a name up among all styles each time.
"""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from zhunsheng.gongwen.joins import Cell
from zhunsheng.gongwen.write.word_style import Word


def add(word: Word, key: str, text: str = "") -> Any:
    """A new paragraph of the element `key`."""
    paragraph = word.add_paragraph(text)
    dress(paragraph, key)
    return paragraph


def dress(paragraph: Any, key: str) -> None:
    """Give a paragraph the style of the element `key`."""
    paragraph._p.style = f"gw-{key}"


def add_run(paragraph: Any, text: str, key: str) -> None:
    """A new run in the character style `key`."""
    paragraph.add_run(text)._r.style = f"gw-{key}"


def break_words(paragraph: Any) -> None:
    """Let a word break where the row ends, as an address longer than the row must."""
    off = OxmlElement("w:wordWrap")
    off.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().insert_element_before(
        off, "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def add_cell(row: Any, drawn: Cell, *, width: int, keep: bool) -> None:
    """A new cell of a table's row; `width` in twips, `keep` with the row below.

    A cell over several rows is one cell in each, all but the first without words.
    """
    cell, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    wide = OxmlElement("w:tcW")
    wide.set(qn("w:w"), str(width))
    wide.set(qn("w:type"), "dxa")
    middle = OxmlElement("w:vAlign")
    middle.set(qn("w:val"), "center")
    properties.append(wide)
    if drawn.columns > 1:
        columns = OxmlElement("w:gridSpan")
        columns.set(qn("w:val"), str(drawn.columns))
        properties.append(columns)
    if drawn.rows > 1:
        merge = OxmlElement("w:vMerge")
        if not drawn.goes_on:
            merge.set(qn("w:val"), "restart")
        properties.append(merge)
    properties.append(middle)
    paragraph, shape, style = (OxmlElement(f"w:{name}") for name in ("p", "pPr", "pStyle"))
    style.set(qn("w:val"), "gw-cell")
    shape.append(style)
    if keep:
        shape.append(OxmlElement("w:keepNext"))
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = drawn.text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    paragraph.extend([shape, run])
    cell.extend([properties, paragraph])
    row.append(cell)
