"""One pass over the body of a Word file: its paragraphs and tables in order, with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH: Final = f"{W}p"
RUN: Final = f"{W}r"
STYLE: Final = f"{W}pStyle"
VAL: Final = f"{W}val"
_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
_TEXT: Final = f"{W}t"
_BREAKS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_WORDS: Final = (_TEXT, *_BREAKS)
_READ: Final = (PARAGRAPH, STYLE, _TABLE, _ROW, _CELL, *_WORDS)

Words = list[str]  # of a paragraph: the identifier of its style, then its texts


@dataclass(slots=True)
class Table:
    """The rows of a table, the paragraphs of each cell."""

    node: Any
    rows: list[list[list[Words]]] = field(default_factory=list)
    nested: bool = False

    def paragraphs(self) -> list[Words]:
        """Every paragraph in order."""
        return [words for row in self.rows for cell in row for words in cell]

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The words of each cell; those of a table inside it are words of the cell."""
        if self.nested:
            return tuple(
                tuple(
                    _joined(words_of(paragraph) for paragraph in cell.iter(PARAGRAPH))
                    for cell in row.findall(_CELL)
                )
                for row in self.node.findall(_ROW)
            )
        return tuple(
            tuple(_joined("".join(words[1:]) for words in cell) for cell in row)
            for row in self.rows
        )


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
        elif tag == _CELL and table:
            table.rows[-1].append([])
        elif tag == _ROW and table:
            table.rows.append([])
        elif tag == _TABLE:
            if table is not None and not _is_outside(node, body):
                table.nested = True
                continue
            yield words if table is None else table
            words, table = [""], Table(node)
        elif tag in _BREAKS and node.getparent().tag == RUN:  # not the tab stops of a style
            words.append(_BREAKS[tag])
    yield words if table is None else table


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
