"""Which stretches of a text are spoken of, and by which findings: the ground of every page."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from zhunsheng.audit.model import Audit, Finding, Severity
from zhunsheng.gongwen.model import Block, Kind, Reading

_BREAK: Final = re.compile(r"[\n\r\f\x0b\u2028\u2029]")
_BETWEEN_LETTERS: Final = re.compile(rf"(?<=[!-~]){_BREAK.pattern}+(?=[!-~])")


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with its number on the page, counted from 1."""

    number: int
    finding: Finding

    @property
    def error(self) -> bool:
        return self.finding.severity == Severity.ERROR


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text that the same notes speak of, half-open."""

    start: int
    end: int
    notes: tuple[Note, ...]


def notes(result: Audit) -> tuple[Note, ...]:
    """Findings, then remarks, each numbered in the order of its first place."""

    def place(finding: Finding) -> tuple[int, str]:
        return min((a for a, _ in finding.spans), default=-1), finding.code

    ordered = [*sorted(result.findings, key=place), *sorted(result.remarks, key=place)]
    return tuple(Note(number, finding) for number, finding in enumerate(ordered, start=1))


@dataclass(frozen=True, slots=True)
class Places:
    """Every place of the notes by its start; `reach` is the furthest end so far at each."""

    spans: tuple[tuple[int, int, Note], ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[tuple[int, int, Note], ...]:
        """The places that share a character with start..end, without looking at all others."""
        first, last = bisect_right(self.reach, start), bisect_left(self.starts, end)
        return tuple(span for span in self.spans[first:last] if span[1] > start)


def places(all_notes: tuple[Note, ...]) -> Places:
    """The places of the notes."""
    every = ((a, b, note) for note in all_notes for a, b in note.finding.spans)
    spans = tuple(sorted(every, key=lambda span: (span[0], span[2].number)))
    reach = tuple(accumulate((b for _, b, _ in spans), max))
    return Places(spans, tuple(a for a, _, _ in spans), reach)


def shown(reading: Reading, of: Places) -> Iterator[tuple[Block, tuple[Stretch, ...]]]:
    """Each block but page numbers, cut wherever a note begins or ends.

    The foot and head of pages that a paragraph runs over lie within its span; they are blocks of
    their own and not its words. What every page repeats is shown once, and where a note speaks of
    it.
    """
    blocks = sorted(reading.blocks, key=lambda block: (block.start, -block.end))
    repeated = set[str]()
    for number, block in enumerate(blocks):
        again = block.kind is Kind.OTHER and block.text in repeated
        if block.kind is Kind.PAGE_NUMBER or (again and not of.within(block.start, block.end)):
            continue
        if block.kind is Kind.OTHER:
            repeated.add(block.text)
        own, at = list[Stretch](), block.start
        for inner in blocks[number + 1 :]:
            if inner.start >= block.end:
                break
            own += stretches(at, inner.start, of)
            at = max(at, inner.end)
        yield block, (*own, *stretches(at, block.end, of))


def rejoined(words: str) -> str:
    """The words without the breaks of lines and pages that the file has between them."""
    return _BREAK.sub("", _BETWEEN_LETTERS.sub(" ", words))


def stretches(start: int, end: int, of: Places) -> tuple[Stretch, ...]:
    """The text from start to end, cut wherever a note begins or ends."""
    spans = [(max(a, start), min(b, end), note) for a, b, note in of.within(start, end)]
    spans.sort(key=lambda span: span[2].number)
    edges = sorted({start, end, *(a for a, _, _ in spans), *(b for _, b, _ in spans)})
    return tuple(
        Stretch(a, b, tuple(dict.fromkeys(n for x, y, n in spans if x <= a and b <= y)))
        for a, b in pairwise(edges)
        if a < b
    )
