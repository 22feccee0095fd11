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
_SOME: Final = re.compile("主要|等|前[两二三四五六七八九十]|最|较")
_FEWEST, _MANY, _MOST = 3, 4, 20
_BEFORE, _AFTER = 60, 12  # characters around the shares in which they may be called some of many


def hundreds(passage: Passage) -> tuple[Relation, ...]:
    """Such shares that make a hundred, and those that one slip keeps from it."""
    found: list[Relation] = []
    for group in passage.by_sentence:
        shares: list[Mention] = []
        last = -1
        for at, mention in enumerate(group):
            if mention.unit != "%" or not _SHARE.search(passage.before(mention)):
                continue
            shares.append(mention)
            last = at
            said = passage.plain[max(0, mention.start - 24) : mention.start]
            if _OTHERS.search(said) and _FEWEST <= len(shares) <= _MOST:
                found += make_hundred(tuple(shares))
                shares = []
        begin = max(0, group[0].start - _BEFORE) if group else 0
        # 立案提案中，甲方面的占a%，乙方面的占b%，…: shares alone, one after another.
        if (
            _MANY <= len(shares) <= _MOST
            and tuple(group[last + 1 - len(shares) : last + 1]) == tuple(shares)
            and not _SOME.search(passage.plain[begin : shares[-1].end + _AFTER])
        ):
            found += make_hundred(tuple(shares))
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
