"""A table of an official form, its cells figures of the year or parts of them by a field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Split:
    """The rows of a figure whose `field` has this value."""

    figure: str
    field: str
    value: str


#: A figure's key, a part of one, or "" where the form has a cell the bureau keeps no figure for.
Cell = str | Split


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form: its name, and a cell for each head."""

    zh: str
    en: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table a higher authority prescribes; `rule` is where."""

    key: str
    zh: str
    en: str
    rule: str
    heads: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    def figures(self) -> tuple[str, ...]:
        """The figures it rests on, each once."""
        cells = (cell for line in self.lines for cell in line.cells)
        names = (cell.figure if isinstance(cell, Split) else cell for cell in cells)
        return tuple(dict.fromkeys(name for name in names if name))
