"""Figures over rows somebody chose: the measures and conditions of the year's figures, those rows.

Over all the rows of the agency and the year they are the figures themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from zhunsheng.kernel.figure.compute import percent
from zhunsheng.kernel.figure.counted import both_conditions, expression
from zhunsheng.kernel.figure.definition import Figure, Moment, Rate, Stock
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import in_time, parts_of
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import Registry, registry


@dataclass(frozen=True, slots=True)
class Over:
    """A figure's value over the rows; None where a rate has nothing below its line."""

    figure: Figure
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def basis_of(figure: Figure) -> str:
    """What puts a row in the figure's year: a date field, or the moment and fields of a stock."""
    measure = figure.measure
    if isinstance(measure, Stock):
        return f"{figure.at or Moment.END}:{measure.since}:{measure.until}"
    return figure.dated_by


def by_basis(model: type[Record], used: Registry) -> dict[str, tuple[Figure, ...]]:
    """Basis → the figures of the register that have it, in the order they are declared.

    A rate or a total made from more than one basis, or from rows of other registers, has none;
    nor has a figure that compares its rows with others of the agency.
    """
    figures = registry().figures()
    found: dict[str, list[Figure]] = {}
    for figure in used.figures().values():
        counted = _counted(figure, figures)
        bases = {basis_of(part) for part in counted}
        alone = all(part.of is model and part.among is None for part in counted)
        if alone and len(bases) == 1:
            found.setdefault(bases.pop(), []).append(figure)
    return {basis: tuple(group) for basis, group in found.items()}


def dated(figures: Sequence[Figure], year: int) -> Q:
    """The rows of the year by the basis these figures share."""
    counting = next(f for f in figures if f.of is not None)
    return in_time(counting, Scope(0, year))  # whose rows they are is not asked here


def over(rows: QuerySet[Any], figures: Sequence[Figure]) -> tuple[Over, ...]:
    """Each figure over the confirmed ones of these rows; what it is made from must be among them.

    A row without the figure's date belongs to no year and is not counted.
    """
    counting = [f for f in figures if f.of is not None]
    asked = {f"f{n}": expression(f, _condition(f)) for n, f in enumerate(counting)}
    if not asked:
        return ()
    answer = rows.filter(standing=Standing.CONFIRMED).order_by().aggregate(**asked)
    known = {f.key: Decimal(answer[f"f{n}"] or 0) for n, f in enumerate(counting)}
    everything = {f.key: f for f in figures}
    return tuple(_over(figure, known, everything) for figure in figures)


def _over(figure: Figure, known: dict[str, Decimal], every: dict[str, Figure]) -> Over:
    if not isinstance(figure.measure, Rate):
        return Over(figure, _value(figure, known, every))
    top, bottom = (_value(every[key], known, every) for key in parts_of(figure))
    return Over(figure, percent(top, bottom) if bottom else None, top, bottom)


def _value(figure: Figure, known: dict[str, Decimal], every: dict[str, Figure]) -> Decimal:
    if figure.key not in known:
        known[figure.key] = sum(
            (_value(every[key], known, every) for key in parts_of(figure)), Decimal(0)
        )
    return known[figure.key]


def _counted(figure: Figure, figures: dict[str, Figure]) -> tuple[Figure, ...]:
    """The figures that count rows themselves, of which this one is made."""
    if figure.of is not None:
        return (figure,)
    return tuple(one for key in parts_of(figure) for one in _counted(figures[key], figures))


def _condition(figure: Figure) -> Any:
    if isinstance(figure.measure, Stock):
        return figure.where
    return both_conditions(Q(**{f"{figure.dated_by}__isnull": False}), figure.where)
