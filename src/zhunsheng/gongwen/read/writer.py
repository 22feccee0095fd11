"""A text that is being put together from a structured file, with its lines."""

from __future__ import annotations

from zhunsheng.gongwen.model import Joined, Kind
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
        start = self._at
        self._parts.append(stripped)
        self._at = (end := start + len(stripped)) + 1
        moved = _moved(refs, words.index(stripped), len(stripped)) if refs else ()
        # By place, not by name: thousands are made.
        line = Line(start, end, False, False, None, None, False, kind, level, (), moved, True)
        self.lines.append(line)

    def table(self, rows: tuple[tuple[str, ...], ...], joined: tuple[Joined, ...] = ()) -> None:
        """Add a table: tabs between its cells, newlines between its rows."""
        words = "\n".join("\t".join(row) for row in rows)
        if words.strip():
            start = self._at
            self._parts.append(words)
            self._at += len(words) + 1
            end = start + len(words)
            line = Line(start, end, kind=Kind.TABLE, rows=rows, whole=True, joined=joined)
            self.lines.append(line)


def _moved(
    refs: tuple[tuple[int, int, str, str], ...], shift: int, length: int
) -> tuple[tuple[int, int, str, str], ...]:
    """The places in the stripped words."""
    return tuple((max(a - shift, 0), min(b - shift, length), ref, sort) for a, b, ref, sort in refs)
