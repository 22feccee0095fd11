"""Two figures of one name: of one bearer they contradict each other, of two they do not."""

import re
from typing import Final

from zhunsheng.audit.model import Mention, Relation

#: What may stand before a name without making it another's.
ANYONE: Final = re.compile(
    r"[“”\"'\s]|十[一二三四五]五|前[一二三四五六七八九十]+年|期间|截[至止]|目前|底|[上下]半年|[一二三四]季度"
    r"|\d+|[年月日]|全[国省市县区年局]|我[省市县区局]|本[省市县区局年]|今年|已|共|累计|总|新"
)


def ending(one: str, other: str) -> int:
    """How many characters two names share at their end."""
    count = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        count += 1
    return count


def two_bearers(one: str, other: str) -> bool:
    """甲局受理案件 and 乙局受理案件: one name of two bearers."""
    shared = ending(one, other)
    bearers = {ANYONE.sub("", said[: len(said) - shared]) for said in (one, other)}
    return shared > 1 and len(bearers) > 1 and "" not in bearers


def told_twice(first: Mention, second: Mention) -> Relation:
    """The contradiction of two figures of one measure."""
    return Relation("repeat", second, (first,), False, f"{first.text} ≠ {second.text}")
