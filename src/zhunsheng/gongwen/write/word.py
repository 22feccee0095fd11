"""Word through python-docx, built in code; each paragraph's style says which element it is."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from typing import Final

from docx import Document
from docx.shared import Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.gongwen.write import elements
from zhunsheng.gongwen.write.foresee import foreseen
from zhunsheng.gongwen.write.refuse import refuse
from zhunsheng.gongwen.write.seal import Seal, refuse_seals
from zhunsheng.gongwen.write.timeless import timeless
from zhunsheng.gongwen.write.word_add import add, add_run, break_words
from zhunsheng.gongwen.write.word_head import annex_head, head
from zhunsheng.gongwen.write.word_imprint import imprint
from zhunsheng.gongwen.write.word_page import mark_and_page_numbers, page
from zhunsheng.gongwen.write.word_sign import attendance, signed
from zhunsheng.gongwen.write.word_style import Word, add_styles
from zhunsheng.gongwen.write.word_table import part_tables, table

_LABEL_WIDTH: Final = 3.0  # characters: 附件：
_NUMBER_WIDTH: Final = 1.5  # 1. and a space, each half a character wide
_LONG_WORD: Final = re.compile(r"[!-~]{40,}")  # an address that no row may hold whole
_NO_DATE: Final = date(1980, 1, 1)  # what a zip member has that states none


def write(doc: OfficialDocument, seals: tuple[Seal, ...] = ()) -> bytes:
    """The bytes of the .docx."""
    refuse(doc)
    refuse_seals(doc, seals)
    word: Word = Document()
    add_styles(word, doc)
    expected = foreseen(doc)
    page(word, row_pt=expected.row_pt)
    mark_and_page_numbers(word, doc)
    word.core_properties.title = elements.clean(doc.title)
    word.core_properties.author = "、".join(elements.signatures(doc))
    word.core_properties.comments = ""
    dated = datetime.combine(doc.date or _NO_DATE, time())
    word.core_properties.created = word.core_properties.modified = dated
    head(word, doc)
    _blocks(word, doc.body)
    usual = expected.row_pt == layout.LINE_PT and not expected.parted
    if _keeps_with_signature(doc) and usual:
        # Signature and date never stand alone on a page. Where rows are drawn closer for it, a
        # program that counts them otherwise shall rather show text on the first page (7.3.3).
        word.paragraphs[-1].paragraph_format.keep_with_next = True
    _attachments(word, doc)
    attendance(word, doc)
    signed(word, doc, seals)
    for at, annex in enumerate(doc.annexes, start=1):
        annex_head(word, doc, at)
        _blocks(word, annex.body)
    imprint(word, doc, own_page=expected.imprint_has_own_page)
    made = BytesIO()
    word.save(made)
    return timeless(made.getvalue())


def _keeps_with_signature(doc: OfficialDocument) -> bool:
    """Whether the last block is a paragraph that signature and date follow at once."""
    text = doc.body and doc.body[-1].kind is not Kind.TABLE
    return bool(doc.signature and text and not elements.attendance(doc))


def _blocks(word: Word, blocks: tuple[Block, ...]) -> None:
    for before, block in zip((None, *blocks), blocks, strict=False):
        if block.kind is Kind.TABLE:
            if before is not None and before.kind is Kind.TABLE:
                part_tables(word)
            table(word, block)
        else:
            _paragraph(word, block)


def _paragraph(word: Word, block: Block) -> None:
    if block.kind is not Kind.HEADING:
        made = add(word, "paragraph", _words(block.runs))
    else:
        lead, rest = elements.lead_and_rest(block)
        level = min(max(block.level, 1), 4)
        made = add(word, f"heading-{level}")
        add_run(made, _words(lead), f"lead-{level}")
        if rest:
            made.add_run(_words(rest))
        else:  # a heading is not the last row of a page
            made.paragraph_format.keep_with_next = True
    if _LONG_WORD.search(block.text):
        break_words(made)


def _attachments(word: Word, doc: OfficialDocument) -> None:
    for at, line in enumerate(elements.attachment_lines(doc)):
        shape = add(word, "attachment_note" if at == 0 else "attachment_note-more", line)
        # A name that wraps goes on under its own first character, behind label and number.
        numbered = _NUMBER_WIDTH if len(doc.attachments) > 1 else 0.0
        hanging = numbered if at else numbered + _LABEL_WIDTH
        shape.paragraph_format.left_indent = Pt((2 + _LABEL_WIDTH + numbered) * layout.BODY_PT)
        shape.paragraph_format.first_line_indent = Pt(-hanging * layout.BODY_PT)


def _words(runs: tuple[Run, ...]) -> str:
    return elements.clean("".join(run.text for run in runs))
