"""Passages that two texts share, words changed or not; set phrases of the genre count for nothing.

A unit begins with each sentence and is a few sentences long. Units that share enough pairs of
characters are laid beside each other; what they have in common in the same order is the measure.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from zhunsheng.audit.data import table
from zhunsheng.audit.handed import Beside
from zhunsheng.words.sentences import Sentence, sentences

_RUNNING: Final = re.compile(r"[^\u4e00-\u9fff]+")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_WHOLE: Final = 90  # Chinese characters that make a unit
_LEAST: Final = 40  # a last unit shorter than this is none
_FIGURES: Final = 0.04  # more figures to a character, and it is a form in words: alike by nature
_PAIRS: Final = 0.28  # share of pairs in common that makes two units worth comparing
_ALIKE: Final = 0.55  # share of characters in common, in order, that makes a copy
_COMMON: Final = 40  # a pair found in more units than this, in a large set, finds nothing
_CHUNK: Final = 400  # characters of a unit that are looked at


@dataclass(frozen=True, slots=True)
class Unit:
    """A few sentences, half-open in their text; `words` their Chinese characters alone."""

    text: int
    start: int
    end: int
    words: str
    numbers: frozenset[str]

    def filled_in(self, other: "Unit") -> bool:
        """Whether both are one form filled in with figures of their own."""
        dense = len(self.numbers) > _FIGURES * len(self.words)
        return dense and 2 * len(self.numbers & other.numbers) < len(self.numbers)


@dataclass(frozen=True, slots=True)
class Copy:
    """A stretch of the text that stands in another too; `alike` from 0.55 to 1."""

    start: int
    end: int
    name: str
    other_start: int
    other_end: int
    alike: float


def units(text: str, number: int = 0) -> tuple[Unit, ...]:
    """The units of a text: one begins with each sentence and ends within its paragraph."""
    pieces = [(s, _words(text[s.start : s.end])) for s in sentences(text)]
    return tuple(unit for at in range(len(pieces)) for unit in _from(pieces, at, text, number))


def _from(pieces: list[tuple[Sentence, str]], at: int, text: str, number: int) -> Iterator[Unit]:
    words, start = "", pieces[at][0].start
    if not pieces[at][1]:
        return
    for sentence, more in pieces[at:]:
        words += more
        if len(words) >= _WHOLE or "\n" in text[sentence.end - 1 : sentence.end + 1]:
            break
    if len(words) >= _LEAST:
        numbers = frozenset(_NUMBER.findall(text, start, sentence.end))
        yield Unit(number, start, sentence.end, words[:_CHUNK], numbers)


def _words(text: str) -> str:
    return _RUNNING.sub("", _phrases().sub("", text))


@functools.cache
def _phrases() -> re.Pattern[str]:
    words = [w for entry in table("set_phrases")["phrases"] for w in entry["words"]]
    return re.compile("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)))


@dataclass
class Library:
    """Texts that others are compared with."""

    names: list[str] = field(default_factory=list)
    _units: list[Unit] = field(default_factory=list)
    _by_pair: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Sequence[Beside]) -> "Library":
        """A library of these texts."""
        library = cls()
        for beside in texts:
            library.add(beside)
        return library

    def add(self, beside: Beside) -> None:
        """One more text."""
        number = len(self.names)
        self.names.append(beside.name)
        for unit in units(beside.text, number):
            at = len(self._units)
            self._units.append(unit)
            for pair in set(_pairs(unit.words)):
                self._by_pair.setdefault(pair, []).append(at)

    def copies(self, text: str, *, but: int = -1, below: int | None = None) -> tuple[Copy, ...]:
        """Every unit of the text that stands in the library, with its likest there.

        `but` is the number of the text itself where it is one of them, `below` the number under
        which the others must be, so that no two are compared twice.
        """
        found = []
        for unit in units(text):
            likest = max(
                (
                    (_alike(unit.words, self._units[at].words), at)
                    for at in self._near(unit)
                    if self._units[at].text != but
                    and not unit.filled_in(self._units[at])
                    and (below is None or self._units[at].text < below)
                ),
                default=(0.0, -1),
            )
            if likest[0] >= _ALIKE:
                other = self._units[likest[1]]
                name = self.names[other.text]
                found.append(Copy(unit.start, unit.end, name, other.start, other.end, likest[0]))
        return merged(found)

    def _near(self, unit: Unit) -> list[int]:
        pairs = set(_pairs(unit.words))
        crowded = max(_COMMON, len(self.names) // 4)
        lists = [self._by_pair[p] for p in pairs if p in self._by_pair]
        counted = Counter(at for units_ in lists if len(units_) <= crowded for at in units_)
        wanted = _PAIRS * sum(1 for p in pairs if len(self._by_pair.get(p, ())) <= crowded)
        return [at for at, count in counted.items() if count >= wanted]


def alike(one: str, other: str) -> float:
    """How much of both is in common, in the same order: 0 to 1."""
    if not one or not other:
        return 0.0
    return 2 * _in_common(one, other) / (len(one) + len(other))


def _alike(one: str, other: str) -> float:
    """The likeness of two units that begin together, one of which may run on further."""
    return max(alike(one, other[: len(one)]), alike(one[: len(other)], other))


def _in_common(one: str, other: str) -> int:
    """The length of the longest common subsequence, a row of it in one whole number."""
    where: dict[str, int] = {}
    for at, char in enumerate(one):
        where[char] = where.get(char, 0) | 1 << at
    row, full = (1 << len(one)) - 1, (1 << len(one)) - 1
    for char in other:
        matched = row & where.get(char, 0)
        row = ((row + matched) | (row - matched)) & full
    return len(one) - row.bit_count()


def _pairs(words: str) -> list[str]:
    return [words[i : i + 2] for i in range(len(words) - 1)]


def merged(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Copies that overlap or touch in both texts become one, its likeness the greatest."""
    found: list[Copy] = []
    for copy in copies:
        last = found[-1] if found else None
        near = last and copy.name == last.name and copy.start <= last.end
        if last and near and last.other_start <= copy.other_start <= last.other_end:
            found[-1] = replace(
                last,
                end=max(last.end, copy.end),
                other_end=max(last.other_end, copy.other_end),
                alike=max(last.alike, copy.alike),
            )
        else:
            found.append(copy)
    return tuple(found)
