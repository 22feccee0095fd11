"""The parts of a report: its headings of the first level with the text below each."""

import re
from dataclasses import dataclass

_HEADING = re.compile(r"^[ \t　]*[一二三四五六七八九十]{1,3}、[^\n。]{2,60}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, half-open offsets into the text."""

    heading: str
    start: int
    end: int
    body: str


def sections(text: str) -> tuple[Section, ...]:
    """Every first-level section in order; none where the text has no such headings."""
    heads = list(_HEADING.finditer(text))
    edges = [*(m.start() for m in heads[1:]), len(text)][: len(heads)]
    return tuple(
        Section(m.group().strip(), m.start(), end, text[m.end() : end])
        for m, end in zip(heads, edges, strict=True)
    )


def under(text: str, pattern: re.Pattern[str]) -> Section | None:
    """The first section whose heading matches."""
    return next((s for s in sections(text) if pattern.search(s.heading)), None)
