"""A quotient told as a percentage: right, or one slip from being right."""

from collections.abc import Callable
from decimal import Decimal

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.relate.arithmetic import number, percent_half
from zhunsheng.audit.relate.ratios import explained, slips_into


def fits(over: Mention, under: Mention, percent: Mention) -> bool:
    """Whether over ÷ under is the percentage within rounding, or cut after its last digit."""
    return fitting(over, percent)(under)


def fitting(over: Mention, percent: Mention) -> Callable[[Mention], bool]:
    """The same for many figures that a share may be of: what the share says is worked out once."""
    size, slack = abs(percent.value), percent_half(percent) * 2
    most, least = size + slack, size - slack
    low, high = (over.value - over.half) * 100, (over.value + over.half) * 100

    def fits_base(under: Mention) -> bool:
        value, half = under.value, under.half
        # Multiplied by the divisor: products are exact and cost less than quotients.
        if half:
            return value > half and low <= most * (value + half) and least * (value - half) <= high
        return value > half and low <= most * value and least * value <= high

    return fits_base


def judged(kind: str, percent: Mention, over: Mention, under: Mention) -> Relation | None:
    """The quotient as a relation; None where it does not hold and no slip explains that."""
    holds = fits(over, under, percent)
    if not under.value or not (holds or _explained(over, under, percent)):
        return None
    sign = "=" if holds else "≠"
    quotient_shown = (over.value * 100 / under.value).quantize(Decimal("0.01"))
    arithmetic = (
        f"{percent.text} {sign} {number(over.value)} ÷ {number(under.value)}"
        f"{'' if holds else f' = {quotient_shown}%'}"
    )
    return Relation(kind, percent, (over, under), holds, arithmetic)


def _explained(over: Mention, under: Mention, percent: Mention) -> bool:
    """Whether one slip in one of the three makes them fit: what each should be is worked out."""
    slack, part_half, half = percent_half(percent) * 2, over.half, under.half
    low, high = percent.value - slack, percent.value + slack
    if low <= 0 or over.value <= 0 or under.value <= half:
        return explained((over, under, percent), fits)  # nothing to divide by
    least, most = over.value - part_half, over.value + part_half
    base_low, base_high = under.value - half, under.value + half
    fewest = max(least * 100 / high - half, half.next_plus())  # more than its rounding
    return (
        slips_into(over, low * base_low / 100 - part_half, high * base_high / 100 + part_half)
        or slips_into(under, fewest, most * 100 / low + half)
        or slips_into(percent, least * 100 / base_high - slack, most * 100 / base_low + slack)
    )
