"""What an inexact figure may stand for: 余, 近, 约, 超 and the others as bounds."""

from decimal import Decimal
from typing import Final

WITHOUT_END: Final = Decimal(10) ** 24


def bounds(value: Decimal, word: str, *, step: Decimal) -> tuple[Decimal, Decimal]:
    """The numbers an approximated figure may stand for; `step` is a 1 in its last digit not 0."""
    if word == "余":
        return value, value + step
    if word == "近":
        return value * Decimal("0.85"), value
    if word == "约":
        return value * Decimal("0.95"), value * Decimal("1.05")
    if word in ("超", "以上"):
        return value, WITHOUT_END
    if word in ("不足", "以下"):
        return Decimal(0), value
    return value, value


def step_of(digits: str, scale: Decimal) -> Decimal:
    """A 1 in the last digit that is not 0: 700 → 100, 2.3万 → 1000."""
    whole, _, fraction = digits.partition(".")
    if fraction:
        return scale.scaleb(-len(fraction))
    zeros = len(whole) - len(whole.rstrip("0"))
    return scale.scaleb(zeros if whole.strip("0") else 0)
