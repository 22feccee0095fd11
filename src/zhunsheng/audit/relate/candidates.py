"""Every total with the lists that may divide it, in its sentence or another."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.accounts import account_total
from zhunsheng.audit.relate.apart import next_sentence, shared_lists
from zhunsheng.audit.relate.columns import columns, columns_before, summed_columns
from zhunsheng.audit.relate.cues import changed
from zhunsheng.audit.relate.heads import headed
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.labels import paired
from zhunsheng.audit.relate.lists import PARTS, Candidate, following
from zhunsheng.audit.relate.trailing import before_total, joined_total, joins

_AMONG: Final = re.compile(r"；[一-鿿]{2,10}[中里][，,：:]")
_BACK: Final = 16  # earlier figures that are remembered
_FEWEST: Final = 3  # things of which two counts are told


def _threads(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], ...]:
    """起诉1391件1962人，不起诉381件542人: two counts told of one thing are two lists."""
    if len(items) <= _FEWEST:
        return (items,)
    beside = [at for at in range(1, len(items)) if not items[at].words]
    if len(beside) < _FEWEST:
        return (items,)
    second = tuple(
        replace(items[at], label=items[at - 1].label, words=items[at - 1].words) for at in beside
    )
    return tuple(item for at, item in enumerate(items) if at not in beside), second


def _paragraphs(passage: Passage) -> Iterator[list[tuple[Item, ...]]]:
    """The sentences of each paragraph that has several."""
    told: dict[int, list[tuple[Item, ...]]] = defaultdict(list)
    for items in items_by_sentence(passage):
        if items:
            told[passage.line(items[0].mention)].append(items)
    yield from told.values()


def _without_changes(items: Sequence[Item]) -> tuple[Item, ...]:
    """省级a元，增加b元；市级c元，减少d元: by how much each changed is no part of the whole."""
    return tuple(item for item in items if not changed(item.label))


def _later_pairs(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """家庭户a户，集体户b户，家庭户人口c人，集体户人口d人: pairs in another unit than the first."""
    for at in range(2, len(items) - 1):
        changed = items[at].mention.unit != items[at - 1].mention.unit
        same = items[at + 1].mention.unit == items[at].mention.unit
        if changed and same and paired([item.label for item in items[at : at + 2]]):
            yield items[at : at + 2]


def candidates(passage: Passage) -> Iterator[Candidate]:
    """The candidates in the order in which they are weighed."""
    earlier: list[Item] = []
    previous: tuple[Item, ...] = ()
    for items in items_by_sentence(passage):
        if items:
            yield from _within(passage, earlier, items)
            yield from columns(earlier, items)
            yield from columns_before(previous, items)
            yield from summed_columns(earlier, items)
            yield from _of_earlier(passage, earlier, items)
        earlier = [*earlier, *items][-_BACK:]
        previous = items
    for paragraph in _paragraphs(passage):
        yield from headed(paragraph)
    yield from shared_lists([item for items in items_by_sentence(passage) for item in items])


def _within(
    passage: Passage, earlier: Sequence[Item], items: tuple[Item, ...]
) -> Iterator[Candidate]:
    """The lists whose total stands in their sentence, before or after them."""
    for thread in _threads(items):
        for place in range(len(thread) - PARTS):
            yield from following(passage, thread, place)
    for place, total in enumerate(items):
        if place >= PARTS:
            yield from before_total(passage, items, place)
            yield from account_total(items, place)
        if joins(total.words):
            yield from joined_total([*earlier, *items[max(0, place - _BACK) : place]], total)
    told = _without_changes(items)
    if len(told) < len(items):
        for place in range(len(told) - PARTS):
            yield from following(passage, told, place)
        yield from next_sentence(passage, _without_changes(earlier), told)


def _of_earlier(
    passage: Passage, earlier: Sequence[Item], items: tuple[Item, ...]
) -> Iterator[Candidate]:
    """The lists of the sentence that divide a figure before it."""
    yield from next_sentence(passage, earlier, items)
    for pair in _later_pairs(items):
        yield from next_sentence(passage, earlier, pair)
    for at in range(2, len(items) - 1):
        if _AMONG.search(items[at].words):  # …518件；行政处罚中，警告a件、罚款b件
            yield from next_sentence(passage, [*earlier, *items[:at]], items[at:])
