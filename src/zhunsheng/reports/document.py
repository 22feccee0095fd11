"""The report as an official document: heads, numbered headings, paragraphs of runs."""

from collections.abc import Mapping

from django.conf import settings

from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.reports.models import Report
from zhunsheng.reports.outline import OutlineItem
from zhunsheng.reports.render import GIVEN, Renderer
from zhunsheng.words.numerals import to_chinese

DEMO_MARK = "演示数据 DEMO"
_OPENING = "现将{agency}{year}年法治政府建设情况报告如下。"
_CLOSING = "特此报告。"


def document_of(
    report: Report,
    items: tuple[OutlineItem, ...],
    parts: Mapping[str, str],
    renderer: Renderer,
) -> OfficialDocument:
    """The whole document; what cannot be shown is noted in the renderer."""
    agency = report.agency
    body = [_paragraph(renderer, _OPENING)]
    place = 0
    for item in items:
        texts = [(key, parts.get(key, "")) for key in item.part_keys()]
        if not any(text for _, text in texts):
            continue
        body.append(_heading(1, f"{to_chinese(place + 1)}、{item.zh}"))
        place += 1
        body += _item(item, texts, renderer)
    body.append(_paragraph(renderer, _CLOSING))
    return OfficialDocument(
        organ_mark=f"{agency.name}文件",
        number=report.number,
        signers=(report.signer.name,) if report.signer else (),
        title=report.title,
        addressees=report.addressees,
        body=tuple(block for block in body if block.runs),
        signature=agency.name,
        date=report.issued_on,
        copies=tuple(c for c in report.copies.split("，") if c),
        printed_by=f"{agency.name}办公室",
        printed_on=report.issued_on,
        mark=DEMO_MARK if settings.DEMO else "",
    )


def plain_text(document: OfficialDocument) -> tuple[str, tuple[tuple[int, int], ...]]:
    """(the body's text, one paragraph a line; the spans of runs that are figures or given)."""
    pieces: list[str] = [document.title]
    at = len(document.title) + 1
    bound = [(0, len(document.title))]
    for block in document.body:
        for run in block.runs:
            if run.ref or run.kind == GIVEN:
                bound.append((at, at + len(run.text)))
            at += len(run.text)
        pieces.append(block.text)
        at += 1
    return "\n".join(pieces), tuple(bound)


def _item(item: OutlineItem, texts: list[tuple[str, str]], renderer: Renderer) -> list[Block]:
    blocks: list[Block] = []
    names = {part.key: part.zh for part in item.parts}
    shown = [(key, text) for key, text in texts if text]
    for place, (key, text) in enumerate(shown):
        # （一） never stands alone: an item with one part has its own heading only.
        if key in names and len(shown) > 1:
            blocks.append(_heading(2, f"（{to_chinese(place + 1)}）{names[key]}"))
        blocks += [_paragraph(renderer, line) for line in text.splitlines() if line.strip()]
    return blocks


def _heading(level: int, text: str) -> Block:
    return Block(Kind.HEADING, (Run(text, kind=GIVEN),), level=level, lead=len(text))


def _paragraph(renderer: Renderer, text: str) -> Block:
    return Block(Kind.PARAGRAPH, renderer.paragraph(text.strip()))
