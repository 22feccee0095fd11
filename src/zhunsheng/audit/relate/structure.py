"""Shares told as a proportion: 三次产业结构为4.1：38.6：57.3 make a hundred."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.hundred import make_hundred

_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})?"
_PROPORTION: Final = re.compile(rf"(?<![\d.:]){_NUMBER}(?: ?[:∶] ?{_NUMBER}){{2,5}}(?![\d:.])")
_STRUCTURE: Final = re.compile("结构|占比|比重|构成|比例")
_REACH: Final = 40  # characters


def structures(passage: Passage) -> tuple[Relation, ...]:
    """Such proportions that make a hundred, and those that one slip keeps from it."""
    found: list[Relation] = []
    for match in _PROPORTION.finditer(passage.plain.replace("：", ":")):
        said = passage.plain[max(0, match.start() - _REACH) : match.start()]
        shares = tuple(_shares(passage.plain, match.start(), match.end()))
        printed = any(share.decimals for share in shares)
        if not printed or not _STRUCTURE.search(said.rsplit("。", 1)[-1]):
            continue  # 3:2:1 is a ratio, no shares of a hundred
        found += make_hundred(shares)
    return tuple(found)


def _shares(plain: str, start: int, end: int) -> Iterator[Mention]:
    for match in re.finditer(_NUMBER, plain[start:end]):
        value, text = Decimal(match.group()), match.group()
        places = len(text.partition(".")[2])
        at = start + match.start()
        yield Mention(at, at + len(text), text, value, "%", "", value, value, places, Decimal(1))
