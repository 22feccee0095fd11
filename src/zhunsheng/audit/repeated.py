"""Clauses that stand word for word in two places of one text, neighbours taken together."""

import functools
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from zhunsheng.audit.data import table

_CLAUSE: Final = re.compile(r"[^，。；：！？\n]{8,200}")
_DROPPED: Final = re.compile(r"[^\u4e00-\u9fff\d%\n]+")
_SHORTEST: Final = 10  # characters of a clause that says something of its own
_WHOLE: Final = 24  # characters in common that make a repeated passage
_APART: Final = 60  # characters that may stand between two clauses of one passage


@dataclass(frozen=True, slots=True)
class Repeated:
    """One passage and where it stands again, half-open."""

    first: tuple[int, int]
    again: tuple[int, int]


def repeated(text: str) -> tuple[Repeated, ...]:
    """Every passage that stands twice, in order."""
    # One pass over all clauses together; most texts say nothing twice and end here.
    kept = _DROPPED.sub("", "\n".join(_CLAUSE.findall(text))).split("\n")
    times = Counter([words for words in kept if len(words) >= _SHORTEST])
    twice = {words for words, count in times.items() if count > 1 and not _is_phrase(words)}
    if not twice:
        return ()
    seen: dict[str, tuple[int, int]] = {}
    runs: list[tuple[list[int], list[int], int]] = []
    for match, words in zip(_CLAUSE.finditer(text), kept, strict=True):
        if words not in twice:
            continue
        before = seen.setdefault(words, match.span())
        if before == match.span():
            continue
        run = runs[-1] if runs else None
        if run and 0 <= match.start() - run[1][1] <= _APART and _beside(run[0], before):
            run[0][0], run[0][1] = min(run[0][0], before[0]), max(run[0][1], before[1])
            run[1][1] = match.end()
            runs[-1] = (run[0], run[1], run[2] + len(words))
        else:
            runs.append(([*before], [*match.span()], len(words)))
    return tuple(Repeated((a[0], a[1]), (b[0], b[1])) for a, b, length in runs if length >= _WHOLE)


@functools.lru_cache(maxsize=4096)
def _is_phrase(words: str) -> bool:
    """Whether a clause is part of a set phrase, or holds one."""
    return any(words in phrase or phrase in words for phrase in _phrases())


@functools.cache
def _phrases() -> tuple[str, ...]:
    phrases = table("set_phrases")["phrases"]
    return tuple(_DROPPED.sub("", words) for entry in phrases for words in entry["words"])


def _beside(place: list[int], clause: tuple[int, int]) -> bool:
    return place[0] - _APART <= clause[0] and clause[1] <= place[1] + _APART + clause[1] - clause[0]
