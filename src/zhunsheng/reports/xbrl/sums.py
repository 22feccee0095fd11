"""Identities as sums XBRL can check: one figure on the left, the others weighted on the right."""

from collections import Counter

from zhunsheng.kernel.figure.definition import Identity
from zhunsheng.reports.xbrl.filing import Calculation


def as_sum(identity: Identity) -> Calculation | None:
    """The identity solved for one figure; None where none stands in it exactly once."""
    weights = Counter(identity.left)
    weights.subtract(identity.left_minus)
    weights.subtract(identity.right)
    weights.update(identity.right_minus)
    total = next((key for key in _in_order(identity) if abs(weights[key]) == 1), None)
    if total is None:
        return None
    # total · sign + Σ others = 0, so the total is the others times −sign.
    sign = weights.pop(total)
    terms = tuple((key, -sign * weight) for key, weight in weights.items() if weight)
    return Calculation(identity.key, identity.zh, identity.en, total, terms) if terms else None


def total_of(key: str, parts: tuple[str, ...], *, zh: str, en: str) -> Calculation:
    """A declared total as the sum of its parts."""
    terms = tuple(Counter(parts).items())
    return Calculation(f"{key}=total", f"{zh}的构成", f"what makes up {en}", key, terms)


def _in_order(identity: Identity) -> tuple[str, ...]:
    """A side of one figure first: that is what people call the total."""
    sides = (
        (identity.left, identity.left_minus),
        (identity.right, identity.right_minus),
    )
    alone = tuple(plus[0] for plus, minus in sides if len(plus) == 1 and not minus)
    return (*alone, *identity.left, *identity.right)
