"""A table of an official form, its cells figures of the year or parts of them by a field."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile


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

    A sub-head has no cells: its name spans the form, and `heads` name the columns below it. `under`
    are the names that stand before the line's own, from the outermost; lines that follow each other
    share them. The line of a form of one line may have no name.
    """

    zh: str
    en: str
    cells: tuple[Cell, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()
    under: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> tuple[tuple[str, str], ...]:
        """The names of the line, from the outermost; none for a line without a name."""
        return (*self.under, (self.zh, self.en)) if self.zh else ()


@dataclass(frozen=True, slots=True)
class Over:
    """A head above `columns` of the form's heads from the `first`, counted from 0."""

    zh: str
    en: str
    first: int
    columns: int

    def covers(self, head: int) -> bool:
        """Whether it stands above this head."""
        return self.first <= head < self.first + self.columns


@dataclass(frozen=True, slots=True)
class Name:
    """A head or a line's name on the form: the column it begins in, and how far it reaches."""

    zh: str
    en: str
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table a higher authority prescribes; `rule` is where.

    `heads` name the columns of the lines before the first sub-head; a form whose every line
    stands under one has none. `over` are the heads above several of them, the outer before those
    they hold.
    """

    key: str
    zh: str
    en: str
    rule: str
    heads: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    over: tuple[Over, ...] = ()

    @property
    def stubs(self) -> int:
        """How many columns the names of the lines take."""
        return max(len(line.path) for line in self.lines)

    def head_rows(self) -> tuple[tuple[Name, ...], ...]:
        """The heads from the upper storey down, without the corner above the names of the lines."""
        above = [[o for o in self.over if o.covers(at)] for at in range(len(self.heads))]
        storeys = 1 + max(map(len, above), default=0)
        rows: list[list[Name]] = [[] for _ in range(storeys)] if self.heads else []
        for each in self.over:
            row = above[each.first].index(each)
            rows[row].append(Name(each.zh, each.en, self.stubs + each.first, each.columns))
        for at, (zh, en) in enumerate(self.heads):
            row = len(above[at])
            rows[row].append(Name(zh, en, self.stubs + at, rows=storeys - row))
        return tuple(tuple(sorted(row, key=lambda name: name.column)) for row in rows)

    def line_names(self) -> tuple[tuple[Name, ...], ...]:
        """Of each line the names that begin in it: its own, and those it is the first under."""
        paths = [line.path for line in self.lines]
        return tuple(tuple(self._names(paths, at)) for at in range(len(paths)))

    def _names(self, paths: list[tuple[tuple[str, str], ...]], at: int) -> Iterator[Name]:
        path = paths[at]
        for depth, (zh, en) in enumerate(path[:-1], start=1):
            if at and paths[at - 1][:depth] == path[:depth]:
                continue
            shared = (each[:depth] == path[:depth] for each in paths[at:])
            yield Name(zh, en, depth - 1, rows=sum(1 for _ in takewhile(bool, shared)))
        if path:
            yield Name(*path[-1], len(path) - 1, columns=self.stubs - len(path) + 1)

    @property
    def columns(self) -> int:
        """How many cells a line has beside its name."""
        return max(len(self.heads), *(len(line.cells) for line in self.lines))

    def figures(self) -> tuple[str, ...]:
        """The figures it rests on, each once."""
        cells = (cell for line in self.lines for cell in line.cells)
        names = (cell.figure if isinstance(cell, Split) else cell for cell in cells)
        return tuple(dict.fromkeys(name for name in names if name))
