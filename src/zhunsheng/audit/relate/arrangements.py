"""In which ways the parts of a list may make its total: by a prefix, or with one item nested."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhunsheng.audit.relate.arithmetic import adds_up
from zhunsheng.audit.relate.cues import asked
from zhunsheng.audit.relate.items import Item
from zhunsheng.audit.relate.labels import parallel
from zhunsheng.audit.relate.lists import Candidate

is_nested: Final = asked(r"其中|含|包括")
_THINNED: Final = 12  # the longest list in which one item is tried as part of another


def arrangements(candidate: Candidate) -> Iterator[tuple[Item, ...]]:
    """The prefixes of the run that add up, the longest first; then the run with one item nested."""
    parts = candidate.parts
    if candidate.trailing:
        for first in range(len(parts) - 1):
            if adds_up(candidate.total.mention, parts[first:]):
                yield parts[first:]
        return
    if candidate.bracketed:  # 61个（全市14个法院，下辖58个法庭、3个直属法庭）
        for first in range(1, len(parts) - 1):
            if adds_up(candidate.total.mention, parts[first:]):
                yield parts[first:]
    over = _overshoots(candidate)
    for length in range(len(parts), 1, -1):
        amount, slack = over[length - 1]
        if abs(amount) <= slack and not _goes_on(parts, length):
            yield parts[:length]
    nested = [at for at, part in enumerate(parts[:_THINNED]) if at and is_nested(part.words)]
    for length in range(min(len(parts), _THINNED), 2, -1) if nested else ():
        amount, slack = over[length - 1]
        for skip in (at for at in nested if at < length):
            if abs(amount - parts[skip].mention.value * parts[skip].times) <= slack:
                yield parts[:skip] + parts[skip + 1 : length]
                return


def _goes_on(parts: tuple[Item, ...], length: int) -> bool:
    """Whether the list goes on past so many items as it began: that they add up is chance."""
    if not 2 < length < len(parts):
        return False
    last, after = parts[length - 1], parts[length]
    alike = last.words[:1] == after.words[:1] and last.label[-1:] == after.label[-1:]
    return alike and parallel([part.label for part in parts[: length + 1]])


def _overshoots(candidate: Candidate) -> list[tuple[Decimal, Decimal]]:
    """By how much each prefix exceeds the total, and what rounding may explain of it."""
    amount, slack = -candidate.total.mention.value, candidate.total.mention.half
    found = []
    for part in candidate.parts:
        figure = part.mention
        amount += figure.value if part.times == 1 else figure.value * part.times
        if figure.half:
            slack += figure.half
        found.append((amount, slack))
    return found
