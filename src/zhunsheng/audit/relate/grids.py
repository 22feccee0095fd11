"""Kinds told of a whole and of its two parts: 来信a（咨询x），回复b（咨询y），在办c（咨询z）."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, permutations
from typing import Final

from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import adds_up, shown_sum
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.lists import Candidate
from zhunsheng.audit.relate.weigh import slipped

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
        holding = [adds_up(column[0].mention, column[1:]) for column in columns]
        if sum(holding) < max(_FEWEST, len(columns) - 1):
            continue
        return [
            _relation(column, holds=holds)
            for column, holds in zip(columns, holding, strict=True)
            if holds or slipped(Candidate(column[0], column[1:], ""))
        ]
    return []


def _relation(column: tuple[Item, ...], *, holds: bool) -> Relation:
    whole, parts = column[0].mention, column[1:]
    added = shown_sum(whole, parts, holds=holds)
    return Relation("sum", whole, tuple(part.mention for part in parts), holds, added)
