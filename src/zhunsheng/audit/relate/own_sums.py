"""Shares of what their own figures add up to: A类a件，占x%；B类b件，占y%；…, with no total told."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain
from typing import Final

from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import fits_share, number, total_of
from zhunsheng.audit.relate.cues import opens_list
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.labels import shares_are_whole
from zhunsheng.audit.relate.lists import alike
from zhunsheng.audit.relate.ratios import slips

_FEWEST, _MOST = 3, 12
_BACK: Final = 12  # earlier figures, one of which may be the base after all


@dataclass(frozen=True, slots=True)
class OwnSums:
    """`judged` says where the figures stand whose shares need no other base."""

    relations: tuple[Relation, ...]
    judged: frozenset[int]


@functools.lru_cache(maxsize=2)
def shares_of_own_sum(passage: Passage) -> OwnSums:
    """Shares that fit the sum of their figures, and the one that a slip keeps from fitting."""
    relations: list[Relation] = []
    judged: set[int] = set()
    for earlier, group in _groups(passage):
        divides = opens_list(group[0].words)
        line = passage.line(group[0].mention)
        told = [
            item
            for item in earlier
            if alike(item.mention, group[0].mention)
            and (divides or passage.line(item.mention) == line)
        ]
        wrong = None if told else _misfit(group)
        if wrong is not None:
            relations += (_relation(item, group) for item in group if item in wrong or not wrong)
            judged.update(item.mention.start for item in group)
    return OwnSums(tuple(relations), frozenset(judged))


def _groups(passage: Passage) -> Iterator[tuple[list[Item], list[Item]]]:
    """Neighbouring figures that all print a share, with the figures before them."""
    every = list(chain.from_iterable(items_by_sentence(passage)))
    start = 0
    for at, item in enumerate([*every, None]):
        ends = item is None or item.percent is None or not item.mention.exact
        if item is not None and not ends and at > start:
            ends = item.mention.unit != every[start].mention.unit
        if ends:
            if _FEWEST <= at - start <= _MOST:
                yield every[max(0, start - _BACK) : start], every[start:at]
            start = at if item is not None and item.percent is not None else at + 1


def _misfit(group: Sequence[Item]) -> list[Item] | None:
    """The figure whose share is wrong, none where all fit; None where nothing is sure."""
    total = total_of(group)
    fitting = [item for item in group if _fits(item, total)]
    if len(fitting) == len(group):
        return []
    if len(fitting) == len(group) - 1 and not shares_are_whole(tuple(group)):
        return [item for item in group if item not in fitting]
    if not shares_are_whole(tuple(group)):
        return None
    for at, item in enumerate(group):
        for value in slips(item.mention):
            mended = [*group]
            mended[at] = replace(item, mention=replace(item.mention, value=value))
            if _fitting(mended, total + value - item.mention.value) == len(group):
                return [item]
    return None


def _fitting(group: Sequence[Item], base: Decimal) -> int:
    return sum(_fits(item, base) for item in group)


def _fits(item: Item, base: Decimal) -> bool:
    return item.percent is not None and fits_share(item.mention, base, item.percent)


def _relation(item: Item, group: Sequence[Item]) -> Relation:
    total = total_of(group)
    percent = item.percent
    assert percent is not None
    holds = _fits(item, total)
    added = " + ".join(number(other.mention.value) for other in group)
    share = (item.mention.value * 100 / total).quantize(Decimal("0.01"))
    arithmetic = f"{percent.text} {'=' if holds else '≠'} {number(item.mention.value)} ÷ ({added})"
    arithmetic += "" if holds else f" = {share}%"
    return Relation("share", percent, (item.mention,), holds, arithmetic)
