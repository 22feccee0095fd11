"""Shares told as a proportion: 三次产业结构为4.1：38.6：57.3 make a hundred."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.ratios import explained

_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})?"
_PROPORTION: Final = re.compile(rf"(?<![\d.:]){_NUMBER}(?: ?[:∶] ?{_NUMBER}){{2,5}}(?![\d:.])")
_STRUCTURE: Final = re.compile("结构|占比|比重|构成|比例")
_REACH: Final = 40  # characters
_POINT: Final = Decimal("0.1")


def structures(passage: Passage) -> tuple[Relation, ...]:
    """Such proportions that make a hundred, and those that one slip keeps from it."""
    found = []
    for match in _PROPORTION.finditer(passage.plain.replace("：", ":")):
        said = passage.plain[max(0, match.start() - _REACH) : match.start()]
        shares = tuple(_shares(passage.plain, match.start(), match.end()))
        printed = any(share.decimals for share in shares)
        if not printed or not _STRUCTURE.search(said.rsplit("。", 1)[-1]):
            continue  # 3:2:1 is a ratio, no shares of a hundred
        holds = _whole(*shares)
        if holds or explained(shares, _whole):
            found.append(_relation(shares, holds=holds))
    return tuple(found)


def _shares(plain: str, start: int, end: int) -> Iterator[Mention]:
    for match in re.finditer(_NUMBER, plain[start:end]):
        value, text = Decimal(match.group()), match.group()
        places = len(text.partition(".")[2])
        at = start + match.start()
        yield Mention(at, at + len(text), text, value, "%", "", value, value, places, Decimal(1))


def _whole(*shares: Mention) -> bool:
    """Whether they are a hundred within what rounding each may add."""
    slack = sum((Decimal(1).scaleb(-share.decimals) for share in shares), Decimal(0)) / 2
    return abs(sum((share.value for share in shares), Decimal(-100))) <= max(slack, _POINT)


def _relation(shares: tuple[Mention, ...], *, holds: bool) -> Relation:
    added = " + ".join(number(share.value) for share in shares)
    total = number(sum((share.value for share in shares), Decimal(0)))
    arithmetic = f"100 = {added}" if holds else f"100 ≠ {added} = {total}"
    return Relation("sum", shares[-1], shares[:-1], holds, arithmetic)
