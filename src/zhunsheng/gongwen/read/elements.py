"""The blocks of a document, and the document they form, from the lines of any format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from zhunsheng.gongwen.model import Annex, Block, Kind, OfficialDocument, Reading
from zhunsheng.gongwen.read.annexes import annex_blocks
from zhunsheng.gongwen.read.dates import date_in
from zhunsheng.gongwen.read.flow import paragraphs
from zhunsheng.gongwen.read.head import head_blocks, signer_names, title_text
from zhunsheng.gongwen.read.headings import lead_of, level_of
from zhunsheng.gongwen.read.line import Extract, Paragraph
from zhunsheng.gongwen.read.pieces import block_of
from zhunsheng.gongwen.read.special import form_of, special
from zhunsheng.gongwen.read.tail import attachment_names, copied_to, tail_blocks

_BODY = (Kind.HEADING, Kind.PARAGRAPH, Kind.TABLE)
_RECIPIENTS = re.compile(r"^主送[：:]\s*|\s*[：:。]$")  # 主送 main recipients, in the imprint


def reading(extract: Extract, source: str) -> Reading:
    """The reading of an extract."""
    blocks = _blocks(list(paragraphs(extract.text, extract.lines)))
    form = extract.form or form_of(blocks)
    document = replace(_document(blocks, extract.mark), sealed=extract.sealed, form=form)
    document = replace(document, **special(blocks, form))
    return Reading(source, extract.text, tuple(blocks), document, extract.unread)


def _blocks(found: list[Paragraph]) -> list[Block]:
    aside = [each for each in found if each.line.kind in (Kind.PAGE_NUMBER, Kind.OTHER)]
    flow = [each for each in found if each.line.kind not in (Kind.PAGE_NUMBER, Kind.OTHER)]
    if any(each.line.kind not in (None, Kind.TABLE) for each in flow):
        blocks = [_declared(each) for each in flow]
    else:
        head, taken = head_blocks(flow)
        tail, rest, annexes = tail_blocks(flow[taken:])
        names = attachment_names([b for b in tail if b.kind is Kind.ATTACHMENT_NOTE])
        blocks = [*head, *(_body(each) for each in rest), *tail]
        blocks += annex_blocks(annexes, _body, names=names)
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
    opens = next((at for at, b in enumerate(blocks) if b.kind is Kind.ANNEX), len(blocks))
    main = blocks[:opens]
    first = {block.kind: block for block in reversed(blocks)}

    def words(kind: Kind) -> str:
        return first[kind].text.strip() if kind in first else ""

    printed = "\n".join(block.text for block in blocks if block.kind is Kind.PRINTED)
    return OfficialDocument(
        organ_mark="",  # this and the signatures: `special`
        number=words(Kind.NUMBER),
        signers=signer_names([block for block in blocks if block.kind is Kind.SIGNER]),
        title=title_text(first[Kind.TITLE]) if Kind.TITLE in first else "",
        addressees=_RECIPIENTS.sub("", words(Kind.ADDRESSEE)),
        body=tuple(block for block in main if block.kind in _BODY),
        attachments=attachment_names([b for b in blocks if b.kind is Kind.ATTACHMENT_NOTE]),
        date=date_in(words(Kind.DATE)),
        note=re.sub(r"^[（(](.*)[）)]$", r"\1", words(Kind.NOTE)),
        copies=copied_to(first[Kind.COPIES]) if Kind.COPIES in first else (),
        printed_by=re.sub(r"\s*\S{4,5}年\S+日\s?印发。?$", "", printed).strip(),
        printed_on=date_in(printed),
        mark=mark,
        copy_number=words(Kind.COPY_NUMBER),
        secrecy=words(Kind.SECRECY),
        urgency=words(Kind.URGENCY),
        annexes=tuple(_annexes(blocks[len(main) :])),
    )


def _annexes(blocks: list[Block]) -> Iterator[Annex]:
    """The attachments: each from its label 附件 to the next one."""
    if not blocks:
        return
    starts = [at for at, block in enumerate(blocks) if block.kind is Kind.ANNEX]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        own = blocks[start:end]
        title = next((title_text(b) for b in own if b.kind is Kind.ANNEX_TITLE), "")
        yield Annex(title, tuple(block for block in own if block.kind in _BODY))
