"""A share whose figure is missing: 财政类20件，占15.6%，占5.5%；城建类32件，占25%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import amount_fits, shown_sum, total_of
from zhunsheng.audit.relate.hundred import is_hundred
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.weigh import shares_fit

_SHARE: Final = re.compile(r"占(?:比|总[数量额]|[一-鿿]{0,8}的?(?:比例|比重)?)?(?:为|约|达到?)?$")
_FEWEST: Final = 3  # shares
_BACK: Final = 12  # figures before among which the whole is looked for


def orphans(passage: Passage) -> tuple[Relation, ...]:
    """Lists whose shares make a hundred, one of them without its figure: broken relations only."""
    found: list[Relation] = []
    earlier: list[Item] = []
    for group, items in zip(passage.by_sentence, items_by_sentence(passage), strict=True):
        shares = [m for m in group if m.unit == "%" and _SHARE.search(passage.before(m))]
        if len(shares) >= _FEWEST and is_hundred(*shares) and all(m.exact for m in shares):
            found += _missing(shares, [*earlier, *items], len(earlier))
        earlier = [*earlier, *items][-_BACK:]
    return tuple(found)


def _missing(shares: Sequence[Mention], items: Sequence[Item], start: int) -> Iterator[Relation]:
    """The list against the whole that its own shares fit, if the lost one fits what is left."""
    told = {share.start for share in shares}
    listed = [item for item in items[start:] if item.percent and item.percent.start in told]
    if len(listed) == len(shares) and any(_divides(whole, listed) for whole in items):
        return  # 收到135件，立案128件，占95%；…: none is lost
    for whole in reversed(items):
        parts = [item for item in listed if item is not whole]
        owned = {part.percent.start for part in parts if part.percent}
        lost = [share for share in shares if share.start not in owned]
        if len(lost) != 1 or len(parts) < _FEWEST - 1 or not _divides(whole, parts):
            continue
        left = whole.mention.value - total_of(parts)
        if left > 0 and amount_fits(left, Decimal(0), whole.mention.value, lost[0]):
            yield _relation(whole, parts, lost[0])
            return


def _divides(whole: Item, parts: Sequence[Item]) -> bool:
    base = whole.mention
    alike = all(p.mention.exact and p.mention.unit == base.unit for p in parts)
    return base.exact and alike and shares_fit(tuple(parts), base.value) == len(parts)


def _relation(whole: Item, parts: Sequence[Item], lost: Mention) -> Relation:
    added = shown_sum(whole.mention, tuple(parts), holds=False)
    mentions = tuple(part.mention for part in parts)
    return Relation("sum", whole.mention, mentions, False, f"{added}，{lost.text}?")
