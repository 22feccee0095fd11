"""Kinds told of a whole and of its two parts: 来信a（咨询x），回复b（咨询y），在办c（咨询z）."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, permutations
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.chance import mistyped
from zhunsheng.audit.relate.items import Item, items_by_sentence

_FEWEST: Final = 2  # kinds
_MOST: Final = 12
_LISTS: Final = 3  # the whole and its parts
_OTHER_TIME: Final = re.compile("[上去前]年|同期")
_LEADS: Final = ("其中", "包括", "含", "分别为")

#: A figure and the kinds that follow it: the row of a table told in words.
Row = tuple[Item, ...]


def grids(passage: Passage) -> tuple[Relation, ...]:
    """Each kind of the whole against those of the parts, where the other kinds add up."""
    rows = list(_rows(list(chain.from_iterable(items_by_sentence(passage)))))
    found: list[Relation] = []
    for at in range(len(rows) - _LISTS + 1):
        three = rows[at : at + _LISTS]
        one_time = not any(_OTHER_TIME.search(row[0].words) for row in three)
        if one_time and len({_kinds(row) for row in three}) == 1:
            found += _judged(three)
    return tuple(found)


def _rows(items: Sequence[Item]) -> Iterator[Row]:
    """Figures with the list in brackets after each."""
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].depth > items[at].depth:
            end += 1
        row = tuple(items[at:end])
        if _FEWEST < len(row) <= _MOST and all(_plain(item, row[0]) for item in row):
            yield row
        at = end


def _plain(item: Item, first: Item) -> bool:
    return item.mention.exact and item.mention.unit == first.mention.unit and bool(item.label)


def _kinds(row: Row) -> tuple[str, ...]:
    return tuple(_bare(item.label) for item in row[1:])


def _bare(label: str) -> str:
    for lead in _LEADS:
        label = label.removeprefix(lead)
    return label


def _judged(rows: Sequence[Row]) -> list[Relation]:
    """The columns of the rows in the order in which the first is the sum of the others."""
    for whole, one, other in permutations(rows):
        if rows.index(one) > rows.index(other):
            continue
        columns = list(zip(whole, one, other, strict=True))
        holding = [a.mention.value == b.mention.value + c.mention.value for a, b, c in columns]
        if sum(holding) < max(_FEWEST, len(columns) - 1):
            continue
        return [
            _relation(*(item.mention for item in column), holds=holds)
            for column, holds in zip(columns, holding, strict=True)
            if holds or _slipped(*(item.mention for item in column))
        ]
    return []


def _slipped(whole: Mention, one: Mention, other: Mention) -> bool:
    """Whether one mistyped figure explains that a column does not add up."""
    gap = one.value + other.value - whole.value
    return mistyped(whole, whole.value + gap, gap * 0) or any(
        mistyped(part, part.value - gap, gap * 0) for part in (one, other)
    )


def _relation(whole: Mention, one: Mention, other: Mention, *, holds: bool) -> Relation:
    added = f"{number(one.value)} + {number(other.value)}"
    if holds:
        return Relation("sum", whole, (one, other), True, f"{number(whole.value)} = {added}")
    arithmetic = f"{number(whole.value)} ≠ {added} = {number(one.value + other.value)}"
    return Relation("sum", whole, (one, other), False, arithmetic)
