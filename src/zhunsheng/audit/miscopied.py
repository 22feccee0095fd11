"""A title that is that of a known instrument but for a character or a few."""

import functools
import re
from typing import Final

from zhunsheng.audit.instruments import STATE, even, evened, known

_FURTHEST: Final = 4  # characters too many or too few; more, and it may be another instrument
_SHORTEST: Final = 9  # characters of a title that can be miscopied and still be known
_REPLACED: Final = 2  # characters written for others
_SHORTEST_KIND: Final = 6  # characters of a title whose last word is no kind of instrument
_SHORTEST_LAW: Final = 4  # characters of a law beside the name of the state
# The word a title ends with, its kind: regulations, measures, provisions, rules, opinions, law …
_KIND: Final = re.compile(r"(?:条例|办法|规定|细则|意见|纲要|方案|规划|规则|准则|通知|决定|法)$")


@functools.lru_cache(maxsize=4096)
def meant_by(title: str, registered: frozenset[str]) -> str:
    """The exact title that a miscopied one means; empty for one that is right or unknown."""
    given = even(title)
    if given in known() or given in evened(registered):
        return ""
    whole = title.startswith(STATE)
    meant = next((k.title for other, k in known().items() if _means(given, other, whole)), "")
    # A law bears the name of the state; a regulation may or may not, so nothing is put before it.
    return f"{STATE}{meant}" if whole and meant.endswith("法") else meant


def _means(given: str, other: str, whole: bool) -> bool:
    return (
        _miscopied(given, other)
        or _kind_misspelt(given, other)
        or (whole and _law_short_of_one(given, other))
    )


def _kind_misspelt(given: str, other: str) -> bool:
    """Whether only the last character is another, and no kind of instrument ends so."""
    return (
        len(given) == len(other) >= _SHORTEST_KIND
        and given[:-1] == other[:-1]
        and not _KIND.search(given)
        and _KIND.search(other) is not None
    )


def _law_short_of_one(given: str, other: str) -> bool:
    """Whether a law cited with the name of the state lacks or doubles one character inside."""
    return (
        min(len(given), len(other)) >= _SHORTEST_LAW
        and abs(len(given) - len(other)) == 1
        and _one_insertion(given, other)
    )


def _miscopied(title: str, other: str) -> bool:
    if min(len(title), len(other)) < _SHORTEST:
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
