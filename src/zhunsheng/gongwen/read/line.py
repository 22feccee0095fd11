"""What a format hands on: its text, and where the lines lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from zhunsheng.gongwen.model import Form, Joined, Kind, Unread


class Line(NamedTuple):
    """A line (txt, pdf) or a whole paragraph (docx, html) as a half-open range of the text.

    `full`: it reaches the right margin, so it may go on. `indented`: it begins a paragraph.
    `left`: where it begins, `size`: of its type, both in points, if the file says so.
    `red`: it is set in red and larger than any title, as only the red head is.
    `kind`, `level`: what the file itself says the line is, when it does. `whole`: never joined.
    `apart`: a blank row stands above it.
    A tuple: there are thousands, and a frozen dataclass of so many fields is five times slower.
    """

    start: int
    end: int
    full: bool = False
    indented: bool = False
    left: float | None = None
    size: float | None = None
    red: bool = False
    kind: Kind | None = None
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    refs: tuple[tuple[int, int, str, str], ...] = ()
    whole: bool = False
    apart: bool = False
    joined: tuple[Joined, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file and its lines in reading order; `mark` is what every page repeats.

    `sealed`: signature and date leave room for a seal, as nearly all do. `form`: what the file says
    of its form, None where only the words tell.
    """

    text: str
    lines: tuple[Line, ...]
    unread: tuple[Unread, ...] = ()
    mark: str = ""
    sealed: bool = True
    form: Form | None = None


class Paragraph(NamedTuple):
    """Lines that belong together: `pieces` are their ranges, `text` their words rejoined."""

    pieces: tuple[tuple[int, int], ...]
    text: str
    line: Line

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    @property
    def words(self) -> str:
        """The text by which an element is known; a table has none, whatever its cells hold."""
        return "" if self.line.rows else self.text
