"""How likely it is that chance alone lets one slip of a pen explain a difference in a sum."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from zhunsheng.audit.model import Mention
from zhunsheng.audit.relate.arithmetic import half_step, one_slip

#: Slips of a figure of d digits: nine for each digit, swaps, a nought, 万.
_EACH_DIGIT: Final = 10
_MORE: Final = 4
_FACTORS: Final = (Decimal(10), Decimal("0.1"), Decimal(10000), Decimal("0.0001"))
_LONGEST: Final = 12  # parts; a longer list is too easily mended


def slip_chance(total: Mention, parts: Sequence[Mention], gap: Decimal) -> Decimal:
    """The chance that a list that is not all of its total looks one slip away from it.

    `gap` is the sum of the parts less the total. 1 where no slip explains it.
    """
    slack = half_step(total) + sum((half_step(part) for part in parts), Decimal(0))
    mended = mistyped(total, total.value + gap, slack) or any(
        mistyped(part, part.value - gap, slack) for part in parts[:_LONGEST]
    )
    if not mended or not total.value or len(parts) > _LONGEST:
        return Decimal(1)
    fine = min(_step(figure) for figure in (total, *parts))
    slips = sum(_EACH_DIGIT * _digits(figure) + _MORE for figure in (total, *parts))
    width = fine + 2 * slack
    return min(Decimal(1), slips * width / max(total.value, abs(gap)))


def mistyped(figure: Mention, meant: Decimal, slack: Decimal) -> bool:
    """Whether one slip turns the figure meant, known within `slack`, into the printed one."""
    if min(figure.value, meant) <= 0:
        return False
    if any(abs(figure.value * factor - meant) <= slack for factor in _FACTORS):
        return True
    step = _step(figure)
    printed, nearest = figure.value / step, (meant / step).to_integral_value()
    near = (nearest, nearest + 1, nearest - 1) if slack else (nearest,)
    return any(
        abs(value * step - meant) <= slack and one_slip(printed, Decimal(value)) for value in near
    )


def _step(figure: Mention) -> Decimal:
    """What a 1 in the last printed place is worth."""
    return figure.scale.scaleb(-figure.decimals)


def _digits(figure: Mention) -> int:
    return len(format((figure.value / _step(figure)).to_integral_value(), "f"))
