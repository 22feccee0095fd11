"""Shares told one after another down to 其他 (others): together they are a hundred."""

import re
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number, percent_half
from zhunsheng.audit.relate.ratios import explained

_SHARE: Final = re.compile(r"占(?:比|[^，。；\d]{0,8}?(?:总[数量额]|的比[重例])的?)?(?:为|约)?$")
_OTHERS: Final = re.compile(r"(?:^|[，。；、：])(?:其他|其它|其余)[^，。；]{0,10}")
_FEWEST, _MOST = 3, 20


def hundreds(passage: Passage) -> tuple[Relation, ...]:
    """Such shares that make a hundred, and those that one slip keeps from it."""
    found = []
    for group in passage.by_sentence:
        shares: list[Mention] = []
        for mention in group:
            if mention.unit != "%" or not _SHARE.search(passage.before(mention)):
                continue
            shares.append(mention)
            said = passage.plain[max(0, mention.start - 24) : mention.start]
            if _OTHERS.search(said) and _FEWEST <= len(shares) <= _MOST:
                found += make_hundred(tuple(shares))
                shares = []
    return tuple(found)


def make_hundred(shares: tuple[Mention, ...]) -> list[Relation]:
    """The shares as a relation; none where they make no hundred and no slip explains that."""
    if not all(share.exact for share in shares):
        return []
    holds = is_hundred(*shares)
    if not holds and not explained(shares, is_hundred):
        return []
    added = " + ".join(number(share.value) for share in shares)
    total = number(sum((share.value for share in shares), Decimal(0)))
    arithmetic = f"100 = {added}" if holds else f"100 ≠ {added} = {total}"
    return [Relation("sum", shares[-1], shares[:-1], holds, arithmetic)]


def is_hundred(*shares: Mention) -> bool:
    """Whether they are a hundred within what rounding each may add."""
    slack = sum((percent_half(share) for share in shares), Decimal(0)) * 2
    return abs(sum((share.value for share in shares), Decimal(-100))) <= slack
