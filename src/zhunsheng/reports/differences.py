"""Two texts side by side: what stayed, what went, what came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

#: A token of a figure, a number, a Latin word or one character: what a reader sees as one thing.
_PIECES = re.compile(r"\{[^{}\n]*\}|\d[\d.,]*%?|[A-Za-z]+|\s+|.", re.DOTALL)
_LEAST = 2  # characters kept between two changes; fewer make the difference a stutter


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text: `how` is same, gone or new."""

    how: str
    text: str


def difference(before: str, after: str) -> tuple[Stretch, ...]:
    """The stretches in reading order; joined without the gone ones they are `after`."""
    return tuple(_joined(_stretches(_PIECES.findall(before), _PIECES.findall(after))))


def _stretches(before: list[str], after: list[str]) -> Iterator[Stretch]:
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = "".join(before[a:b]), "".join(after[c:d])
        if how == "equal":
            yield Stretch("same", new)
            continue
        if old:
            yield Stretch("gone", old)
        if new:
            yield Stretch("new", new)


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """A change, one kept character and a change again read as one change."""
    gone, new, kept = "", "", ""
    for stretch in stretches:
        if stretch.how == "same" and (len(stretch.text) >= _LEAST or not (gone or new)):
            yield from _change(gone, new, kept)
            gone, new, kept = "", "", ""
            yield stretch
        elif stretch.how == "same":
            kept = stretch.text
        else:
            gone, new = gone + kept, new + kept
            kept = ""
            gone += stretch.text if stretch.how == "gone" else ""
            new += stretch.text if stretch.how == "new" else ""
    yield from _change(gone, new, kept)


def _change(gone: str, new: str, kept: str) -> Iterator[Stretch]:
    for how, text in (("gone", gone), ("new", new), ("same", kept)):
        if text:
            yield Stretch(how, text)
