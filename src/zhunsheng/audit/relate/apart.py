"""Lists of a later sentence, and which figure before it they divide."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.labels import paired, shares_are_whole
from zhunsheng.audit.relate.lists import CHANGED, FRESH, MOST, NO_WHOLE, Candidate, alike, run
from zhunsheng.audit.relate.trailing import pairs_of

_BACK: Final = 12  # earlier figures a list of the next sentence may divide
#: 受理案件中，… and 基本支出包括…: the list says what it divides.
_NAMING: Final = re.compile(
    r"(?:^|[。；\n])(?:其中)?[，,]?(?:[在从]|这些|上述)?([一-鿿]{2,12}?)(?:[之当]?[中里][，,：:]|(?:包括|分为))"
)
_NAMES: Final = re.compile("[中里包分]")
_LONGEST: Final = 16  # characters before the first part of a list that fills its sentence


def next_sentence(
    passage: Passage, earlier: Sequence[Item], items: tuple[Item, ...]
) -> Iterator[Candidate]:
    """A sentence that divides a figure of the ones before it: …128件。其中A类…"""
    if not earlier or not items:
        return
    named = _NAMING.search(items[0].words) if _NAMES.search(items[0].words) else None
    fresh = FRESH.search(items[0].words) is not None
    # 立案a件，不予立案b件: two that leave nothing out need no word to begin with.
    pair = len(items) > 1 and paired([item.label for item in items[:2]])
    if not (fresh or named or pair or _fills(items)):
        return
    whole = None if named is None else _named(earlier, named[1])
    only = None if fresh or named or pair else _first_of_last_sentence(passage, earlier, items[0])
    told = items if fresh or named or not pair else items[:2]
    for back, total in enumerate(reversed(earlier)):
        if not total.mention.exact or total.depth or NO_WHOLE.search(total.label):
            continue
        if not (fresh or named or pair or total is only):
            continue
        parts = run(total.mention, told)
        if len(parts) > 1:
            is_named = total is whole
            near = back == 0 or is_named
            words = parts[0].words
            yield Candidate(total, parts, words, apart=True, nearest=near, named=is_named)


def _fills(items: tuple[Item, ...]) -> bool:
    """Whether the sentence is nothing but a list of like figures."""
    unit = items[0].mention.unit
    alike = all(item.mention.unit == unit for item in items[:MOST])
    return len(items) > 1 and alike and len(items[0].words) <= _LONGEST


def _first_of_last_sentence(passage: Passage, earlier: Sequence[Item], first: Item) -> Item | None:
    """What the sentence before is about: its first figure in the list's unit."""
    told: Item | None = None
    for item in reversed(earlier):
        if passage.plain.count("。", item.mention.end, first.mention.start) != 1:
            break
        if item.mention.unit == first.mention.unit and not CHANGED.search(item.label):
            told = item
    return told


def _named(earlier: Sequence[Item], name: str) -> Item | None:
    """The latest figure whose words have the most of the name."""
    wanted = pairs_of(name) or {name[:2]}
    best, most = None, 0
    for item in reversed(earlier):
        found = len(wanted & {item.label[n : n + 2] for n in range(len(item.label) - 1)})
        if found > most and item.mention.exact and not CHANGED.search(item.label):
            best, most = item, found
    return best


def shared_lists(items: Sequence[Item]) -> Iterator[Candidate]:
    """Lists whose printed shares make a hundred, however far before them their total stands."""
    start = 0
    for at, item in enumerate(items):
        if item.percent is None or item.mention.unit != items[start].mention.unit:
            start = at if item.percent is not None else at + 1
        parts = tuple(items[start : at + 1])
        if len(parts) > MOST:
            start = at + 1
        elif len(parts) > 1 and shares_are_whole(parts):
            for back, total in enumerate(reversed(items[max(0, start - _BACK) : start])):
                if total.mention.exact and alike(total.mention, item.mention):
                    yield Candidate(total, parts, "", apart=True, nearest=back == 0)
            start = at + 1
