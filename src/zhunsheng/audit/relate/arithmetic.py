"""Adding figures as they are printed: rounding is an interval, not an error."""

from collections.abc import Iterable
from decimal import Decimal

from zhunsheng.audit.model import Mention


def number(value: Decimal) -> str:
    """Plain digits, never an exponent."""
    return format(value.normalize() + 0, "f")


def total_of(parts: Iterable[Mention]) -> Decimal:
    """The sum of the printed values."""
    return sum((part.value for part in parts), Decimal(0))


def slack(mentions: Iterable[Mention]) -> Decimal:
    """How far rounding may carry a sum: half a unit of each last printed digit."""
    return sum((half_step(m) for m in mentions), Decimal(0))


def half_step(mention: Mention) -> Decimal:
    """Half a unit of the last digit of a rounded figure; a whole count is exact."""
    if mention.decimals == 0 and mention.scale == 1:
        return Decimal(0)
    return mention.scale.scaleb(-mention.decimals) / 2


def adds_up(total: Mention, parts: tuple[Mention, ...]) -> bool:
    """Whether the parts make the total within rounding."""
    return abs(total.value - total_of(parts)) <= slack((total, *parts))


def shown_sum(total: Mention, parts: tuple[Mention, ...], *, holds: bool) -> str:
    """`502 = 359 + 143`, or `3 ≠ 1 + 3 = 4`."""
    right = " + ".join(number(part.value) for part in parts)
    if holds:
        return f"{number(total.value)} = {right}"
    return f"{number(total.value)} ≠ {right} = {number(total_of(parts))}"


def one_slip(wrong: Decimal, right: Decimal) -> bool:
    """Whether one mistyped digit, two swapped ones, or a lost zero turns one into the other."""
    a, b = number(wrong), number(right)
    if len(a) == len(b):
        differing = [i for i in range(len(a)) if a[i] != b[i]]
        swapped = len(differing) == 2 and sorted(a) == sorted(b)
        return len(differing) == 1 or swapped
    return wrong * 10 == right or right * 10 == wrong
