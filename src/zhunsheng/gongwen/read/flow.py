"""Paragraphs from lines: what a line or page break cut in mid-sentence is one paragraph again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from zhunsheng.gongwen.model import Kind
from zhunsheng.gongwen.read.headings import level_of
from zhunsheng.gongwen.read.line import Line, Paragraph

# Closing marks may follow the stop: 。” ？） …
_STOPS: Final = frozenset("。！？；：:…!?;")
_CLOSERS: Final = "”’」』）)》〉"
# What begins an element of its own: 附件 attachment, 主送 recipients, 抄送/抄报 copies, 签发人
# signer, 出席 present, 请假 excused, 列席 observers.
_OPENERS: Final = re.compile(r"(?:附件|主送|抄送|抄报|签发人|出席|请假|列席)\s?\d*[：:]")
_LABEL: Final = re.compile(r"附\s?件\s?\d{0,2}")  # 附件1, which opens an attachment
_RECIPIENTS: Final = re.compile(r"(?:主送|抄送|抄报)\s?[：:]")
_DATE_LINE: Final = re.compile(r"[12〇○零一二三四五六七八九\d]{4}\s?年.{2,7}日(?:印发)?$")
_PAGE_NUMBER: Final = re.compile(r"[-—–－―─]{1,2}\s?\d{1,4}\s?[-—–－―─]{1,2}$|第\s?\d{1,4}\s?页")
LONGEST_NUMBER: Final = 16
_END_OF_HEAD: Final = ("文件", "号")  # the red head's 文件 and the number's 号


def is_page_number(text: str) -> bool:
    """Whether a line is only a page number as official documents print it."""
    return len(text) < LONGEST_NUMBER and _PAGE_NUMBER.match(text) is not None


def paragraphs(text: str, lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs in order. Page numbers stand apart and do not break a sentence."""
    done: list[Paragraph] = []
    aside: list[Paragraph] = []
    current: list[Line] = []
    in_head = True
    for line in lines:
        if line.kind is Kind.PAGE_NUMBER or line.kind is Kind.OTHER:
            aside.append(_paragraph(text, [line]))
        elif current and not in_head and _goes_on(text, current, line):
            current.append(line)
        else:
            if current:
                done.append(_paragraph(text, current))
            current = [line]
        in_head = in_head and not (_ends_head(text[line.start : line.end]) or _begins_text(line))
    if current:
        done.append(_paragraph(text, current))
    return tuple(sorted((*done, *aside), key=lambda paragraph: paragraph.start))


def _paragraph(text: str, lines: list[Line]) -> Paragraph:
    if len(lines) == 1:
        line = lines[0]
        return Paragraph(((line.start, line.end),), text[line.start : line.end], line)
    pieces = tuple((line.start, line.end) for line in lines)
    return Paragraph(pieces, "".join(text[a:b] for a, b in pieces), lines[0])


def _ends_head(words: str) -> bool:
    """Whether the lines of the head are over: number, title and addressees are not joined here."""
    signer = words.startswith("签发人")
    return not signer and (words.endswith(("：", ":")) or "。" in words or level_of(words) > 0)


def _begins_text(line: Line) -> bool:
    """Whether a line is the first of a paragraph of text: nothing of a head stands so."""
    at_text = line.left is not None and line.left < _INDENT_PT
    return at_text and line.indented and line.full and not line.red


def _goes_on(text: str, current: list[Line], following: Line) -> bool:
    """Whether `following` continues the paragraph of `current`."""
    last = current[-1]
    before = text[last.start : last.end]
    # So ends nearly every line of a plain text: told before longer questions are asked.
    stops = not last.full and before[-1:] in _STOPS
    stops = stops or last.whole or following.whole or following.apart
    if stops or _differ(last, following):
        return False
    opening = text[current[0].start : current[0].end]
    after = text[following.start : following.end]
    hangs = _hangs(opening, current[0], following)
    fills = last.full and (hangs or not following.indented)
    # However full the row of 抄送 is, the stop closes its list (7.4.2).
    closed = _RECIPIENTS.match(opening) and before.endswith("。")
    if closed or (len(current) == 1 and _DATE_LINE.match(opening)):
        return False
    if _begins_anew(after):
        # A full line may be followed by a figure with a point only by chance: that goes on.
        return last.full and not following.indented and level_of(after) >= 3
    if _ends(before) or _OPENERS.match(opening):
        return fills or before.endswith("、")  # no list ends so, however short its row is
    if len(current) == 1 and level_of(opening) and "。" not in opening:
        return fills  # a heading on a line of its own ends there
    return fills or (len(before) > _SHORT_LINE and not following.indented)


def _differ(last: Line, following: Line) -> bool:
    """Whether two lines are of different type sizes: text and imprint, title and text."""
    known = last.size is not None and following.size is not None
    return known and abs((last.size or 0) - (following.size or 0)) > 1


def _hangs(opening: str, first: Line, following: Line) -> bool:
    """Whether a line stands in under the name that an attachment or list of organs begins with."""
    if first.left is None or following.left is None:
        return False
    named = _OPENERS.match(opening) or level_of(opening) >= 3
    return bool(named) and _HANGING_PT[0] < following.left - first.left < _HANGING_PT[1]


def _begins_anew(words: str) -> bool:
    opens = _OPENERS.match(words) or _LABEL.fullmatch(words) or _DATE_LINE.match(words)
    return opens is not None or level_of(words) > 0


def _ends(words: str) -> bool:
    if words.endswith(_END_OF_HEAD) or words.rstrip(_CLOSERS)[-1:] in _STOPS:
        return True
    return words.endswith(("日", "印发")) and _DATE_LINE.search(words) is not None


_HANGING_PT: Final = (6, 90)  # least and most: a signature stands further right
_INDENT_PT: Final = 130  # where a paragraph indented by two characters begins, and no signer does
_SHORT_LINE: Final = 24  # 28 characters fill a line: a shorter one that stops has stopped
