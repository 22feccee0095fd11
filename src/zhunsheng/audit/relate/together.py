"""Shares of several figures together: 前三位的是甲a件、乙b件、丙c件，占总量的p%."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import amount_fits, number, total_of
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.ratios import explained
from zhunsheng.words.numerals import from_chinese

_SO_MANY: Final = re.compile(
    r"前([两二三四五六七八九十])(?:位|名|类|项|种)?|([两二三四五六七八九十])(?:类|项|者|种)[^，。；\d]{0,6}$"
)
_TOGETHER: Final = re.compile(
    r"占[^，。；\d]{0,6}总[数量额]的?$|(?:共|合计|合)占[^，。；\d]{0,10}$"
)
_BACK: Final = 24  # earlier figures one of which is the base
_REACH: Final = 60  # characters before the figures in which their number is told


class Together(NamedTuple):
    """A share of the last figures of a run, and what it may be of."""

    parts: tuple[Item, ...]
    bases: tuple[Item, ...]


def shared_together(passage: Passage) -> tuple[Relation, ...]:
    """Such shares that fit, and those that a slip keeps from fitting the largest figure before."""
    found = []
    for told in _told(passage):
        fitting = next((base for base in told.bases if _fits(told.parts, base)), None)
        if fitting is not None:
            found.append(_relation(told.parts, fitting, holds=True))
        elif told.bases:
            whole = max(told.bases, key=lambda base: base.mention.value)
            if _slipped(told.parts, whole):
                found.append(_relation(told.parts, whole, holds=False))
    return tuple(found)


def _told(passage: Passage) -> Iterator[Together]:
    earlier: list[Item] = []
    for items in items_by_sentence(passage):
        for end in range(1, len(items) + 1):
            parts = together(passage, items[:end])
            if parts:
                before = [*earlier, *items[: end - len(parts)]][-_BACK:]
                yield Together(parts, tuple(_bases(parts, reversed(before))))
        earlier = [*earlier, *items][-_BACK:]


def together(passage: Passage, items: Sequence[Item]) -> tuple[Item, ...]:
    """The figures that the last one's share is of together; empty where it is its own."""
    last = items[-1]
    if last.percent is None or not last.percent.exact:
        return ()
    if not _TOGETHER.search(passage.plain[last.mention.end : last.percent.start]):
        return ()
    for count in range(2, len(items) + 1):
        parts = tuple(items[-count:])
        first = parts[0]
        one_unit = first.mention.unit == last.mention.unit and first.mention.exact
        if not one_unit or (first is not last and first.percent is not None):
            return ()
        said = passage.plain[max(0, first.mention.start - _REACH) : first.mention.start]
        told = list(_SO_MANY.finditer(said.rsplit("。", 1)[-1]))
        if told and from_chinese(told[-1][1] or told[-1][2] or "") == count:
            return parts
    return ()


def _bases(parts: tuple[Item, ...], before: Iterator[Item]) -> Iterator[Item]:
    amount, unit = total_of(parts), parts[0].mention.unit
    for item in before:
        if item.mention.exact and item.mention.unit == unit and item.mention.value >= amount:
            yield item


def _fits(parts: tuple[Item, ...], base: Item) -> bool:
    percent = parts[-1].percent
    assert percent is not None
    half = sum((part.mention.half for part in parts), Decimal(0))
    return amount_fits(total_of(parts), half, base.mention.value, percent)


def _slipped(parts: tuple[Item, ...], base: Item) -> bool:
    percent = parts[-1].percent
    assert percent is not None

    def fits(rate: Mention, whole: Mention, *figures: Mention) -> bool:
        told = [replace(part, mention=m) for part, m in zip(parts, figures, strict=True)]
        told[-1] = replace(told[-1], percent=rate)
        return _fits(tuple(told), replace(base, mention=whole))

    mentions = (part.mention for part in parts)
    return explained((percent, base.mention, *mentions), fits)


def _relation(parts: tuple[Item, ...], base: Item, *, holds: bool) -> Relation:
    percent = parts[-1].percent
    assert percent is not None
    added = " + ".join(number(part.mention.value) for part in parts)
    whole = base.mention.value
    arithmetic = f"{percent.text} {'=' if holds else '≠'} ({added}) ÷ {number(whole)}"
    if not holds:
        arithmetic += f" = {(total_of(parts) * 100 / whole).quantize(Decimal('0.01'))}%"
    mentions = tuple(part.mention for part in parts)
    return Relation("share", percent, (*mentions, base.mention), holds, arithmetic)
