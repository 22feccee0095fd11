"""Sentences with their offsets; a line or page break inside a sentence does not end it."""

import re
from dataclasses import dataclass

_END = re.compile(r"[。！？!?]+[”’」』）)]*")
_BREAK = re.compile(r"[ \t\r]*[\n\f][\s]*")
_CLOSED = "。！？!?：:；;"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text, half-open."""

    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Every sentence in order; a heading line of its own is one."""
    cuts = {m.end() for m in _END.finditer(text)}
    for m in _BREAK.finditer(text):
        before = text[m.start() - 1 : m.start()]
        # No closing mark before the break and a running word after it: the page cut a sentence.
        if before in _CLOSED or _begins_anew(text, m.end()):
            cuts.add(m.end())
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    return tuple(
        Sentence(a, b) for a, b in zip(edges, edges[1:], strict=False) if text[a:b].strip()
    )


_ANEW = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、]"
)


def _begins_anew(text: str, at: int) -> bool:
    return bool(_ANEW.match(text, at))
