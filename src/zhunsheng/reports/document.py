"""The report as an official document: heads, numbered headings, paragraphs of runs."""

from collections.abc import Callable, Iterator, Mapping

from django.conf import settings

from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.reports.kind import kind_of
from zhunsheng.reports.ledgers import FilledTable
from zhunsheng.reports.models import Report
from zhunsheng.reports.outline import OutlineItem
from zhunsheng.reports.render import GIVEN, Renderer
from zhunsheng.reports.tabled import table_block
from zhunsheng.words.numerals import to_chinese

DEMO_MARK = "演示数据 DEMO"
Place = tuple[int, int, str]


def document_of(
    report: Report,
    items: tuple[OutlineItem, ...],
    parts: Mapping[str, str],
    renderer: Renderer,
    *,
    tables: Callable[[str], FilledTable],
) -> tuple[OfficialDocument, tuple[str, ...]]:
    """(the whole document, the part each block of its body is of, "" for none).

    What cannot be shown is noted in the renderer.
    """
    agency = report.agency
    kind = kind_of(report.kind)
    body = [("", _paragraph(renderer, kind.opening))]
    written = [(item, [(key, parts.get(key, "")) for key in item.part_keys()]) for item in items]
    filled = [(i, texts) for i, texts in written if i.tables or any(text for _, text in texts)]
    for place, (item, texts) in enumerate(filled, 1):
        body.append(("", _heading(1, f"{to_chinese(place)}、{item.zh}")))
        body += _item(item, texts, renderer)
        body += [(item.key, table_block(tables(name), renderer.lacking)) for name in item.tables]
    body.append(("", _paragraph(renderer, kind.closing)))
    shown = [(part, block) for part, block in body if block.runs]
    document = OfficialDocument(
        organ_mark=f"{agency.name}文件",
        number=report.number,
        signers=(report.signer.name,) if report.signer else (),
        title=report.title,
        addressees=report.addressees,
        body=tuple(block for _, block in shown),
        signature=agency.name,
        date=report.issued_on,
        copies=tuple(c for c in report.copies.split("，") if c),
        printed_by=f"{agency.name}办公室",
        printed_on=report.issued_on,
        mark=DEMO_MARK if settings.DEMO else "",
    )
    return document, tuple(part for part, _ in shown)


def plain_text(document: OfficialDocument) -> tuple[str, tuple[tuple[int, int], ...]]:
    """(the body's words, one paragraph a line; the spans of runs that are figures or given).

    Tables are left out: nobody typed them, and their lines are no sentences to audit.
    """
    pieces: list[str] = [document.title]
    at = len(document.title) + 1
    bound = [(0, len(document.title))]
    for block in document.body:
        if block.rows:
            continue
        bound += _bound(block, at)
        at += len(block.text) + 1
        pieces.append(block.text)
    return "\n".join(pieces), tuple(bound)


def _bound(block: Block, at: int) -> Iterator[tuple[int, int]]:
    """The spans of what nobody typed."""
    for run in block.runs:
        if run.ref or run.kind == GIVEN:
            yield at, at + len(run.text)
        at += len(run.text)


def places_of(document: OfficialDocument, parts: tuple[str, ...]) -> tuple[Place, ...]:
    """(start, end, part) of each block of the body in `plain_text`; a table has no length there."""
    at = len(document.title) + 1
    places = []
    for block, part in zip(document.body, parts, strict=True):
        end = at if block.rows else at + len(block.text)
        places.append((at, end, part))
        at = at if block.rows else end + 1
    return tuple(places)


def _item(
    item: OutlineItem, texts: list[tuple[str, str]], renderer: Renderer
) -> list[tuple[str, Block]]:
    blocks: list[tuple[str, Block]] = []
    names = {part.key: part.zh for part in item.parts}
    shown = [(key, text) for key, text in texts if text]
    named = [key for key, _ in shown if key in names]
    for key, text in shown:
        # （一） never stands alone: an item with one part has its own heading only.
        if key in names and len(named) > 1:
            number = to_chinese(named.index(key) + 1)
            blocks.append((key, _heading(2, f"（{number}）{names[key]}")))
        lines = (line for line in text.splitlines() if line.strip())
        blocks += [(key, _paragraph(renderer, line)) for line in lines]
    return blocks


def _heading(level: int, text: str) -> Block:
    return Block(Kind.HEADING, (Run(text, kind=GIVEN),), level=level, lead=len(text))


def _paragraph(renderer: Renderer, text: str) -> Block:
    return Block(Kind.PARAGRAPH, renderer.paragraph(text.strip()))
