"""Rates of opposite outcomes: 合格率 and 不合格率 cannot pass a hundred together."""

import re
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number, percent_half

_RATE: Final = re.compile(r"([不未])?([一-鿿]{2})率(?:为|是|达到?|均为)? ?$")


def opposite_rates(passage: Passage) -> tuple[Relation, ...]:
    """Such pairs of one sentence: those that make a hundred, and those that pass it."""
    found = []
    for group in passage.by_sentence:
        known: dict[str, Mention] = {}
        for mention in group:
            named = _RATE.search(passage.before(mention)) if mention.unit == "%" else None
            if named is None or not mention.exact:
                continue
            if named[1] is None:
                known[named[2]] = mention
            elif named[2] in known:
                found += _judged(known.pop(named[2]), mention)
    return tuple(found)


def _judged(rate: Mention, opposite: Mention) -> list[Relation]:
    total = rate.value + opposite.value
    slack = percent_half(rate) + percent_half(opposite)
    added = f"{number(rate.value)} + {number(opposite.value)}"
    if abs(total - 100) <= slack:
        return [Relation("sum", opposite, (rate,), True, f"100 = {added}")]
    if total < 100 or rate.value > 100 or opposite.value > 100:
        return []
    return [Relation("sum", opposite, (rate,), False, f"100 < {added} = {number(total)}")]
