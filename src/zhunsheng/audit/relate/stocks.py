"""A stock and its flows: what there was, what came, what went, what is left."""

import re
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.items import Item, items_by_sentence

# 年初 at the year's beginning, 结转 carried over, 旧存 left from before
_OPENING: Final = re.compile(r"年初|期初|上年末|上年底|上年(?:度)?结转|旧存")
# 年末 at the year's end, 结转下年 carried into the next, 未结 pending
_CLOSING: Final = re.compile(r"年末|期末|年底|结转下|未结|未办结|继续办理|仍在办理")
_CAME: Final = re.compile(r"新制定|新出台|新增|新收|新受理|新建|新设|新立")
_WENT: Final = re.compile(r"废止|失效|办结|审结|结案|注销|撤销|终止|销号|核销")
_FEWEST: Final = 3


def stocks(passage: Passage) -> tuple[Relation, ...]:
    """Closing = opening + came − went, where one sentence tells all of it in order."""
    found = []
    for told in items_by_sentence(passage):
        items = [item for item in told if item.mention.exact]
        for at, item in enumerate(items):
            if _OPENING.search(item.label):
                relation = _told(items[at : at + 8])
                if relation is not None:
                    found.append(relation)
    return tuple(found)


def _told(items: list[Item]) -> Relation | None:
    opening = items[0]
    signed = [(1, opening)]
    for item in items[1:]:
        if item.depth > opening.depth:
            continue
        if item.mention.unit != opening.mention.unit:
            return None
        if _CLOSING.search(item.label):
            return _relation(signed, item) if len(signed) >= _FEWEST - 1 else None
        sign = bool(_CAME.search(item.label)) - bool(_WENT.search(item.label))
        if not sign:
            return None
        signed.append((sign, item))
    return None


def _relation(signed: list[tuple[int, Item]], closing: Item) -> Relation:
    wanted = sum((sign * item.mention.value for sign, item in signed), Decimal(0))
    right = " ".join(
        f"{'+' if sign > 0 else '−'} {number(item.mention.value)}" for sign, item in signed
    ).removeprefix("+ ")
    holds = wanted == closing.mention.value
    left = number(closing.mention.value)
    arithmetic = f"{left} = {right}" if holds else f"{left} ≠ {right} = {number(wanted)}"
    parts = tuple(item.mention for _, item in signed)
    return Relation("complement", closing.mention, parts, holds, arithmetic)
