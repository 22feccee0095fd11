"""Lists of parts after a total: which figures could be parts, and how strongly they claim it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zhunsheng.audit.model import Mention
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.relate.items import Item, items_by_sentence
from zhunsheng.audit.relate.labels import paired, shares_are_whole

# 其中 of which, 包括 including, 归类 sorted, 按…分 divided by, 从…看 seen by
_FRESH: Final = re.compile(r"其中|包括|归类|分类|按[^，。]{1,12}|从[^，。]{1,12}看|[中里][，,：]")
#: A new whole, a comparison or a target begins: what follows is no part of the list.
_OTHER: Final = re.compile(
    r"同比|环比|增长|下降|上升|减少|增加|提高|平均|人均|日均|比上年|较上年|目标|计划|以来|共计|合计|总计|总数"
)
#: 日均 a day's average is no whole.
_NO_WHOLE: Final = re.compile(r"均|每[日天月户人]|其他|其它|其余")
_DONE: Final = re.compile(r"^(?:已|均已|全部|完成|办结|处理|整改|移送|回复)")
_SUMMED: Final = re.compile(r"(?:共计|合计|总计|总共)[^，。；\d]{0,4}$")
#: Figures that say how many kinds a list has are no part of it.
_KINDS: Final = frozenset(["类", "大类", "种", "方面"])
_MOST: Final = 40  # parts; a longer list is a table
_FARTHEST: Final = 46  # characters between two parts
_BACK: Final = 6  # earlier figures a list of the next sentence may divide


@dataclass(frozen=True, slots=True)
class Candidate:
    """A total and what could be its parts; `opening` is the text between them."""

    total: Item
    parts: tuple[Item, ...]
    opening: str
    bracketed: bool = False
    trailing: bool = False  # the total comes after its parts
    apart: bool = False  # the total stands in an earlier sentence
    nearest: bool = True  # no other figure stands between total and list


def candidates(passage: Passage) -> Iterator[Candidate]:
    """Every total with the like figures after it, in its sentence or the next."""
    earlier: list[Item] = []
    for items in items_by_sentence(passage):
        for place, total in enumerate(items):
            if total.mention.exact and not _NO_WHOLE.search(total.label):
                yield from _following(passage, total, items[place + 1 : place + 1 + 2 * _MOST])
                yield from _trailing(passage, total, items[max(0, place - _MOST) : place])
        yield from _next_sentence(passage, earlier, items)
        earlier = [*earlier, *items][-_BACK:]
    yield from _shared_lists([item for items in items_by_sentence(passage) for item in items])


def _shared_lists(items: list[Item]) -> Iterator[Candidate]:
    """Lists whose printed shares make a hundred, however far before them their total stands."""
    start = 0
    for at, item in enumerate(items):
        if item.percent is None or item.mention.unit != items[start].mention.unit:
            start = at if item.percent is not None else at + 1
        parts = tuple(items[start : at + 1])
        if len(parts) > _MOST:
            start = at + 1
        elif len(parts) > 1 and shares_are_whole(parts):
            for back, total in enumerate(reversed(items[max(0, start - _BACK) : start])):
                if total.mention.exact and _alike(total.mention, item.mention):
                    yield Candidate(total, parts, "", apart=True, nearest=back == 0)
            start = at + 1


def _following(passage: Passage, total: Item, rest: tuple[Item, ...]) -> Iterator[Candidate]:
    parts = run(total.mention, rest)
    if len(parts) > 1:
        opening = passage.plain[total.mention.end : parts[0].mention.start]
        inside = parts[0].depth > total.depth
        yield Candidate(total, parts, opening, bracketed=inside)
        # 合格a，不合格b；another's: a pair that leaves nothing out ends before the semicolon.
        cut = next((at for at, part in enumerate(parts) if at and "；" in part.words), 0)
        if cut > 1 and paired([part.label for part in parts[:cut]]):
            yield Candidate(total, parts[:cut], opening, bracketed=inside)


def run(total: Mention, rest: tuple[Item, ...]) -> tuple[Item, ...]:
    """Figures of the total's unit at one bracket depth, until the words change the subject."""
    parts: list[Item] = []
    for item in rest:
        level = parts[0].depth if parts else item.depth
        if item.depth > level or item.mention.unit in _KINDS:
            continue
        if item.depth < level or not item.mention.exact or not _alike(total, item.mention):
            break
        if len(item.words) > _FARTHEST or _OTHER.search(item.label):
            break
        if "；" in item.words and not parts:
            break
        if len(parts) > 1 and _DONE.search(item.label) and not _DONE.search(parts[0].label):
            break
        parts.append(item)
        if len(parts) == _MOST:
            break
    return tuple(parts)


def _alike(total: Mention, part: Mention) -> bool:
    return part.unit == total.unit or not part.unit or not total.unit


def _trailing(passage: Passage, total: Item, earlier: tuple[Item, ...]) -> Iterator[Candidate]:
    """The like figures just before a total that comes after them: A…B…，共计N."""
    if not _SUMMED.search(total.label):
        return
    parts: list[Item] = []
    following = total
    for item in reversed(earlier):
        if _SUMMED.match(passage.plain[item.mention.end : following.mention.start]):
            continue  # 两项合计: the 2 counts the parts
        if "；" in following.words or not _alike(total.mention, item.mention):
            break
        if not item.mention.exact or item.depth != total.depth:
            break
        parts.insert(0, item)
        following = item
    # 两项合计 with two parts before it is sure; a longer run back may cross a subject.
    if len(parts) > 1:
        yield Candidate(total, tuple(parts), "", trailing=True)


def _next_sentence(
    passage: Passage, earlier: list[Item], items: tuple[Item, ...]
) -> Iterator[Candidate]:
    """A sentence that divides a figure of the ones before it: …128件。其中A类…"""
    if not earlier or not items:
        return
    fresh = _FRESH.search(items[0].words) is not None
    # 立案a件，不予立案b件: two that leave nothing out need no word to begin with.
    if not fresh and not (len(items) > 1 and paired([item.label for item in items[:2]])):
        return
    for back, total in enumerate(reversed(earlier)):
        if not total.mention.exact or total.depth or _NO_WHOLE.search(total.label):
            continue
        parts = run(total.mention, items if fresh else items[:2])
        if len(parts) > 1:
            opening = passage.plain[total.mention.end : parts[0].mention.start][-60:]
            yield Candidate(total, parts, opening, apart=True, nearest=back == 0)
