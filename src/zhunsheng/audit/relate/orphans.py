"""A share whose figure is missing: 财政类20件，占15.6%，占5.5%；城建类32件，占25%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import amount_fits, fits_share, number, percent_half
from zhunsheng.audit.relate.items import Item, items_by_sentence

_SHARE: Final = re.compile(r"占(?:比|总[数量额]|[一-鿿]{0,8}的?(?:比例|比重)?)?(?:为|约|达到?)?$")
_FEWEST: Final = 3  # shares
_BACK: Final = 12  # figures before among which the whole is looked for
_SLACK: Final = Decimal("0.05")


def orphans(passage: Passage) -> tuple[Relation, ...]:
    """Lists whose shares make a hundred, one of them without its figure: broken relations only."""
    found: list[Relation] = []
    earlier: list[Item] = []
    for group, items in zip(passage.by_sentence, items_by_sentence(passage), strict=True):
        shares = [m for m in group if m.unit == "%" and _SHARE.search(passage.before(m))]
        if len(shares) >= _FEWEST and _hundred(shares):
            found += _missing(shares, [*earlier, *items], len(earlier))
        earlier = [*earlier, *items][-_BACK:]
    return tuple(found)


def _hundred(shares: Sequence[Mention]) -> bool:
    slack = sum((percent_half(share) for share in shares), _SLACK)
    told = sum((share.value for share in shares), Decimal(0))
    return all(share.exact for share in shares) and abs(told - 100) <= slack


def _missing(shares: Sequence[Mention], items: Sequence[Item], start: int) -> Iterator[Relation]:
    """The list against the whole that its own shares fit, if the lost one fits what is left."""
    listed = [item for item in items[start:] if item.percent in shares]
    if len(listed) == len(shares) and any(_divides(whole, listed) for whole in items):
        return  # 收到135件，立案128件，占95%；…: none is lost
    for whole in reversed(items):
        parts = [item for item in listed if item is not whole]
        owned = [part.percent for part in parts]
        lost = [share for share in shares if share not in owned]
        if len(lost) != 1 or len(parts) < _FEWEST - 1 or not _divides(whole, parts):
            continue
        left = whole.mention.value - sum((p.mention.value for p in parts), Decimal(0))
        if left > 0 and amount_fits(left, Decimal(0), whole.mention.value, lost[0]):
            yield _relation(whole.mention, [part.mention for part in parts], lost[0])
            return


def _divides(whole: Item, parts: Sequence[Item]) -> bool:
    base = whole.mention
    return base.exact and all(
        part.mention.exact
        and part.mention.unit == base.unit
        and part.percent is not None
        and fits_share(part.mention, base.value, part.percent)
        for part in parts
    )


def _relation(whole: Mention, parts: Sequence[Mention], lost: Mention) -> Relation:
    added = " + ".join(number(part.value) for part in parts)
    total = number(sum((part.value for part in parts), Decimal(0)))
    arithmetic = f"{number(whole.value)} ≠ {added} = {total}，{lost.text}?"
    return Relation("sum", whole, tuple(parts), False, arithmetic)
