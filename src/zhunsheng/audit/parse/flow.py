"""The running words of a reading: its paragraphs rejoined, each place known in the original."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from zhunsheng.audit.model import Finding, Mention, Relation
from zhunsheng.audit.parse.filled import filled
from zhunsheng.gongwen.model import Block, Kind, Reading
from zhunsheng.gongwen.read import read_text

_TABBED: Final = 2  # tabs of a line that is a row of a table, in a text that has no tables


class Piece(NamedTuple):
    """A stretch of the flow that stands whole in the original."""

    start: int
    origin: int
    length: int


@dataclass(frozen=True, slots=True)
class Flow:
    """One paragraph a line; `tables` are the half-open spans of the lines that are tables.

    `starts` are those of the pieces; the first `straight` characters stand as in the original.
    """

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    tables: tuple[tuple[int, int], ...]
    straight: int

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original that a span of the flow was read from."""
        if end <= self.straight:
            return start, end
        place = bisect_right(self.starts, start) - 1
        if place >= 0 and start < end <= self.pieces[place].start + self.pieces[place].length:
            shift = self.pieces[place].origin - self.pieces[place].start
            return start + shift, end + shift
        return self._at(start), self._at(max(start, end - 1)) + (end > start)

    def mentions(self, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The mentions, in order, with their places in the original."""
        if not mentions or mentions[-1].end <= self.straight:
            return mentions
        found, at, last = [], 0, len(self.pieces) - 1
        for mention in mentions:
            while at < last and self.starts[at + 1] <= mention.start:
                at += 1
            piece = self.pieces[at]
            if piece.start <= mention.start and mention.end <= piece.start + piece.length:
                shift = piece.origin - piece.start
                moved = mention.start + shift, mention.end + shift
                found.append(_placed(mention, *moved) if shift else mention)
            else:
                found.append(self.mention(mention))
        return tuple(found)

    def mention(self, mention: Mention) -> Mention:
        """The mention with its place in the original."""
        if mention.end <= self.straight:
            return mention
        start, end = self.origin(mention.start, mention.end)
        if start == mention.start and end == mention.end:
            return mention
        return _placed(mention, start, end)

    def relation(self, relation: Relation, known: Mapping[int, Mention]) -> Relation:
        """The relation with its figures' places in the original; `known` are those found, by id."""
        total, parts = relation.total, relation.parts
        straight = self.straight
        if total.end <= straight and all(part.end <= straight for part in parts):
            return relation
        return Relation(
            relation.kind,
            known.get(id(total)) or self.mention(total),
            tuple([known.get(id(part)) or self.mention(part) for part in parts]),
            relation.holds,
            relation.arithmetic,
            relation.note_zh,
            relation.note_en,
            relation.of,
        )

    def finding(self, finding: Finding) -> Finding:
        """The finding with its places in the original."""
        if self.straight == len(self.text):
            return finding
        if all(end <= self.straight for _, end in finding.spans):
            return finding
        return replace(finding, spans=tuple(self.origin(a, b) for a, b in finding.spans))

    def _at(self, position: int) -> int:
        if not self.pieces:
            return position
        piece = self.pieces[max(bisect_right(self.starts, position) - 1, 0)]
        return piece.origin + min(position - piece.start, piece.length)


def _placed(mention: Mention, start: int, end: int) -> Mention:
    return filled(
        start, end, mention.text, mention.value, mention.unit, mention.approx,
        mention.lower, mention.upper, mention.decimals, mention.scale, mention.scope,
        mention.exact, mention.half,
    )  # fmt: skip


def flow_of(read: Reading | str) -> Flow:
    """The flow of a reading, or of a text that is read as plain text first."""
    reading = read_text(read) if isinstance(read, str) else read
    lines: list[str] = []
    pieces: list[Piece] = []
    tables: list[tuple[int, int]] = []
    at = 0
    for block in reading.blocks:
        if block.kind is Kind.PAGE_NUMBER:
            continue
        pieces += _pieces(block, reading.text, at)
        lines.append(block.text)
        if block.kind is Kind.TABLE or block.text.count("\t") >= _TABBED:
            tables.append((at, at + len(block.text)))
        at += len(block.text) + 1
    text = "\n".join(lines)
    starts = tuple([piece.start for piece in pieces])
    shifted = (piece.start for piece in pieces if piece.start != piece.origin)
    return Flow(text, tuple(pieces), starts, tuple(tables), next(shifted, len(text)))


def _pieces(block: Block, original: str, at: int) -> list[Piece]:
    if block.rows:
        return [Piece(at, block.start, block.end - block.start)]
    if len(block.runs) == 1:
        run = block.runs[0]
        return [Piece(at, original.index(run.text, block.start), len(run.text))]
    found = []
    origin = block.start
    for run in block.runs:
        origin = original.index(run.text, origin)
        found.append(Piece(at, origin, len(run.text)))
        at += len(run.text)
        origin += len(run.text)
    return found
