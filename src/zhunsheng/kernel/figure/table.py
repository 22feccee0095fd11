"""A table of an official form, its cells figures of the year or parts of them by a field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Split:
    """The rows of a figure whose `field` has this value."""

    figure: str
    field: str
    value: str


#: Above the names of the lines under a sub-head.
CONTENT = ("信息内容", "item")
#: A figure's key, a part of one, or "" where the form has a cell the bureau keeps no figure for.
Cell = str | Split


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form: its name, and a cell for each head.

    A sub-head has no cells: its name spans the form, and `heads` name the columns below it.
    """

    zh: str
    en: str
    cells: tuple[Cell, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table a higher authority prescribes; `rule` is where.

    `heads` name the columns of the lines before the first sub-head; a form whose every line
    stands under one has none.
    """

    key: str
    zh: str
    en: str
    rule: str
    heads: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    @property
    def columns(self) -> int:
        """How many cells a line has beside its name."""
        return max(len(self.heads), *(len(line.cells) for line in self.lines))

    def figures(self) -> tuple[str, ...]:
        """The figures it rests on, each once."""
        cells = (cell for line in self.lines for cell in line.cells)
        names = (cell.figure if isinstance(cell, Split) else cell for cell in cells)
        return tuple(dict.fromkeys(name for name in names if name))
