"""Where the runs of a Word file stand in the text that was read from it, tables included."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from zhunsheng.gongwen.read.docx_walk import words_of

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNREAD: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_MC}Fallback"})
_APART: Final = 400  # characters of the text between two runs: more, and the words are others


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs in order, each with its half-open place in the text; `ends` are those places'."""

    placed: tuple[tuple[int, int, Any], ...]
    ends: tuple[int, ...]

    def over(self, spans: tuple[tuple[int, int], ...]) -> list[Any]:
        """The runs of one paragraph that hold the first of the spans that any run holds."""
        for start, end in spans:
            at = bisect_left(self.ends, start + 1)
            held = []
            while at < len(self.placed) and self.placed[at][0] < end:
                held.append(self.placed[at][2])
                at += 1
            if held:
                return [run for run in held if run._parent is held[0]._parent]
        return []

    def first(self) -> list[Any]:
        """The first run, if there is one."""
        return [self.placed[0][2]] if self.placed else []


def placed_runs(document: Any, text: str) -> Runs:
    """The runs of the body and its tables whose words stand in the text."""
    placed: list[tuple[int, int, Any]] = []
    at = 0
    for run in _runs(document):
        words = words_of(run._r).strip()
        start = text.find(words, at, at + len(words) + _APART) if words else -1
        if start >= 0:
            at = start + len(words)
            placed.append((start, at, run))
    return Runs(tuple(placed), tuple(end for _, end, _ in placed))


def _runs(document: Any) -> Iterator[Any]:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    for node in document.element.body.iter(f"{_W}p"):
        if _is_unread(node):
            continue
        paragraph = Paragraph(node, document)
        for run in node.iter(f"{_W}r"):
            hidden = run.find(f"{_W}rPr/{_W}vanish") is not None
            if not hidden and not _is_unread(run) and _paragraph_of(run) is node:
                yield Run(run, paragraph)


def _is_unread(node: Any) -> bool:
    return any(above.tag in _UNREAD for above in node.iterancestors())


def _paragraph_of(run: Any) -> Any:
    return next(above for above in run.iterancestors() if above.tag == f"{_W}p")
