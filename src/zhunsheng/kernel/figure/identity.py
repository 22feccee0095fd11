"""Identities between facts: they hold, or are reported."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.kernel.figure.declare_fact import declared
from zhunsheng.kernel.figure.definition import Identity
from zhunsheng.kernel.figure.fact import Fact, Scope
from zhunsheng.kernel.registry import registry


@dataclass(frozen=True, slots=True)
class Checked:
    """An identity with its arithmetic; `holds` is None when a fact it needs is missing."""

    key: str
    zh: str
    en: str
    holds: bool | None
    arithmetic: str


def check_identities(found: Mapping[str, Fact]) -> tuple[Checked, ...]:
    """Every installed identity over these facts."""
    return tuple(
        _check(identity, found)
        for identity in registry().identities()
        if all(key in found for key in _keys(identity))
    )


def check_declared(found: Mapping[str, Fact], scope: Scope) -> tuple[Checked, ...]:
    """Each declared fact of the year against what the records say."""
    checked = []
    for key, row in declared(scope.agency_id, scope.year).items():
        fact = found.get(key)
        value = fact.value if fact else None
        checked.append(
            Checked(
                key=f"declared:{key}",
                zh=f"记录与《{row.document}》申报数一致",
                en=f"records agree with the figure declared from '{row.document}'",
                holds=None if value is None else value == row.value,
                arithmetic=f"{_n(value)} = {_n(row.value)}",
            )
        )
    return tuple(checked)


def _keys(identity: Identity) -> tuple[str, ...]:
    return identity.left + identity.left_minus + identity.right + identity.right_minus


def _check(identity: Identity, found: Mapping[str, Fact]) -> Checked:
    left = _side(identity.left, identity.left_minus, found)
    right = _side(identity.right, identity.right_minus, found)
    holds = None if left is None or right is None else left == right
    arithmetic = (
        f"{_sum(identity.left, identity.left_minus, found)} = "
        f"{_sum(identity.right, identity.right_minus, found)}"
    )
    return Checked(identity.key, identity.zh, identity.en, holds, arithmetic)


def _side(
    plus: tuple[str, ...], minus: tuple[str, ...], found: Mapping[str, Fact]
) -> Decimal | None:
    total = Decimal(0)
    for sign, keys in ((1, plus), (-1, minus)):
        for key in keys:
            value = found[key].value
            if value is None:
                return None
            total += sign * value
    return total


def _sum(plus: tuple[str, ...], minus: tuple[str, ...], found: Mapping[str, Fact]) -> str:
    text = " + ".join(_n(found[key].value) for key in plus)
    return text + "".join(f" − {_n(found[key].value)}" for key in minus)


def _n(value: Decimal | None) -> str:
    if value is None:
        return "？"
    return format(value.normalize() + 0, "f")
