"""How likely it is that chance alone lets one slip of a pen explain a difference in a sum."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from operator import ne
from typing import Final

from zhunsheng.audit.model import Mention
from zhunsheng.audit.relate.arithmetic import one_slip

_FACTORS: Final = (Decimal(10), Decimal("0.1"), Decimal(10000), Decimal("0.0001"))
_LONGEST: Final = 12  # parts; a longer list is too easily mended
_SWAPPED: Final = 2  # digits
_WHOLE: Final = Decimal(1)
_LONG_ENOUGH: Final = 3  # digits: a digit too many is seen in longer figures only


class Slip(Enum):
    """How a figure may be mistyped."""

    NOUGHT = "nought"  # a nought or 万 too many or too few
    BY_ONE = "by one"  # one more or less in the last place
    SWAP = "swap"  # two neighbouring digits in each other's place
    DIGIT = "digit"
    LENGTH = "length"  # a digit too many or too few


def slip_chance(total: Mention, parts: Sequence[Mention], gap: Decimal) -> Decimal:
    """The chance that a list that is not all of its total looks one slip away from it.

    `gap` is the sum of the parts less the total. 1 where no slip explains it.
    """
    figures = (total, *parts)
    slack = sum((figure.half for figure in figures), Decimal(0))
    found = set(_slips_of(total, total.value + gap, slack))
    for part in parts[:_LONGEST]:
        found.update(_slips_of(part, part.value - gap, slack))
    if not found or not total.value or len(parts) > _LONGEST:
        return Decimal(1)
    slips = min(_ways(kind, figures) for kind in found)
    width = min(step_of(figure) for figure in figures) + 2 * slack
    return min(Decimal(1), slips * width / max(total.value, abs(gap)))


def _ways(kind: Slip, figures: Sequence[Mention]) -> int:
    """How many sums such a slip may make of a true one."""
    digits = [_digits(figure) for figure in figures]
    if kind is Slip.BY_ONE:
        return 2
    if kind is Slip.NOUGHT:
        return 2 * len(figures)
    if kind is Slip.LENGTH:
        return 11 * sum(digits) + 10 * len(figures)
    return sum(digits) - len(figures) if kind is Slip.SWAP else 9 * sum(digits)


def may_be_slip(one: Mention, other: Mention) -> bool:
    """Whether one slip could turn a figure into another; no for most pairs of one build.

    What it denies has a `slip_chance` of 1; of what it does not deny, that must tell.
    """
    scale = one.scale
    if scale != other.scale or one.decimals or other.decimals:
        return True
    a, b = str(one.value / scale), str(other.value / scale)
    if not (a.isdecimal() and b.isdecimal()):
        return True
    x, y, off = int(a), int(b), int(scale != _WHOLE)  # a rounded figure may be one more or less
    if any(abs(x * f - y) <= off or abs(x - y * f) <= off for f in (10, 10000)):
        return True
    return any(_near(a, str(v)) for v in range(y - off, y + off + 1)) or any(
        _near(b, str(v)) for v in range(x - off, x + off + 1)
    )


def _near(one: str, other: str) -> bool:
    """Whether two whole numbers differ in two digits at most, in one too many, or by one."""
    if len(one) == len(other):
        differing: int = sum(map(ne, one, other))
        return differing <= _SWAPPED or abs(int(one) - int(other)) == 1
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return _one_longer(longer, shorter) or abs(int(one) - int(other)) == 1


def mistyped(figure: Mention, meant: Decimal, slack: Decimal) -> bool:
    """Whether one slip turns the figure meant, known within `slack`, into the printed one."""
    return next(_slips_of(figure, meant, slack), None) is not None


def _slips_of(figure: Mention, meant: Decimal, slack: Decimal) -> Iterator[Slip]:
    """The slips that turn the figure meant into the printed one."""
    if figure.value <= 0 or meant <= 0:
        return
    # Exact figures that are less than ten times as large as each other differ by no nought.
    if slack or not figure.value < 10 * meant < 100 * figure.value:
        for factor in _FACTORS:
            # A figure made smaller is also printed more finely.
            if abs(figure.value * factor - meant) <= slack * min(factor, Decimal(1)):
                yield Slip.NOUGHT
                break
    step = step_of(figure)
    printed, nearest = figure.value / step, (meant / step).to_integral_value()
    for value in (nearest, nearest + 1, nearest - 1) if slack else (nearest,):
        if abs(value * step - meant) > slack:
            continue
        if abs(value - printed) == 1:
            yield Slip.BY_ONE
        if one_slip(printed, value):
            yield Slip.SWAP if sorted(str(printed)) == sorted(str(value)) else Slip.DIGIT
        if _one_longer(str(printed), str(value)) or _one_longer(str(value), str(printed)):
            yield Slip.LENGTH


def _one_longer(longer: str, shorter: str) -> bool:
    """Whether the one is the other with one digit put in."""
    if len(shorter) < _LONG_ENOUGH or len(longer) != len(shorter) + 1:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter)
    )
    return longer[at + 1 :] == shorter[at:]


def step_of(figure: Mention) -> Decimal:
    """What a 1 in the last printed place is worth."""
    return figure.scale.scaleb(-figure.decimals) if figure.decimals else figure.scale


def _digits(figure: Mention) -> int:
    return len(format((figure.value / step_of(figure)).to_integral_value(), "f"))
