"""Whether a change fits its figures: by how much, by how many per cent."""

from collections.abc import Callable
from decimal import Decimal

from zhunsheng.audit.model import Mention, Relation
from zhunsheng.audit.relate.arithmetic import number
from zhunsheng.audit.relate.ratios import Interval, explained, is_percent, printed, quotient


def grown(new: Mention, old: Mention, percent: Mention) -> bool:
    """Whether the new figure is that many per cent above or below the old one."""
    change = _minus(printed(new), printed(old))
    sized = change if change[0] >= 0 else (-change[1], -change[0])
    return is_percent(quotient(sized, printed(old)), percent)


def apart(new: Mention, old: Mention, change: Mention) -> bool:
    """Whether the two are that far apart."""
    low, high = _minus(printed(new), printed(old))
    printed_change = printed(change)
    sized = (low, high) if low + high >= 0 else (-high, -low)
    return sized[0] <= printed_change[1] and printed_change[0] <= sized[1]


def rose(new: Mention, amount: Mention, percent: Mention) -> bool:
    """Whether adding the amount was that many per cent."""
    old = _minus(printed(new), printed(amount))
    return is_percent(quotient(printed(amount), old), percent)


def fell(new: Mention, amount: Mention, percent: Mention) -> bool:
    """Whether losing the amount was that many per cent."""
    old = (printed(new)[0] + printed(amount)[0], printed(new)[1] + printed(amount)[1])
    return is_percent(quotient(printed(amount), old), percent)


def _minus(one: Interval, other: Interval) -> Interval:
    return one[0] - other[1], one[1] - other[0]


def change_of(
    kind: str,
    change: Mention,
    figures: tuple[Mention, Mention],
    fits: Callable[[Mention, Mention, Mention], bool],
    down: bool | None = None,
) -> Relation | None:
    """The change as a relation; None where it does not hold and no slip explains that.

    `down` is which way the words say it went, where the two figures can tell that.
    """

    def told(first: Mention, second: Mention, by: Mention) -> bool:
        same = down is None or first.value == second.value
        return (same or (first.value < second.value) == down) and fits(first, second, by)

    holds = told(*figures, change)
    if not holds and not explained((*figures, change), told):
        return None
    sign = "=" if holds else "≠"
    return Relation(kind, change, figures, holds, f"{change.text} {sign} {_shown(fits, *figures)}")


def _shown(
    fits: Callable[[Mention, Mention, Mention], bool], first: Mention, second: Mention
) -> str:
    a, b = number(first.value), number(second.value)
    if fits is apart:
        return f"|{a} − {b}| = {number(abs(first.value - second.value))}"
    if fits is grown:
        return f"|{a} − {b}| ÷ {b} = {_percent(abs(first.value - second.value), second.value)}"
    old = first.value + (second.value if fits is fell else -second.value)
    sign = "+" if fits is fell else "−"
    return f"{b} ÷ ({a} {sign} {b}) = {_percent(second.value, old)}"


def _percent(over: Decimal, under: Decimal) -> str:
    return f"{(over * 100 / under).quantize(Decimal('0.01'))}%" if under else "∞"
