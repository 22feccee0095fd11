"""Quotients of printed figures as intervals, and whether one slip of a pen explains a wrong one."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from zhunsheng.audit.model import Mention
from zhunsheng.audit.relate.arithmetic import percent_half

Interval = tuple[Decimal, Decimal]
_ONE = Decimal(1)  # compared with a number, a Decimal is made of it first
_LONGEST = 12  # digits; longer figures are not tried for slips


def printed(mention: Mention) -> Interval:
    """What the printed figure may have been before rounding."""
    value = mention.value
    half = mention.half
    return (value - half, value + half) if half else (value, value)


def plus(one: Interval, other: Interval) -> Interval:
    """The least and the greatest sum."""
    return one[0] + other[0], one[1] + other[1]


def quotient(over: Interval, under: Interval) -> Interval | None:
    """The least and the greatest quotient; None where the divisor may be nothing."""
    if under[0] <= 0:
        return None
    return over[0] / under[1], over[1] / under[0]


def is_percent(found: Interval | None, percent: Mention) -> bool:
    """Whether a quotient is the printed percentage.

    One unit of the last digit is allowed: a percentage that was cut, not rounded, is no fault.
    """
    if found is None:
        return False
    slack = percent_half(percent) * 2
    value = abs(percent.value)
    return found[0] * 100 - slack <= value <= found[1] * 100 + slack


def explained(figures: tuple[Mention, ...], holds: Callable[..., bool]) -> bool:
    """Whether one wrong digit, two in each other's place, or a nought explains the difference."""
    return any(_holds_with(figures, place, slips, holds) for place in range(len(figures)))


def swap_explains(figures: tuple[Mention, ...], holds: Callable[..., bool]) -> bool:
    """Whether the relation holds once two neighbouring digits of one figure change places."""
    return any(_holds_with(figures, place, swaps, holds) for place in range(len(figures)))


def _holds_with(
    figures: tuple[Mention, ...],
    place: int,
    changed: Callable[[Mention], Iterable[Decimal]],
    holds: Callable[..., bool],
) -> bool:
    """Whether the relation holds with another value of one figure."""
    figure = figures[place]
    tried = replace(figure)
    others = (*figures[:place], tried, *figures[place + 1 :])
    for value in changed(figure):
        # One copy, seen by nobody else, takes each value in turn: a copy for each costs far more.
        object.__setattr__(tried, "value", value)
        if holds(*others):
            return True
    return False


def transposed(one: Mention, other: Mention) -> bool:
    """Whether two figures are the same but for two neighbouring digits that changed places."""
    if one.value == other.value:
        return False
    # Digits in another order make a difference that nine divides.
    whole = one.scale == other.scale == _ONE and not one.decimals and not other.decimals
    if whole and (one.value - other.value) % 9:
        return False
    return other.value in swaps(one)


def slips(figure: Mention) -> Iterator[Decimal]:
    """The values one slip of a pen makes of the figure."""
    yield from (figure.value * 10, figure.value / 10)  # a nought too many or too few
    if figure.unit not in ("%", "‰"):
        yield from (figure.value * 10000, figure.value / 10000)  # 万 left out or put in
    yield from swaps(figure)
    digits, unit = _digits(figure)
    for place, old in enumerate(digits):
        for new in "0123456789":
            if new != old:
                yield int(digits[:place] + new + digits[place + 1 :]) * unit


def slips_into(figure: Mention, low: Decimal, high: Decimal) -> bool:
    """Whether one of `slips` lies between the bounds, both included.

    The same as trying each, and far cheaper: the digits that one place may take are reckoned.
    """
    value, (digits, unit) = figure.value, _digits(figure)
    if low <= value * 10 <= high or low <= value / 10 <= high:
        return True
    counted = figure.unit not in ("%", "‰")
    if counted and (low <= value * 10000 <= high or low <= value / 10000 <= high):
        return True
    least, most = math.ceil(low / unit), math.floor(high / unit)
    if least > most or not digits:
        return False
    whole, worth = int(digits), 10 ** len(digits)
    for place, digit in enumerate(map(int, digits)):
        worth //= 10
        down, up = max(-digit, -((whole - least) // worth)), min(9 - digit, (most - whole) // worth)
        if down <= up and (down or up):
            return True
        other = int(digits[place + 1 : place + 2] or digit)
        if other != digit and least <= whole + (other - digit) * (worth - worth // 10) <= most:
            return True
    return False


def swaps(figure: Mention) -> list[Decimal]:
    """The values of the figure with two neighbouring digits in each other's place."""
    digits, unit = _digits(figure)
    found = []
    for place in range(len(digits) - 1):
        a, b = digits[place], digits[place + 1]
        if a != b:
            found.append(int(f"{digits[:place]}{b}{a}{digits[place + 2 :]}") * unit)
    return found


def _digits(figure: Mention) -> tuple[str, Decimal]:
    """The digits as printed, and what a 1 in the last of them is worth."""
    unit = figure.scale.scaleb(-figure.decimals)
    digits = format((abs(figure.value) / unit).to_integral_value(), "f")
    return (digits if len(digits) <= _LONGEST else ""), unit
