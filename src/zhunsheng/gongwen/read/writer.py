"""A text that is being put together from a structured file, with its lines."""

from __future__ import annotations

from zhunsheng.gongwen.model import Kind
from zhunsheng.gongwen.read.line import Line


class TextBuilder:
    """Collects whole paragraphs and tables; one newline stands between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self.lines: list[Line] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "\n".join(self._parts)

    def paragraph(
        self,
        words: str,
        *,
        kind: Kind | None = None,
        level: int = 0,
        refs: tuple[tuple[int, int, str, str], ...] = (),
    ) -> None:
        """Add a paragraph; `refs` are (start, end, ref, kind) in `words`. Blank ones are left."""
        stripped = words.strip()
        if not stripped:
            return
        start = self._add(stripped)
        end = start + len(stripped)
        moved = _moved(refs, words.index(stripped), len(stripped)) if refs else ()
        self.lines.append(Line(start, end, kind=kind, level=level, refs=moved, whole=True))

    def table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Add a table: tabs between its cells, newlines between its rows."""
        words = "\n".join("\t".join(row) for row in rows)
        if words.strip():
            start = self._add(words)
            line = Line(start, start + len(words), kind=Kind.TABLE, rows=rows, whole=True)
            self.lines.append(line)

    def _add(self, words: str) -> int:
        start = self._at
        self._parts.append(words)
        self._at += len(words) + 1
        return start


def _moved(
    refs: tuple[tuple[int, int, str, str], ...], shift: int, length: int
) -> tuple[tuple[int, int, str, str], ...]:
    """The places in the stripped words."""
    return tuple((max(a - shift, 0), min(b - shift, length), ref, sort) for a, b, ref, sort in refs)
