"""Lists of a later sentence, and which figure before it they divide."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import total_of
from zhunsheng.audit.relate.cues import CHANGE, changed, divides, is_no_whole, opens_list
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.kinds import heads
from zhunsheng.audit.relate.labels import RESIDUAL, paired, shares_are_whole
from zhunsheng.audit.relate.lists import (
    MOST,
    Candidate,
    alike,
    divided,
    run,
)

_BACK: Final = 12  # earlier figures a list of the next sentence may divide
#: 受理案件中，… and 基本支出包括…: the list says what it divides.
_NAMING: Final = re.compile(
    r"(?:^|[。；\n])(?:其中)?[，,]?(?:[在从]|这些|上述)?([一-鿿]{2,12}?)(?:[之当]?[中里][，,：:]|(?:包括|分为))"
)
_NAMES: Final = re.compile("[中里包分]")
#: Told beside the whole: what it grew by, what it was, what it is not.
_ASIDE: Final = re.compile(rf"{CHANGE}|上年|去年|同期|未|不予|不合")
_SUMMED: Final = re.compile("[共合总]计")
_PAIR: Final = 2
_LONGEST: Final = 16  # characters before the first part of a list that fills its sentence


def next_sentence(
    passage: Passage, earlier: Sequence[Item], items: tuple[Item, ...]
) -> Iterator[Candidate]:
    """A sentence that divides a figure of the ones before it: …128件。其中A类…"""
    if not earlier or len(items) < _PAIR:
        return
    items = _after_colon(items)
    named = _NAMING.search(items[0].words) if _NAMES.search(items[0].words) else None
    fresh = opens_list(items[0].words)
    closed = _all_there_is(items)
    if not (fresh or named or closed or _fills(items)):
        return
    whole = None if named is None else _named(earlier, named[1])
    sure = fresh or whole or closed
    only = None if sure else _first_of_last_sentence(passage, earlier, items[0])
    if only is None and not sure:
        return
    top = _top(earlier, items[0]) if divides(items[0].words) else None
    listed = items if fresh or named else closed or items
    near, line = True, passage.line(items[0].mention)
    runs: dict[str, tuple[Item, ...]] = {}  # by the unit of a total: nothing else of it counts
    for total in reversed(earlier):
        if not total.mention.exact or total.depth or is_no_whole(total.label):
            continue
        if total is not (whole or only or total):
            continue
        if not (fresh or named) and passage.line(total.mention) != line:
            continue
        unit = total.mention.unit
        parts = runs[unit] = runs.get(unit) or run(total.mention, listed)
        if len(parts) > 1:
            nearest = near or total in (whole, only, top)
            doubtful = not (fresh or named)
            told = Candidate(
                total, parts, parts[0].words, apart=True, nearest=nearest, unsure=doubtful
            )
            near = near and _ASIDE.search(total.label) is not None
            yield from divided(told)


def _all_there_is(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """立案a件，不予立案b件: what leaves nothing out needs no word to begin with."""
    if len(items) > 1 and paired([item.label for item in items[:2]]):
        return items[:2]
    return heads(items[:MOST])


def _after_colon(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """19个站分别配备：甲a，乙b: what stands before the colon is no part of the list."""
    if len(items) > 2 and "：" in items[1].words and items[0].mention.unit != items[1].mention.unit:
        return items[1:]
    return items


def _fills(items: tuple[Item, ...]) -> bool:
    """Whether the sentence is nothing but a list of like figures."""
    if len(items) < _PAIR or len(items[0].words) > _LONGEST:
        return False
    unit = items[0].mention.unit
    alike = all(item.mention.unit == unit for item in items[:MOST])
    # 已完成8项，其中按期完成7项: the second is a part of the first, not of a whole before them.
    nested = any("其中" in item.words for item in items[1:MOST])
    return alike and not nested


def _first_of_last_sentence(passage: Passage, earlier: Sequence[Item], first: Item) -> Item | None:
    """What the sentence before is about: its total, or its first figure in the list's unit."""
    told: Item | None = None
    for item in reversed(earlier):
        if passage.plain.count("。", item.mention.end, first.mention.start) != 1:
            break
        if item.mention.unit == first.mention.unit and not changed(item.label):
            told = item
            if _SUMMED.match(item.label):
                break
    return told


def _top(earlier: Sequence[Item], first: Item) -> Item | None:
    """The largest of the figures before: what 从…看 and 按…分 divide."""
    same = [i for i in earlier if i.mention.unit == first.mention.unit and i.mention.exact]
    return max(same, key=lambda item: item.mention.value, default=None)


def _named(earlier: Sequence[Item], name: str) -> Item | None:
    """The latest figure with the name's first word; else the one with the most of the name."""
    told = [i for i in reversed(earlier) if i.mention.exact and not _ASIDE.search(i.label)]
    first = next((item for item in told if name in item.label), None)
    first = first or next((item for item in told if name[:2] in item.label), None)
    wanted = {name[n : n + 2] for n in range(len(name) - 1)}
    most = max(told, key=lambda item: _shared(wanted, item.label), default=None)
    return first or (most if most and _shared(wanted, most.label) else None)


def _shared(pairs: set[str], label: str) -> int:
    return len(pairs & {label[n : n + 2] for n in range(len(label) - 1)})


def shared_lists(items: Sequence[Item]) -> Iterator[Candidate]:
    """Lists whose printed shares make a hundred, however far before them their total stands."""
    start = 0
    for at, item in enumerate(items):
        if item.percent is None:
            start = at + 1
            continue
        if item.mention.unit != items[start].mention.unit:
            start = at
        parts = tuple(items[start : at + 1])
        if len(parts) > MOST:
            start = at + 1
        elif len(parts) > 1 and shares_are_whole(parts):
            left = _left_over(items[at + 1 : at + 2])
            for back, total in enumerate(reversed(items[max(0, start - _BACK) : start])):
                if left and total.mention.value == total_of(parts) + left:
                    continue
                if total.mention.exact and alike(total.mention, item.mention):
                    yield Candidate(total, parts, "", apart=True, nearest=back == 0)
            start = at + 1


def _left_over(following: Sequence[Item]) -> Decimal:
    """来信a件、占55%；…；网络d件、占23%；其他1件: too few for a share, and yet of the whole."""
    value = (item.mention.value for item in following if item.label.startswith(RESIDUAL))
    return next(value, Decimal(0))
