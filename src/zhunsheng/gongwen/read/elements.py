"""The blocks of a document, and the document they form, from the lines of any format."""

from __future__ import annotations

import re

from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Reading
from zhunsheng.gongwen.read.dates import date_in
from zhunsheng.gongwen.read.flow import paragraphs
from zhunsheng.gongwen.read.head import head_blocks, signer_names, title_text
from zhunsheng.gongwen.read.headings import lead_of, level_of
from zhunsheng.gongwen.read.line import Extract, Paragraph
from zhunsheng.gongwen.read.pieces import block_of
from zhunsheng.gongwen.read.tail import attachment_names, copied_to, tail_blocks

_BODY = (Kind.HEADING, Kind.PARAGRAPH, Kind.TABLE)


def reading(extract: Extract, source: str) -> Reading:
    """The reading of an extract."""
    blocks = _blocks(list(paragraphs(extract.text, extract.lines)))
    document = _document(blocks, extract.mark)
    return Reading(source, extract.text, tuple(blocks), document, extract.unread)


def _blocks(found: list[Paragraph]) -> list[Block]:
    aside = [each for each in found if each.line.kind in (Kind.PAGE_NUMBER, Kind.OTHER)]
    flow = [each for each in found if each.line.kind not in (Kind.PAGE_NUMBER, Kind.OTHER)]
    if any(each.line.kind not in (None, Kind.TABLE) for each in flow):
        blocks = [_declared(each) for each in flow]
    else:
        head, taken = head_blocks(flow)
        tail, rest = tail_blocks(flow[taken:])
        blocks = [*head, *(_body(each) for each in rest), *tail]
    blocks += [block_of([each], each.line.kind or Kind.OTHER) for each in aside]
    return sorted(blocks, key=lambda block: block.start)


def _declared(paragraph: Paragraph) -> Block:
    """A block whose kind the file itself states."""
    kind = paragraph.line.kind
    if kind is None:
        return _body(paragraph)
    level = paragraph.line.level
    lead = 0
    if kind is Kind.HEADING:
        lead = lead_of(paragraph.text, level) or len(paragraph.text)
    return block_of([paragraph], kind, level=level, lead=lead)


def _body(paragraph: Paragraph) -> Block:
    if paragraph.line.rows:
        return block_of([paragraph], Kind.TABLE)
    level = level_of(paragraph.text)
    lead = lead_of(paragraph.text, level) if level else 0
    if lead:
        return block_of([paragraph], Kind.HEADING, level=level, lead=lead)
    return block_of([paragraph], Kind.PARAGRAPH)


def _document(blocks: list[Block], mark: str) -> OfficialDocument:
    first = {block.kind: block for block in reversed(blocks)}

    def words(kind: Kind) -> str:
        return first[kind].text.strip() if kind in first else ""

    printed = "\n".join(block.text for block in blocks if block.kind is Kind.PRINTED)
    return OfficialDocument(
        organ_mark=words(Kind.ORGAN_MARK),
        number=words(Kind.NUMBER),
        signers=signer_names([block for block in blocks if block.kind is Kind.SIGNER]),
        title=title_text(first[Kind.TITLE]) if Kind.TITLE in first else "",
        addressees=re.sub(r"\s*[：:]$", "", words(Kind.ADDRESSEE)),
        body=tuple(block for block in blocks if block.kind in _BODY),
        attachments=attachment_names([b for b in blocks if b.kind is Kind.ATTACHMENT_NOTE]),
        signature=words(Kind.SIGNATURE),
        date=date_in(words(Kind.DATE)),
        note=re.sub(r"^[（(](.*)[）)]$", r"\1", words(Kind.NOTE)),
        copies=copied_to(first[Kind.COPIES]) if Kind.COPIES in first else (),
        printed_by=re.sub(r"\s*\S{4,5}年\S+日\s?印发。?$", "", printed).strip(),
        printed_on=date_in(printed),
        mark=mark,
    )
