"""Passages whose figures are tied by equations, and every slip of a pen that breaks one."""

import ast
import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

_MARK: Final = re.compile(r"\[([\d.]+)\]")
_NAMES: Final = "abcdefghijklmnopqrstuvwxyz"
_EQUATION: Final = re.compile(r"^(?P<left>[^%^=]+)(?P<sign>[%^=])(?P<right>.+)$")
_TINY: Final = Decimal("1e-9")


@dataclass(frozen=True)
class Interval:
    """What a printed figure may have been before rounding."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True)
class Tied:
    """A passage with its figures as printed and what must hold between them."""

    text: str
    figures: tuple[str, ...]
    equations: tuple[str, ...]

    def written(self, figures: Sequence[str]) -> str:
        """The passage with these figures."""
        left = iter(figures)
        return _MARK.sub(lambda _: next(left), self.text)

    def holds(self, figures: Sequence[str]) -> bool:
        """Whether all of its equations hold within rounding."""
        known = {name: _printed(f) for name, f in zip(_NAMES, figures, strict=False)}
        return all(_holds(equation, known) for equation in self.equations)


def passages(path: Path) -> Iterator[Tied]:
    """The passages of a file: one line of text, one line of equations."""
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    for text, told in zip(lines[::2], lines[1::2], strict=True):
        equations = tuple(part.strip() for part in told.removeprefix("= ").split(";"))
        yield Tied(text, tuple(_MARK.findall(text)), equations)


def broken(tied: Tied, chance: random.Random) -> Iterator[str]:
    """The passage with one figure mistyped in a way that breaks an equation, again and again."""
    for place, figure in enumerate(tied.figures):
        for slip in dict.fromkeys(_slips(figure, chance)):
            figures = [*tied.figures[:place], slip, *tied.figures[place + 1 :]]
            if not tied.holds(figures):
                yield tied.written(figures)


def _slips(figure: str, chance: random.Random) -> Iterator[str]:
    """Neighbouring digits swapped, a digit replaced, a nought too many."""
    digits = [at for at, char in enumerate(figure) if char.isdigit()]
    told = []
    for one, other in itertools.pairwise(digits):
        swapped = list(figure)
        swapped[one], swapped[other] = figure[other], figure[one]
        told.append("".join(swapped))
    at = chance.choice(digits)
    new = chance.choice([d for d in "0123456789" if d != figure[at]])
    told.append(figure[:at] + new + figure[at + 1 :])
    told.append(str(Decimal(figure) * 10))
    yield from (s for s in told if s != figure and Decimal(s) and not re.match(r"0\d", s))


def _printed(figure: str) -> Interval:
    places = len(figure.partition(".")[2])
    half = Decimal(1).scaleb(-places) / 2 if places else Decimal(0)
    return Interval(Decimal(figure) - half, Decimal(figure) + half)


def _holds(equation: str, known: dict[str, Interval]) -> bool:
    match = _EQUATION.match(equation)
    assert match is not None, equation
    if match["sign"] == "=":
        left, right = _value(match["left"], known), _value(match["right"], known)
        return _wider(left, "/" in match["right"]).meets(right)
    over, under = match["right"].split("/", 1)
    found = _over(_value(over, known), _value(under, known))
    if match["sign"] == "^":
        found = Interval(found.low - 1, found.high - 1)
        if found.high < 0:
            found = Interval(-found.high, -found.low)
    hundredfold = Interval(found.low * 100, found.high * 100)
    return _wider(known[match["left"]], whole=True).meets(hundredfold)


def _wider(told: Interval, whole: bool) -> Interval:
    """A quotient told in whole numbers is rounded too."""
    exact = told.low == told.high
    half = Decimal("0.5") if whole and exact else _TINY
    return Interval(told.low - half, told.high + half)


def _value(words: str, known: dict[str, Interval]) -> Interval:
    return _of(ast.parse(words.strip(), mode="eval").body, known)


def _of(node: ast.expr, known: dict[str, Interval]) -> Interval:
    if isinstance(node, ast.Name):
        return known[node.id]
    if isinstance(node, ast.Constant):
        return Interval(Decimal(str(node.value)), Decimal(str(node.value)))
    assert isinstance(node, ast.BinOp), ast.dump(node)
    one, other = _of(node.left, known), _of(node.right, known)
    if isinstance(node.op, ast.Add):
        return Interval(one.low + other.low, one.high + other.high)
    if isinstance(node.op, ast.Sub):
        return Interval(one.low - other.high, one.high - other.low)
    if isinstance(node.op, ast.Mult):
        return Interval(one.low * other.low, one.high * other.high)
    assert isinstance(node.op, ast.Div), ast.dump(node)
    return _over(one, other)


def _over(one: Interval, other: Interval) -> Interval:
    least = max(other.low, _TINY)
    return Interval(one.low / max(other.high, _TINY), one.high / least)
