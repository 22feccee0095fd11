"""Sentences with their offsets; a line or page break inside a sentence does not end it."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

_END: Final = re.compile(r"[。！？!?]+[”’」』）)]*")
# Begins with the break itself: a long row of blanks is passed once, not once for each blank.
_BREAK: Final = re.compile(r"[\n\r\f\v\u2028\u2029]\s*")
_CLOSED: Final = frozenset("。！？!?：:；;…")
_CLOSERS: Final = frozenset("”’」』）)》")
_BLANK: Final = frozenset(" \t\u3000\xa0")
# A printed page number on a line of its own, between the two halves of a sentence.
_PAGE: Final = re.compile(r"[-—–－―─]{1,2} ?\d{1,4} ?[-—–－―─]{1,2}(?=\s)\s*")
# What begins a paragraph of its own: 一、 （一） 1. ① 附件 attachments 抄送 copies
_ANEW: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|\d{1,2} ?[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⒇]|附件|抄送"
    r"|第[一二三四五六七八九十]{1,3}[章条部]"
)


class Sentence(NamedTuple):
    """A stretch of the text, half-open. A tuple: every text has hundreds."""

    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Every sentence in order; a heading line of its own is one."""
    cuts = {m.end() for m in _END.finditer(text)}
    cuts |= {end for _, end, joins in _breaks(text) if not joins}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    return tuple(Sentence(a, b) for a, b in pairwise(edges) if text[a:b].strip())


def _breaks(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, whether the sentence goes on) of each line or page break with its blanks."""
    found = []
    done = 0
    for match in _BREAK.finditer(text):
        if match.start() < done:
            continue
        start, end = match.span()
        while start > done and text[start - 1] in _BLANK:
            start -= 1
        page = _PAGE.match(text, end)
        end = page.end() if page else end
        found.append((start, end, _goes_on(text, start, end)))
        done = end
    return found


def _goes_on(text: str, start: int, end: int) -> bool:
    """No closing mark before the break and a running word after it: the page cut a sentence."""
    while start and text[start - 1] in _CLOSERS:
        start -= 1
    if not start or end >= len(text) or text[start - 1] in _CLOSED:
        return False
    return _ANEW.match(text, end) is None
