"""The head 版头 of the Word document, title and addressees; the head of an attachment."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import Form, OfficialDocument
from zhunsheng.gongwen.write import elements
from zhunsheng.gongwen.write.word_add import add, add_run
from zhunsheng.gongwen.write.word_forms import joint_mark, letter_head
from zhunsheng.gongwen.write.word_style import (
    Word,
    above_organ_mark,
    break_line,
    mark_key,
    rule_below,
    type_area,
)


def head(word: Word, doc: OfficialDocument) -> None:
    """From 份号 to the addressees."""
    if doc.form is Form.LETTER:
        letter_head(word, doc)
    else:
        _head(word, doc)
    _title(word, elements.title_rows(doc), "title")
    if doc.addressees and not elements.addressees_in_imprint(doc):
        add(word, "addressee", elements.addressee_line(doc))


def _head(word: Word, doc: OfficialDocument) -> None:
    above = elements.marks_above(doc)
    for kind, text in above:
        add(word, kind, text)
    # They stand in the space above the mark and take from it.
    room = above_organ_mark(doc) - round(len(above) * layout.LINE_PT)
    if doc.joint_marks:
        joint_mark(word, doc, room=room)
    elif doc.organ_mark:
        mark = add(word, mark_key(doc), elements.clean(doc.organ_mark))
        mark.paragraph_format.space_before = Pt(room)
    if doc.form is Form.ORDER and doc.number:
        add(word, "number-order", elements.clean(doc.number))
    elif doc.number or doc.signers:
        _number_and_signers(word, doc)


def _names_column(paragraph: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    """Every row of names begins where the first does (7.2.6); one row ends a character in."""
    if len(rows) == 1:
        return  # as its style has it
    widest = max(layout.em_width("　".join(names)) for names in rows)
    wide = (widest + len(elements.SIGNER_LABEL)) * float(layout.CHARACTER_PT)
    stops, end = paragraph.paragraph_format.tab_stops, type_area - Pt(layout.BODY_PT)
    stops.add_tab_stop(end, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(end - round(Pt(1) * wide))


def annex_head(word: Word, doc: OfficialDocument, at: int) -> None:
    """附件 and its number on the first row of a new page, its title on the third (7.3.7)."""
    label = add(word, "annex", elements.annex_label(doc, at))
    label.paragraph_format.page_break_before = True
    title = elements.clean(doc.annexes[at - 1].title)
    _title(word, layout.title_lines(title), "annex_title")


def _title(word: Word, rows: tuple[str, ...], key: str) -> None:
    if not rows:
        return
    title = add(word, key)
    for at, row in enumerate(rows):
        if at:
            break_line(title)
        title.add_run(row)


def _number_and_signers(word: Word, doc: OfficialDocument) -> None:
    """The number at the left of the row that holds the last signers (7.2.5, 7.2.6)."""
    rows = elements.signer_rows(doc)
    for at, names in enumerate(rows or ((),)):
        last = at == max(len(rows) - 1, 0)
        paragraph = add(word, "number" if rows else "number-alone")
        if last:
            paragraph.add_run(elements.clean(doc.number))
        if names:
            _names_column(paragraph, rows)
            label = elements.SIGNER_LABEL if at == 0 else "　" * len(elements.SIGNER_LABEL)
            paragraph.add_run("\t" + label)
            add_run(paragraph, "　".join(names), "signer-name")
        if at == 0 and doc.joint_marks:  # a table has no space below it
            paragraph.paragraph_format.space_before = Pt(round(2 * layout.LINE_PT))
        if last and doc.organ_mark:
            rule_below(paragraph)
            if not doc.title:  # the title brings the two rows below the line
                paragraph.paragraph_format.space_after = Pt(round(2 * layout.LINE_PT))
