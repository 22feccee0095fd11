"""One pass over the body of a Word file: its paragraphs and tables in order, with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from typing import Any, Final

from zhunsheng.gongwen.joins import Part

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH: Final = f"{W}p"
RUN: Final = f"{W}r"
STYLE: Final = f"{W}pStyle"
VAL: Final = f"{W}val"
_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
_TEXT: Final = f"{W}t"
_BREAKS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_WORDS: Final = (_TEXT, *_BREAKS)
_SPAN, _MERGE = f"{W}gridSpan", f"{W}vMerge"
_OVER: Final = (_SPAN, _MERGE)
_GOES_ON: Final = "continue"
_READ: Final = (PARAGRAPH, STYLE, _TABLE, _ROW, _CELL, *_OVER, *_WORDS)

Words = list[str]  # of a paragraph: the identifier of its style, then its texts


@dataclass(slots=True)
class Table:
    """The rows of a table, the paragraphs of each cell."""

    node: Any
    rows: list[list[list[Words]]] = field(default_factory=list)
    nested: bool = False
    wide: dict[tuple[int, int], int] = field(default_factory=dict)  # (row, cell) → columns
    tall: dict[tuple[int, int], str] = field(default_factory=dict)  # → whether it begins or goes on

    def paragraphs(self) -> list[Words]:
        """Every paragraph in order."""
        return [words for row in self.rows for cell in row for words in cell]

    def cells(self) -> list[list[Part]]:
        """The cells of each row; what stands in a table inside a cell is words of the cell."""
        if self.nested:
            return [
                [
                    Part(_joined(words_of(paragraph) for paragraph in cell.iter(PARAGRAPH)))
                    for cell in row.findall(_CELL)
                ]
                for row in self.node.findall(_ROW)
            ]
        told = [
            [_joined("".join(words[1:]) for words in cell) for cell in row] for row in self.rows
        ]
        if not self.wide and not self.tall:
            return [[Part(words) for words in row] for row in told]
        return [list(row) for row in self._parts(told)]

    def _parts(self, told: list[list[str]]) -> Iterator[Iterator[Part]]:
        """Each row without the cells that go on from above, which make those above taller."""
        places = [self._columns(at, len(row)) for at, row in enumerate(told)]
        going_on: list[set[int]] = []
        above: set[int] = set()  # the columns of tall cells in the row above
        for at, columns in enumerate(places):
            tall = {column: self.tall.get((at, nth)) for nth, column in enumerate(columns)}
            going_on.append({c for c, how in tall.items() if how == _GOES_ON and c in above})
            above = {c for c, how in tall.items() if how}
        for at, row in enumerate(told):
            yield (
                Part(words, self.wide.get((at, nth), 1), self._height(at, nth, column, going_on))
                for nth, (words, column) in enumerate(zip(row, places[at], strict=True))
                if column not in going_on[at]
            )

    def _columns(self, row: int, cells: int) -> list[int]:
        """The column each cell of a row begins in."""
        wide = (self.wide.get((row, nth), 1) for nth in range(cells))
        return list(accumulate(wide, initial=0))[:cells]

    def _height(self, row: int, nth: int, column: int, going_on: list[set[int]]) -> int:
        if (row, nth) not in self.tall:
            return 1
        return 1 + sum(1 for _ in takewhile(lambda below: column in below, going_on[row + 1 :]))


def walk(body: Any) -> Iterator[Words | Table]:
    """The paragraphs and tables of the body.

    lxml filters the elements in C: a call for each paragraph costs more than the parsing.
    """
    words: Words = [""]
    table: Table | None = None
    for node in body.iter(*_READ):
        tag = node.tag
        if tag == _TEXT:
            words.append(node.text or "")
        elif tag == PARAGRAPH:
            if table is None:
                yield words
            elif _is_outside(node, body):
                yield table
                table = None
            words = [""]
            if table is not None:
                table.rows[-1][-1].append(words)
        elif tag == STYLE:
            words[0] = words[0] or node.get(VAL, "")
        elif tag in (_ROW, _CELL) and table:
            (table.rows if tag == _ROW else table.rows[-1]).append([])
        elif tag == _TABLE:
            if table is not None and not _is_outside(node, body):
                table.nested = True
                continue
            yield words if table is None else table
            words, table = [""], Table(node)
        elif tag in _OVER and table:
            _note(table, tag, node.get(VAL, ""))
        elif tag in _BREAKS and node.getparent().tag == RUN:  # not the tab stops of a style
            words.append(_BREAKS[tag])
    yield words if table is None else table


def _note(table: Table, tag: str, told: str) -> None:
    """The cell that is being read goes over several columns, or rows."""
    place = len(table.rows) - 1, len(table.rows[-1]) - 1
    if tag == _MERGE:
        table.tall[place] = told or _GOES_ON
    elif told.isdecimal() and len(told) < 5:
        table.wide[place] = int(told)


def words_of(node: Any) -> str:
    """The words of a run or paragraph as the reader reads them."""
    return "".join(
        (each.text or "") if each.tag == _TEXT else _BREAKS[each.tag]
        for each in node.iter(*_WORDS)
        if each.tag == _TEXT or each.getparent().tag == RUN
    )


def _is_outside(node: Any, body: Any) -> bool:
    """Whether an element that follows a table stands after it."""
    parent = node.getparent()
    if parent.tag == _CELL:
        return False
    return parent is body or next(node.iterancestors(_TABLE), None) is None


def _joined(paragraphs: Iterable[str]) -> str:
    return " ".join(filter(None, (words.strip() for words in paragraphs)))
