"""The parts of a report: its headings of the first level with the text below each."""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(
    r"^[ \t　]{0,8}[一二三四五六七八九十]{1,3}、[^\n。]{2,60}", re.MULTILINE
)
# 下一步 next step, 下一年 next year, 2025年…安排 arrangements for 2025
_AHEAD: Final = re.compile(
    r"下一?步|下一?年|来年|明年|20\d{2}年[^\n]{0,24}(?:安排|打算|计划|思路|重点|设想)"
    r"|工作(?:安排|打算|计划|思路|设想)"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, half-open offsets into the text."""

    heading: str
    start: int
    end: int
    body: str

    @property
    def ahead(self) -> bool:
        """Whether it speaks of the year to come."""
        return bool(_AHEAD.search(self.heading))


@functools.lru_cache(maxsize=2)
def sections(text: str) -> tuple[Section, ...]:
    """Every first-level section in order; none where the text has no such headings."""
    heads = list(_HEADING.finditer(text))
    edges = [m.start() for m in heads[1:]] + [len(text)] * bool(heads)
    return tuple(
        Section(m.group().strip(), m.start(), end, text[m.end() : end])
        for m, end in zip(heads, edges, strict=True)
    )


def under(
    text: str, pattern: re.Pattern[str], *, such: Callable[[Section], bool] = lambda _: True
) -> Section | None:
    """The first section whose heading matches.

    A text without headings is one section that matches if any of its words do: what it holds is
    then not told from what it lacks, and nothing is called missing that is spoken of at all.
    """
    parts = sections(text)
    if not parts and pattern.search(text):
        return Section("", 0, len(text), text)
    return next((s for s in parts if pattern.search(s.heading) and such(s)), None)
