"""A stock and its flows: what there was, what came, what went, what is left."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from itertools import chain
from typing import Final

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.ratios import explained

# 年初 at the year's beginning, 结转 carried over, 旧存 left from before
_OPENING: Final = re.compile(r"年初|期初|上年末|上年底|上年(?:度)?结转|旧存|结存")
# 年末 at the year's end, 结转下年 carried into the next, 未结 pending, 现行 now in force
_CLOSING: Final = re.compile(
    r"滚存|年末|期末|年底|结转下|结转至|未结|未办结|未审结|未执结|尚未|继续办理|仍在办理|^(?:目前|现有|现行)"
)
_CAME: Final = re.compile(
    r"^(?:当年|本年|全年|当期|本期)?收入$|新(?:制定|出台|印发|增|收|受理|建|设|立|登记|申领|办|入|招|签|注册)"
)
_WENT: Final = re.compile(
    r"^(?:当年|本年|全年|当期|本期)?支出$|废止|失效|办结|审结|审执结|结案|注销|撤销|终止|销号|核销|退出|清退|答复|结"
)
#: What came, where it is told before the opening stock: 收到75件；上年结转1件.
_RECEIVED: Final = re.compile("收到|受理|接收|接到|立案|收案|承办|交办")
_SUM: Final = re.compile(r"^(?:总计|合计|共计)$")
_DEALT_WITH: Final = "办结"
_NET: Final = re.compile(r"净(?:增加?|减少?)了?$")
_BESIDE: Final = re.compile("涉及")  # 公布目录涉及7件: told of the flows, no flow itself
_FEWEST: Final = 3
_MOST: Final = 8  # figures told of one stock
_BACK: Final = 3  # figures before the opening stock among which what came is looked for


class Role(Enum):
    """What a figure tells of a stock."""

    OPENING = "opening"
    CAME = "came"
    WENT = "went"
    CLOSING = "closing"
    NET = "net"


def stocks(passage: Passage) -> tuple[Relation, ...]:
    """Closing = opening + came − went, and net = came − went, told in order."""
    told = chain.from_iterable(map(_summed_up, items_by_sentence(passage)))
    items = [item for item in told if item.mention.exact]
    found = []
    for at, item in enumerate(items):
        role = _role(item)
        begins = role in (Role.OPENING, Role.CAME) and not _follows(items, at, role)
        run = [*_received(items, at, role), *items[at : at + _MOST]] if begins else []
        relation = _told(passage, run) if run else None
        found += [] if relation is None else [relation]
    return tuple(found)


def _summed_up(items: tuple[Item, ...]) -> Iterator[Item]:
    """The items of a sentence, a list that its 总计 sums up rightly as that one figure.

    予以公开a件、不予公开b件，总计c件；结转下年d件: c is what was dealt with.
    """
    kept: list[Item] = []
    for item in items:
        parts = _parts_of(kept, item) if _SUM.search(item.label) else 0
        if parts > 1:
            del kept[-parts:]
        kept.append(replace(item, label=_DEALT_WITH) if parts > 1 else item)
    yield from kept


def _parts_of(before: Sequence[Item], total: Item) -> int:
    """How many of the figures just before make the total; 0 where none do."""
    amount, count = total.mention.value, 0
    for item in reversed(before):
        if amount <= 0 or item.mention.unit != total.mention.unit:
            break
        amount -= item.mention.value
        count += 1
    return 0 if amount else count


def _role(item: Item) -> Role | None:
    return _role_of(item.label, item.words)


@functools.lru_cache(maxsize=256)
def _role_of(label: str, words: str) -> Role | None:
    """What a figure so named tells; its neighbours ask for it again."""
    if _NET.search(label):
        return Role.NET
    if _OPENING.search(words.rsplit("。", 1)[-1]) and not _CLOSING.search(label[:4]):
        return Role.OPENING
    if _CLOSING.search(label):
        return Role.CLOSING
    if _CAME.search(label):
        return Role.CAME
    return Role.WENT if _WENT.search(label) else None


def _received(items: Sequence[Item], at: int, role: Role | None) -> list[Item]:
    """The figure before an opening stock that tells what came, the nearest one; none or one."""
    if role is not Role.OPENING:
        return []
    before = reversed(items[max(0, at - _BACK) : at])
    same = (i for i in before if i.mention.unit == items[at].mention.unit)
    return [i for i in same if _RECEIVED.search(i.label) and i.depth == items[at].depth][:1]


def _follows(items: Sequence[Item], at: int, role: Role | None) -> bool:
    """Whether the figure before tells of the same stock: then that one begins it."""
    before = _role(items[at - 1]) if at else None
    if role is Role.OPENING:
        return before is Role.CAME and items[at].mention.unit == items[at - 1].mention.unit
    return before in (Role.OPENING, Role.CAME)


def _told(passage: Passage, items: Sequence[Item]) -> Relation | None:
    first = items[0]
    signed: list[tuple[int, Item]] = []
    roles: set[Role] = set()
    for item in items:
        if item.depth > first.depth or _BESIDE.search(item.label):
            continue
        role = _role(item)
        if item is first and role is None:
            role = Role.CAME
        if item.mention.unit != first.mention.unit or role is None or _far(passage, first, item):
            return None
        if role in (Role.NET, Role.CLOSING):
            whole = role is Role.NET or Role.OPENING in roles
            enough = len(signed) >= _FEWEST - 1 and Role.WENT in roles
            return _judged(passage, signed, item, role) if whole and enough else None
        signed.append((-1 if role is Role.WENT else 1, item))
        roles.add(role)
    return None


def _far(passage: Passage, first: Item, item: Item) -> bool:
    """Whether more than one sentence ends between the two, or a paragraph."""
    between = passage.between(first.mention, item.mention)
    return between.count("。") > 1 or "\n" in between


def _judged(
    passage: Passage, signed: list[tuple[int, Item]], last: Item, role: Role
) -> Relation | None:
    """The relation; told over two sentences, or as a net change, only a slip makes it wrong."""
    if role is Role.NET:
        signed = [(sign, item) for sign, item in signed if _role(item) is not Role.OPENING]
    relation = _relation(signed, last)
    first = signed[0][1]
    sure = role is Role.CLOSING and "。" not in passage.between(first.mention, last.mention)
    if relation.holds or sure:
        return relation
    signs = [sign for sign, _ in signed]

    def adds(closing: Mention, *parts: Mention) -> bool:
        return abs(_sum(signs, parts)) == closing.value

    return relation if explained((relation.total, *relation.parts), adds) else None


def _sum(signs: Sequence[int], parts: Sequence[Mention]) -> Decimal:
    values: Iterator[Decimal] = (s * p.value for s, p in zip(signs, parts, strict=True))
    return sum(values, Decimal(0))


def _relation(signed: list[tuple[int, Item]], closing: Item) -> Relation:
    parts = tuple(item.mention for _, item in signed)
    wanted = abs(_sum([sign for sign, _ in signed], parts))
    right = " ".join(
        f"{'+' if sign > 0 else '−'} {number(item.mention.value)}" for sign, item in signed
    ).removeprefix("+ ")
    holds = wanted == closing.mention.value
    left = number(closing.mention.value)
    arithmetic = f"{left} = {right}" if holds else f"{left} ≠ {right} = {number(wanted)}"
    return Relation("complement", closing.mention, parts, holds, arithmetic)
