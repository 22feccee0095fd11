"""Shortcomings and next year's arrangements of a report, and whether one answers the other."""

import functools
import re
from dataclasses import dataclass
from typing import Final

from zhunsheng.audit.missing import UNFED
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import Section, sections

_PROBLEMS: Final = re.compile(r"不足|问题|短板|困难|差距")
_PROBLEM: Final = re.compile(
    r"[一二三四五六七八九]是[^；。]{4,160}|[（(][一二三四五六七八九十][）)][^\n]{4,400}"
)
_MEASURE: Final = re.compile(
    r"[一二三四五六七八九]是[^；。]{4,160}"
    r"|(?:^|\n)[ \u3000]{0,8}[（(][一二三四五六七八九十][）)][^\n]{4,600}"
)
_NUMBER: Final = re.compile(
    r"[\n \u3000]*(?:[一二三四五六七八九]是|[（(][一二三四五六七八九十][）)])[ \u3000]*"
)
# Words every such sentence has; they tie nothing to nothing.
_COMMON: Final = re.compile(
    r"法治政府|法治建设|法治|依法行政|政府|建设|工作|进一步|加强|加大|提高|提升|强化|完善|健全|推进|推动|力度|水平|能力|需要?|有待"
    r"|不够|不足|存在|问题|方面|相关|情况|主要|部分|个别|还|仍|较|落实|开展|全面|持续|深入|重点|积极|认真|切实|充分|措施|机制|制度化"
)
_GRAM: Final = 2
_MOST: Final = 60  # items of a part; a part with more is no list of shortcomings


@dataclass(frozen=True, slots=True)
class Item:
    """One shortcoming or arrangement, half-open; `lead` is where its first sentence ends."""

    start: int
    end: int
    lead: int
    text: str


def stated(passage: Passage) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """(shortcomings, arrangements) where the report numbers them; empty where it does not."""
    parts = sections(passage.text)
    behind = [s for s in parts if _PROBLEMS.search(s.heading) and not s.ahead]
    ahead = [s for s in parts if s.ahead]
    problems = [item for s in behind for item in _items(s, _PROBLEM)]
    measures = [item for s in ahead for item in _items(s, _MEASURE, headings=True)]
    return tuple(problems[:_MOST]), tuple(measures[:_MOST])


def answers(problem: Item, measure: Item) -> bool:
    """Whether they share two neighbouring characters beyond what every such sentence has."""
    return bool(grams(problem.text) & grams(measure.text))


def _items(section: Section, pattern: re.Pattern[str], *, headings: bool = False) -> list[Item]:
    if UNFED in section.body:
        return []
    base = section.end - len(section.body)
    found = []
    numbered = bool(re.search(r"\n[ \u3000]{0,8}[（(][一二三]", section.body))
    for match in pattern.finditer(section.body):
        if headings and numbered and not re.match(r"\n?[ \u3000]{0,8}[（(]", match.group()):
            continue  # 一是 inside a numbered arrangement is a part of it
        opening = _NUMBER.match(match.group())
        text = match.group()[opening.end() :] if opening else match.group()
        start = base + match.start() + len(match.group()) - len(match.group().lstrip())
        lead = re.search(r"[。；]", match.group())
        end = base + match.end()
        found.append(Item(start, end, base + match.start() + lead.start() if lead else end, text))
    return found


@functools.lru_cache(maxsize=512)
def grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters that say something of their own."""
    kept = _COMMON.sub("\n", text)
    return frozenset(
        kept[i : i + _GRAM]
        for i in range(len(kept) - _GRAM + 1)
        if all("\u4e00" <= c <= "\u9fff" for c in kept[i : i + _GRAM])
    )
