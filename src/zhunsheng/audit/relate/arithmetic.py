"""Adding figures as they are printed: rounding is an interval, not an error."""

from collections.abc import Iterable
from decimal import Decimal
from operator import ne
from typing import Final

from zhunsheng.audit.model import Mention
from zhunsheng.audit.relate.items import Item

_HALVES: Final = tuple(Decimal(1).scaleb(-places) / 2 for places in range(20))


def number(value: Decimal) -> str:
    """Plain digits, never an exponent."""
    plain = str(value)
    return plain if plain.isdigit() else format(value.normalize() + 0, "f")


def total_of(parts: Iterable[Item]) -> Decimal:
    """The sum of the printed values."""
    return sum((part.mention.value * part.times for part in parts), Decimal(0))


def adds_up(total: Mention, parts: tuple[Item, ...]) -> bool:
    """Whether the parts make the total within rounding."""
    slack = total.half + sum((p.mention.half for p in parts), Decimal(0))
    return abs(total.value - total_of(parts)) <= slack


def shown_sum(total: Mention, parts: tuple[Item, ...], *, holds: bool) -> str:
    """`502 = 359 + 143`, or `3 ≠ 1 + 3 = 4`; 各 gives `5×1`."""
    right = " + ".join(
        f"{p.times}×{number(p.mention.value)}" if p.times > 1 else number(p.mention.value)
        for p in parts
    )
    if holds:
        return f"{number(total.value)} = {right}"
    return f"{number(total.value)} ≠ {right} = {number(total_of(parts))}"


def percent_half(percent: Mention) -> Decimal:
    """Half a unit of the last printed digit of a percentage."""
    return _HALVES[percent.decimals]


def fits_share(part: Mention, base: Decimal, percent: Mention) -> bool:
    """Whether part ÷ base is the printed percentage.

    One unit of the last digit is allowed: a share that was cut, not rounded, is no contradiction.
    """
    return amount_fits(part.value, part.half, base, percent)


def amount_fits(amount: Decimal, half: Decimal, base: Decimal, percent: Mention) -> bool:
    """The same of an amount that is no printed figure; `half` is what rounding may hide in it."""
    if base <= 0:
        return False
    # Multiplied by the base: two products cost less than two quotients.
    slack = percent_half(percent) * 2 * base
    if half:
        slack += half * 100
    return abs(amount * 100 - percent.value * base) <= slack


def one_slip(wrong: Decimal, right: Decimal) -> bool:
    """Whether one mistyped digit, two swapped ones, or a lost zero turns one into the other."""
    if wrong <= 0 or right <= 0:
        return False
    a, b = number(wrong), number(right)
    if len(a) == len(b):
        differing = sum(map(ne, a, b))
        return differing == 1 or (differing == 2 and sorted(a) == sorted(b))
    larger, smaller = max(wrong, right), min(wrong, right)
    return larger in (smaller * 10, smaller * 10000)  # a nought, or 万
