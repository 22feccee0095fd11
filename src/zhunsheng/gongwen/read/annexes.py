"""The attachments bound with a document: where one opens, and what its title is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from zhunsheng.gongwen.model import Block, Kind
from zhunsheng.gongwen.read.headings import level_of
from zhunsheng.gongwen.read.line import Paragraph
from zhunsheng.gongwen.read.pieces import block_of

LABEL: Final = re.compile(r"附\s?件\s?\d{0,2}")  # 附件1, alone on its line (7.3.7)
_LONGEST_TITLE: Final = 120


def annex_blocks(
    paragraphs: Sequence[Paragraph],
    body: Callable[[Paragraph], Block],
    *,
    names: Sequence[str],
) -> list[Block]:
    """The blocks of what stands behind the text; `names` are those its 附件说明 lists.

    Without a label on a line of its own nothing says where an attachment begins: it stays text.
    """
    blocks: list[Block] = []
    at = 0
    while at < len(paragraphs):
        if not LABEL.fullmatch(paragraphs[at].text) or paragraphs[at].line.rows:
            blocks.append(body(paragraphs[at]))
            at += 1
            continue
        blocks.append(block_of([paragraphs[at]], Kind.ANNEX))
        title = _title(paragraphs[at + 1 :], names)
        if title:
            blocks.append(block_of(title, Kind.ANNEX_TITLE))
        at += 1 + len(title)
    return blocks


def _title(following: Sequence[Paragraph], names: Sequence[str]) -> list[Paragraph]:
    """The lines that together are a name of the list; else the first, if it can be a title."""
    lines: list[Paragraph] = []
    for paragraph in following[:6]:
        if paragraph.line.rows:
            break
        lines.append(paragraph)
        joined = _solid("".join(each.text for each in lines))
        if any(joined == _solid(name) for name in names):
            return lines
    first = following[0] if following else None
    if first is None or first.line.rows or not _can_be_title(first.text):
        return []
    return [first]


def _solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def _can_be_title(text: str) -> bool:
    ends = text.endswith(("。", "；", "：", ":"))
    return len(text) <= _LONGEST_TITLE and not ends and not level_of(text)
