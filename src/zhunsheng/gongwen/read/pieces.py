"""Blocks made from paragraphs: one run for each stretch of the text that no break cuts."""

from __future__ import annotations

from collections.abc import Iterator

from zhunsheng.gongwen.model import Block, Kind, Run
from zhunsheng.gongwen.read.line import Paragraph


def block_of(paragraphs: list[Paragraph], kind: Kind, *, level: int = 0, lead: int = 0) -> Block:
    """One block of all the paragraphs."""
    first, last = paragraphs[0], paragraphs[-1]
    if first is last and _is_one_run(first):
        runs = [Run(first.text)]
    else:
        runs = [run for paragraph in paragraphs for run in _runs(paragraph)]
    line = first.line
    return Block(kind, tuple(runs), level, line.rows, first.start, last.end, lead, line.joined)


def slice_of(paragraph: Paragraph, kind: Kind, start: int, end: int) -> Block:
    """A block of the characters `start`..`end` of a paragraph that no break cut."""
    text = paragraph.text[start:end]
    stripped = text.strip()
    first = paragraph.start + start + text.index(stripped)
    return Block(kind, (Run(stripped),), start=first, end=first + len(stripped))


def _is_one_run(paragraph: Paragraph) -> bool:
    line = paragraph.line
    return len(paragraph.pieces) == 1 and not line.rows and not line.refs and bool(paragraph.text)


def _runs(paragraph: Paragraph) -> Iterator[Run]:
    if paragraph.line.rows:
        return
    at = 0
    for start, end in paragraph.pieces:
        length = end - start
        yield from _split(paragraph, at, at + length)
        at += length


def _split(paragraph: Paragraph, start: int, end: int) -> Iterator[Run]:
    """A piece cut again where the file says that a figure is shown."""
    at = start
    for first, last, ref, kind in paragraph.line.refs:
        if start <= first < end:
            if at < first:
                yield Run(paragraph.text[at:first])
            yield Run(paragraph.text[first:last], ref, kind)
            at = last
    if at < end:
        yield Run(paragraph.text[at:end])
