"""A title that is that of a known instrument but for a character or a few."""

import functools
import re
from typing import Final

from zhunsheng.audit.instruments import even, evened, known

_FURTHEST: Final = 4  # characters too many or too few; more, and it may be another instrument
_SHORTEST: Final = 9  # characters of a title that can be miscopied and still be known
_REPLACED: Final = 2  # characters written for others


@functools.lru_cache(maxsize=4096)
def meant_by(title: str, registered: frozenset[str]) -> str:
    """The exact title that a miscopied one means; empty for one that is right or unknown."""
    given = even(title)
    if len(given) < _SHORTEST or given in known() or given in evened(registered):
        return ""
    return next((k.title for other, k in known().items() if _miscopied(given, other)), "")


def _miscopied(title: str, other: str) -> bool:
    if len(other) < _SHORTEST:
        return False
    return _one_insertion(title, other) or _one_replacement(title, other)


def _one_insertion(one: str, other: str) -> bool:
    """Whether one is the other with a few characters put in, or left out, at one place."""
    shorter, longer = sorted((one, other), key=len)
    if not 0 < len(longer) - len(shorter) <= _FURTHEST:
        return False
    same = next((i for i, char in enumerate(shorter) if char != longer[i]), len(shorter))
    rest = len(shorter) - same
    # Only inside: a title with more before or after it is another instrument.
    return 0 < same < len(shorter) and shorter[same:] == longer[len(longer) - rest :]


def _one_replacement(one: str, other: str) -> bool:
    """Whether a character or two inside differ; figures that differ make another instrument."""
    if len(one) != len(other):
        return False
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if not places or places[-1] - places[0] >= _REPLACED:
        return False
    changed = "".join(one[i] + other[i] for i in places)
    return (
        places[0] > 0
        and places[-1] < len(one) - 1
        and not re.search(r"[\d一二三四五六七八九]", changed)
    )
