"""The head 版头 of the Word document, title and addressees; the head of an attachment."""

from __future__ import annotations

from docx.shared import Pt

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.gongwen.write import elements
from zhunsheng.gongwen.write.word_add import add, add_run
from zhunsheng.gongwen.write.word_style import Word, above_organ_mark, break_line, rule_below


def head(word: Word, doc: OfficialDocument) -> None:
    """From 份号 to the addressees."""
    above = elements.marks_above(doc)
    for kind, text in above:
        add(word, kind, text)
    if doc.organ_mark:
        mark = add(word, "organ_mark", elements.clean(doc.organ_mark))
        if above:  # they stand in the 35 mm above the mark and take from them
            taken = len(above) * layout.LINE_PT
            mark.paragraph_format.space_before = Pt(above_organ_mark(doc.organ_mark) - round(taken))
    if doc.number or doc.signers:
        _number_and_signers(word, doc)
    _title(word, doc.title, "title")
    if doc.addressees and not elements.addressees_in_imprint(doc):
        add(word, "addressee", elements.addressee_line(doc))


def annex_head(word: Word, doc: OfficialDocument, at: int) -> None:
    """附件 and its number on the first row of a new page, its title on the third (7.3.7)."""
    label = add(word, "annex", elements.annex_label(doc, at))
    label.paragraph_format.page_break_before = True
    _title(word, doc.annexes[at - 1].title, "annex_title")


def _title(word: Word, text: str, key: str) -> None:
    title = add(word, key)
    for at, row in enumerate(layout.title_lines(elements.clean(text))):
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
            label = elements.SIGNER_LABEL if at == 0 else "　" * len(elements.SIGNER_LABEL)
            paragraph.add_run("\t" + label)
            add_run(paragraph, "　".join(names), "signer-name")
        if last and doc.organ_mark:
            rule_below(paragraph)
