"""Totals under a list: the register's figures over the rows shown, and whether they are the year's.

Only confirmed rows count, in a figure and so in a total.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from zhunsheng.desk.listing import Listing, basis_choices
from zhunsheng.kernel.figure.closed import not_closed
from zhunsheng.kernel.figure.definition import Figure
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.over import Over, over
from zhunsheng.kernel.label import in_language

#: Beyond so many rows the totals are counted when they are asked for.
AT_ONCE = 20_000


@dataclass(slots=True)
class Total:
    """A figure over the rows, its parts after it."""

    name: str
    over: Over
    parts: list[Total] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Totals:
    """`same` where they are the figures of the year; then `owing` still close the register."""

    lines: tuple[Total, ...]
    same: bool
    owing: tuple[str, ...]
    others: tuple[tuple[str, str, int], ...]
    unconfirmed: int


def totals(listed: Listing, agency_id: int) -> Totals:
    """The totals of the year's basis; without a year, of every row that has a figure's date."""
    others = tuple(
        (basis, name, len(listed.bases[basis]))
        for basis, name in basis_choices(listed)
        if listed.year and basis != listed.basis and basis in listed.bases
    )
    lines = _lines(over(listed.rows, _figures(listed)))
    owing: tuple[str, ...] = ()
    if listed.whole and lines:
        owing = not_closed(Scope(agency_id, listed.year))[listed.register.kind]
    waiting = listed.rows.order_by().exclude(standing="confirmed").count() if lines else 0
    return Totals(lines, listed.whole, owing, others, waiting)


def _figures(listed: Listing) -> tuple[Figure, ...]:
    if listed.year:
        return listed.bases.get(listed.basis, ())
    # A stock is counted at a moment of a year: without one there is none.
    return tuple(f for basis, group in listed.bases.items() if ":" not in basis for f in group)


def _lines(counted: tuple[Over, ...]) -> tuple[Total, ...]:
    lines = {one.figure.key: Total(_name(one.figure), one) for one in counted}
    under: set[str] = set()
    for line in lines.values():
        values = line.over.figure.parts.values if line.over.figure.parts else ()
        for value, zh, en in values:
            part = lines[line.over.figure.part_key(value)]
            line.parts.append(Total(in_language(zh, en), part.over))
            under.add(part.over.figure.key)
    return tuple(line for key, line in lines.items() if key not in under)


def _name(figure: Figure) -> str:
    return in_language(figure.zh, figure.en)
