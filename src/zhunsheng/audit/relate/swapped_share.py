"""A share that fits a base near it once two digits change places: which base, if one is near."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import percent_half
from zhunsheng.audit.relate.chance import mistyped
from zhunsheng.audit.relate.cues import opens_list
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.labels import shares_are_whole
from zhunsheng.audit.relate.ratios import explained, printed, quotient, slips_into, swaps

#: Points that make a base the one meant; a swap in a percentage of two digits proves less.
_ENOUGH: Final = 3
_OF_ALL: Final = re.compile(r"占[^，。；\d]{0,6}总[^，。；\d]{0,6}$")
_AMONG: Final = re.compile(r"其中|[中里]，")
_NEAREST: Final = 2


def swapped_base(passage: Passage, item: Item, bases: Sequence[Item]) -> Item | None:
    """The base that the words point at and one swap makes fit; None where none is sure."""
    percent = item.percent
    if percent is None:
        return None
    for base in bases[:_NEAREST]:
        if base.mention.value < item.mention.value:
            continue
        if base.percent is None and _cues(passage, item, base, percent) >= _ENOUGH:
            figures = (item.mention, base.mention, percent)
            return base if explained(figures, _fits_closely) else None
    return None


def swapped_total(items: Sequence[Item], base: Item) -> bool:
    """Whether most shares fit the base with two of its digits swapped, and few as it is printed.

    Shares that make a hundred may also be shares of their sum, where the list divides the base.
    """
    values = swaps(base.mention)
    total = sum((item.mention.value for item in items), Decimal(0))
    divides = opens_list(items[0].words) or mistyped(base.mention, total, Decimal(0))
    if shares_are_whole(tuple(items)) and divides:
        values.append(total)
    as_printed = _fitting(items, base.mention)
    return as_printed * 2 < len(items) and any(
        _fitting(items, replace(base.mention, value=value)) * 3 > len(items) * 2 for value in values
    )


def slipped_total(items: Sequence[Item], near: Sequence[Item]) -> Item | None:
    """The figure that one slip keeps from being the one base that all the shares point to."""
    low, high = Decimal(1), Decimal(10) ** 12
    for item in items:
        assert item.percent is not None
        half = percent_half(item.percent)
        if item.percent.value <= half:
            return None
        part = printed(item.mention)
        low = max(low, part[0] * 100 / (item.percent.value + half))
        high = min(high, part[1] * 100 / (item.percent.value - half))
    if low > high or high - low > low / 10:
        return None
    return next((base for base in near if _slips_into(base.mention, low, high)), None)


def _slips_into(base: Mention, low: Decimal, high: Decimal) -> bool:
    """Whether one slip of the base lies within the bounds."""
    return base.value > 0 and slips_into(base, low, high)


def _fitting(items: Sequence[Item], base: Mention) -> int:
    return sum(
        item.percent is not None and _fits_closely(item.mention, base, item.percent)
        for item in items
    )


def _cues(passage: Passage, item: Item, base: Item, percent: Mention) -> int:
    """How much says that the share is one of this base."""
    between = passage.plain[base.mention.end : item.mention.start]
    if "。" in between or "；" in between or len(between) > 60:
        return 0
    points = 2 if _AMONG.search(between) else 0
    points += 2 if _OF_ALL.search(passage.before(percent)) else 0
    points += int(len(percent.text.strip("%％ ")) > 3)
    alone = not re.search(r"\d", between)
    points += int(
        alone
        and not re.search(
            r"[，。；]", passage.plain[item.mention.start : percent.start].rstrip("，占 ")
        )
    )
    return points + int(alone)


def _fits_closely(part: Mention, base: Mention, percent: Mention) -> bool:
    """Within rounding: what was cut instead of rounded proves no swap."""
    found = quotient(printed(part), printed(base))
    half = percent_half(percent)
    low, high = percent.value - half, percent.value + half
    return found is not None and found[0] * Decimal(100) <= high and low <= found[1] * Decimal(100)
