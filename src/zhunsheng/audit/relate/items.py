"""The counted things of a sentence: each figure with its label, its share and its bracket depth."""

import functools
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.passage import Passage

RATES: Final = frozenset(["%", "‰", "百分点", "个百分点"])
_SHARE: Final = re.compile(
    r"^[^。；\d]{0,8}(?:占|为|是)[^。；，\d]{0,14}$|^[^。；\d]{0,30}(?<=，)占[^。；，\d]{0,14}(?:，达到?)?$"
    r"|^[^。；\d]{0,16}占[^。；，\d]{0,14}(?:，达到?)?$"
)
#: A rate, a share of several figures together, or last year's.
_NOT_ITS_OWN: Final = re.compile(r"率|分别|合计|共占|同比|目标|[由从](?:去年|上年)的?$")
_BOUNDING: Final = re.compile("以[上下内]|之间|超过|少于|不足|高于|低于|大于|小于|不到|多于")
_PAUSES: Final = frozenset("，。；、：（）(),;和及与")
_SHORT: Final = 12  # characters of the name of what is counted
_TO: Final = frozenset("至到—~～-")
_CLAUSE: Final = re.compile(r"[，。；：:、（(）)\n,;]")
_CHANGED: Final = re.compile(r"(?:增加|减少|增长|下降|上升)了?$")
_EACH: Final = re.compile(r"各(?:有|为)?$")  # 甲、乙、丙各1件: one for each name
_EACH_SHARE: Final = re.compile(r"(?:分别|各)占[^。；，\d]{0,14}$")
_JOINED: Final = frozenset("、和及与，")
_MOST: Final = 12  # rates told one after another
_REACH: Final = 60


@dataclass(frozen=True, slots=True)
class Item:
    """`label` is the clause before the figure, `words` all since the figure before it."""

    mention: Mention
    label: str
    words: str
    depth: int
    times: int = 1
    percent: Mention | None = None


@functools.lru_cache(maxsize=2)
def items_by_sentence(passage: Passage) -> tuple[tuple[Item, ...], ...]:
    """The items of every sentence that has figures; each check asks, it is worked out once."""
    return tuple(items_of(passage, group) for group in passage.by_sentence)


def items_of(passage: Passage, group: tuple[Mention, ...]) -> tuple[Item, ...]:
    """The items of one sentence's mentions; rates are no items, but a share belongs to its item."""
    found: list[Item] = []
    for at, mention in enumerate(group):
        if mention.unit in RATES:
            spread = _distributed(passage, group[at:])
            if 1 < len(spread) <= len(found) and not any(i.percent for i in found[-len(spread) :]):
                tail = found[-len(spread) :]
                found[-len(spread) :] = [_with_share(*p) for p in zip(tail, spread, strict=True)]
            elif found and _is_share(passage, found[-1], group[at - 1], mention):
                told = _shared(found, group[at - 1])
                found[told] = _with_share(found[told], mention)
            continue
        words = passage.before(mention, _REACH)
        found.append(
            Item(
                mention,
                label=_CLAUSE.split(words)[-1].strip(),
                words=words,
                depth=passage.depth(mention),
                times=_times(words) if "各" in words else 1,
            )
        )
    return _without_bounds(passage, found)


def _without_bounds(passage: Passage, items: list[Item]) -> tuple[Item, ...]:
    """人口超过2万的4个, 投资5亿元以上项目12个: what bounds a kind belongs to its name."""
    found: list[Item] = []
    for item in items:
        if found and _bounds(found[-1], item):
            found.append(_named_by(passage, found.pop(), item))
        else:
            found.append(item)
    return tuple(found)


def _named_by(passage: Passage, bound: Item, item: Item) -> Item:
    words = passage.plain[bound.mention.start - len(bound.words) : item.mention.start]
    return replace(item, words=words, label=_CLAUSE.split(words)[-1].strip())


def _bounds(bound: Item, item: Item) -> bool:
    """Whether the first figure only says from where to where the kind goes that is counted."""
    if bound.percent is not None or not item.words or item.words[0] in _PAUSES:
        return False
    if item.words[0] in _TO:
        return True
    said = bound.mention.text + item.words[:4]
    ranged = bound.words[-1:] in _TO or _BOUNDING.search(said) is not None
    return ranged and bound.mention.unit != item.mention.unit and len(item.words) <= _SHORT


def _distributed(passage: Passage, rates: tuple[Mention, ...]) -> list[Mention]:
    """The rates of 分别占55.5%、44.5%: one for each of as many items before."""
    if not _EACH_SHARE.search(passage.before(rates[0])):
        return []
    spread = [rates[0]]
    for before, rate in pairwise(rates[:_MOST]):
        if rate.unit not in RATES or passage.between(before, rate).strip() not in _JOINED:
            break
        spread.append(rate)
    return spread


def _shared(found: list[Item], last: Mention) -> int:
    """Where the item stands whose share follows: N所，比上年增加D所，增长g%，占p% is N's."""
    changed = last.unit in RATES and len(found) > 1 and _CHANGED.search(found[-1].label)
    return -2 if changed and found[-2].percent is None else -1


def _is_share(passage: Passage, item: Item, last: Mention, percent: Mention) -> bool:
    """Whether the rate is the item's share: N户，占p%, and N户，同比增长g%，占p%."""
    grown = last is not item.mention and last.unit in RATES
    if grown and not passage.between(last, percent).startswith(("，占", ",占")):
        return False
    gap = passage.plain[last.end if grown else item.mention.end : percent.start]
    shared = _SHARE.match(gap) and not _NOT_ITS_OWN.search(gap)
    return item.percent is None and bool(shared)


def _with_share(item: Item, percent: Mention) -> Item:
    return Item(item.mention, item.label, item.words, item.depth, item.times, percent)


def _times(words: str) -> int:
    """How many names an 各 gives its figure to."""
    if not _EACH.search(words):
        return 1
    inside = words.rsplit("（", 1)[-1] if "）各" in words else words.lstrip("，、；")
    return inside.count("、") + 1 if "、" in inside else 1
