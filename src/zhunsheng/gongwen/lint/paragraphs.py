"""Which paragraph of the Word file each block of the reading is, and how it is set."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from zhunsheng.gongwen import layout
from zhunsheng.gongwen.lint.formatting import Formatting, W
from zhunsheng.gongwen.lint.type import Set
from zhunsheng.gongwen.model import Block, Kind, Reading


def sets(reading: Reading, body: Any, formatting: Formatting, pitch: float) -> Iterator[Set]:
    """Every block that is a paragraph of the file, with the type of its runs."""
    found = dict(_starts(reading.text, body))
    closer = _fits_one_page(reading)
    starts = sorted(found)
    for block in reading.blocks:
        if block.kind is Kind.TABLE:
            continue
        at = bisect_right(starts, block.start)
        if at == 0:
            continue
        paragraph = found[starts[at - 1]]
        stretches = tuple(_stretches(paragraph, formatting, block))
        size = stretches[0][1].size if stretches else 16.0
        yield Set(block, stretches, formatting.shape_of(paragraph, size), pitch, paragraph, closer)


def _fits_one_page(reading: Reading) -> bool:
    """Whether the text is so short that its signature may be drawn up to it (7.3.5.5)."""
    rows = (-(-len(block.text) // layout.CHARACTERS_A_LINE) for block in reading.document.body)
    return sum(rows) <= layout.LINES_A_PAGE


def _starts(text: str, body: Any) -> Iterator[tuple[int, Any]]:
    """Where in the text each paragraph that has words begins."""
    at = 0
    for paragraph in body.iter(f"{W}p"):
        words = "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip()
        # A break or tab inside divides the words in the reading: the first stretch is enough.
        first = next((w for n in paragraph.iter(f"{W}t") if (w := (n.text or "").strip())), "")
        if not words or not first:
            continue
        start = text.find(first, at)
        if start >= 0:
            yield start, paragraph
            at = start + len(first)


def _stretches(paragraph: Any, formatting: Formatting, block: Block) -> Iterator[tuple[str, Any]]:
    """The words and type of each run; for signer and number only those after or before the tab."""
    tabbed = paragraph.find(f".//{W}tab/..[{W}tab]") is not None
    after = False
    for run in paragraph.iter(f"{W}r"):
        if run.find(f"{W}tab") is not None:
            after = True
        words = "".join(node.text or "" for node in run.iter(f"{W}t"))
        beside = tabbed and (
            (block.kind is Kind.SIGNER and not after) or (block.kind is Kind.NUMBER and after)
        )
        if words and not beside:
            yield words, formatting.type_of(run, paragraph)
