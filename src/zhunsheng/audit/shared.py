"""The figure that several findings share: one wrong total fails every share of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zhunsheng.audit.model import Audit, Finding

Span = tuple[int, int]

_FEWEST: Final = 2  # findings that share a figure


@dataclass(frozen=True, slots=True)
class Shared:
    """A figure to look at first: where it stands, and how many findings are about it."""

    span: Span
    text: str
    findings: int

    @property
    def zh(self) -> str:
        return f"其中{self.findings}个问题都涉及“{self.text}”，请先核对这个数字"

    @property
    def en(self) -> str:
        return f"{self.findings} findings share '{self.text}': look at that figure first"


def shared_figures(result: Audit) -> tuple[Shared, ...]:
    """For each group of findings that hang together, the figure most of them are about.

    A group in which no one figure stands out has none: two figures that contradict each other
    twice are both suspect.
    """
    texts = {(m.start, m.end): m.text for m in result.mentions}
    found = []
    for group in _groups(result.findings):
        counts = Counter(span for finding in group for span in set(finding.spans) if span in texts)
        (span, most), *rest = [*counts.most_common(2), ((0, 0), 0)]
        if most >= _FEWEST and most > rest[0][1]:
            found.append(Shared(span, texts[span], most))
    return tuple(sorted(found, key=lambda shared: shared.span))


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings, those that share a place together."""
    groups: list[tuple[set[Span], list[Finding]]] = []
    for finding in findings:
        spans, members = set(finding.spans), [finding]
        apart = []
        for others, told in groups:
            if others.isdisjoint(spans):
                apart.append((others, told))
            else:
                spans |= others
                members = [*told, *members]
        groups = [*apart, (spans, members)]
    return [members for _, members in groups]
