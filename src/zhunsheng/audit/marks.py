"""Which stretches of a text are spoken of, and by which findings: the ground of every page."""

from dataclasses import dataclass
from itertools import pairwise

from zhunsheng.audit.model import Audit, Finding, Severity


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


def stretches(start: int, end: int, all_notes: tuple[Note, ...]) -> tuple[Stretch, ...]:
    """The text from start to end, cut wherever a note begins or ends."""
    spans = [
        (max(a, start), min(b, end), note)
        for note in all_notes
        for a, b in note.finding.spans
        if a < end and b > start
    ]
    edges = sorted({start, end, *(a for a, _, _ in spans), *(b for _, b, _ in spans)})
    return tuple(
        Stretch(a, b, tuple(dict.fromkeys(n for x, y, n in spans if x <= a and b <= y)))
        for a, b in pairwise(edges)
        if a < b
    )
