"""Computing facts: figures counted, then rates and totals made of them."""

import functools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from zhunsheng.kernel.figure.closed import agencies_of, not_closed
from zhunsheng.kernel.figure.counted import counted
from zhunsheng.kernel.figure.definition import Figure, Rate, Total
from zhunsheng.kernel.figure.fact import Fact, Scope, Status
from zhunsheng.kernel.figure.query import described
from zhunsheng.kernel.in_use import used_by
from zhunsheng.kernel.registry import registry

_described = functools.lru_cache(maxsize=4096)(described)


def facts(scope: Scope, keys: Iterable[str] | None = None) -> dict[str, Fact]:
    """Figure key → fact, in the order of the regimes; all figures where no keys are named."""
    # Asked by name, a figure is told even where its regime is out of use.
    every = used_by(scope.agency_id).figures() if keys is None else registry().figures()
    wanted = every if keys is None else _with_parts(every, keys)
    agencies = agencies_of(scope)
    numbers = counted(wanted.values(), scope, agencies=agencies)
    missing = not_closed(scope, agencies=agencies)
    found: dict[str, Fact] = {}
    for key in _in_order(wanted):
        found[key] = _fact(wanted[key], scope, numbers, missing, found)
    return {key: found[key] for key in wanted}


def _fact(
    figure: Figure,
    scope: Scope,
    numbers: Mapping[str, tuple[int, int]],
    missing: Mapping[str, tuple[str, ...]],
    found: Mapping[str, Fact],
) -> Fact:
    if isinstance(figure.measure, Rate):
        return _rate(figure, figure.measure, scope, found)
    if isinstance(figure.measure, Total):
        return _total(figure, figure.measure, scope, found)
    open_ = missing.get(figure.of._meta.label_lower, ()) if figure.of else ()
    if open_:
        return _made(figure, scope, Status.MISSING, missing_from=open_)
    value, rows = numbers[figure.key]
    return _made(figure, scope, Status.VALUE, value=Decimal(value), rows=rows)


def _rate(figure: Figure, rate: Rate, scope: Scope, found: Mapping[str, Fact]) -> Fact:
    top, bottom = found[rate.numerator], found[rate.denominator]
    lacking = tuple(dict.fromkeys((*top.missing_from, *bottom.missing_from)))
    if top.value is None or bottom.value is None:
        return _made(figure, scope, Status.MISSING, missing_from=lacking)
    status = Status.VALUE if bottom.value else Status.UNDEFINED
    return _made(
        figure,
        scope,
        status,
        value=percent(top.value, bottom.value) if bottom.value else None,
        rows=bottom.rows,
        numerator=top.value,
        denominator=bottom.value,
    )


def percent(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Per cent to two places, without zeros at its end."""
    return (numerator * 100 / denominator).quantize(Decimal("0.01")).normalize() + 0


def _total(figure: Figure, total: Total, scope: Scope, found: Mapping[str, Fact]) -> Fact:
    parts = [found[key] for key in total.of]
    lacking = tuple(dict.fromkeys(name for p in parts for name in p.missing_from))
    values = [p.value for p in parts if p.value is not None]
    if len(values) < len(parts):
        return _made(figure, scope, Status.MISSING, missing_from=lacking)
    return _made(
        figure, scope, Status.VALUE, value=sum(values, Decimal(0)), rows=sum(p.rows for p in parts)
    )


def _made(figure: Figure, scope: Scope, status: Status, **more: Any) -> Fact:
    return Fact(
        key=figure.key,
        status=status,
        value=more.pop("value", None),
        unit=figure.unit,
        period=str(scope.year),
        dated_by=figure.dated_by,
        basis=figure.basis,
        query=_described(figure),
        **more,
    )


def _with_parts(every: Mapping[str, Figure], keys: Iterable[str]) -> dict[str, Figure]:
    wanted: dict[str, Figure] = {}
    waiting = list(keys)
    while waiting:
        key = waiting.pop(0)
        if key not in wanted:
            wanted[key] = every[key]
            waiting += _needs(every[key])
    return wanted


def _needs(figure: Figure) -> tuple[str, ...]:
    if isinstance(figure.measure, Rate):
        return (figure.measure.numerator, figure.measure.denominator)
    return figure.measure.of if isinstance(figure.measure, Total) else ()


def _in_order(wanted: Mapping[str, Figure]) -> list[str]:
    """Keys with every figure after those it is made from."""
    ordered: dict[str, None] = {}

    def place(key: str) -> None:
        if key not in ordered:
            for part in _needs(wanted[key]):
                place(part)
            ordered[key] = None

    for key in wanted:
        place(key)
    return list(ordered)
