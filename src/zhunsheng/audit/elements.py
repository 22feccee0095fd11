"""The parts of an official document by their places in the flow: number, signer, copies, dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhunsheng.gongwen.model import Kind, Reading
from zhunsheng.gongwen.read import read_text

if TYPE_CHECKING:
    from zhunsheng.audit.parse.passage import Passage


@dataclass(frozen=True, slots=True)
class Element:
    """One block, half-open in the flow; the first `lead` characters of a heading are its own.

    A table has its `rows`; their cells stand in `text` parted by tabs, the rows by newlines.
    """

    kind: Kind
    start: int
    end: int
    text: str
    level: int = 0
    lead: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def elements(reading: Reading) -> tuple[Element, ...]:
    """Every block in the order of the flow, which leaves page numbers out."""
    return tuple(_placed(reading))


def _placed(reading: Reading) -> Iterator[Element]:
    at = 0
    for block in reading.blocks:
        if block.kind is Kind.PAGE_NUMBER:
            continue
        text = block.text
        yield Element(block.kind, at, at + len(text), text, block.level, block.lead, block.rows)
        at += len(text) + 1


def elements_of(passage: "Passage") -> tuple[Element, ...]:
    """The elements of a passage; of one that was not read from a file, those its text shows."""
    return passage.elements or elements(read_text(passage.text))


def of_kind(passage: "Passage", *kinds: Kind) -> tuple[Element, ...]:
    """The elements of these kinds, in order."""
    return tuple(e for e in elements_of(passage) if e.kind in kinds)


def body_end(passage: "Passage") -> int:
    """Where signature, date and imprint begin; the end of the text where there are none."""
    tail = of_kind(passage, Kind.SIGNATURE, Kind.DATE, Kind.COPIES, Kind.PRINTED)
    return min((e.start for e in tail), default=len(passage.text))
