"""Computing facts: one aggregate query for each register and date basis."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Count as CountRows
from django.db.models import Q
from django.db.models import Sum as SumOf

from zhunsheng.kernel.figure.closed import not_closed
from zhunsheng.kernel.figure.definition import (
    Count,
    Distinct,
    Figure,
    Rate,
    Stock,
    Sum,
    Total,
    Where,
)
from zhunsheng.kernel.figure.fact import Fact, Scope, Status
from zhunsheng.kernel.figure.query import described
from zhunsheng.kernel.figure.rows import confirmed, in_time
from zhunsheng.kernel.registry import registry

_Basis = tuple[type[Any], str]


def facts(scope: Scope, keys: Iterable[str] | None = None) -> dict[str, Fact]:
    """Figure key → fact, in the order of the regimes; all figures where no keys are named."""
    every = registry().figures()
    wanted = every if keys is None else _with_parts(every, keys)
    numbers = _numbers(wanted, scope)
    missing = not_closed(scope)
    found: dict[str, Fact] = {}
    for key in _in_order(wanted):
        found[key] = _fact(wanted[key], scope, numbers, missing, found)
    return {key: found[key] for key in wanted}


def _numbers(wanted: Mapping[str, Figure], scope: Scope) -> dict[str, tuple[int, int]]:
    """Key → (value, rows) of every figure that counts rows itself."""
    groups: dict[_Basis, list[Figure]] = defaultdict(list)
    for figure in wanted.values():
        if figure.of is not None and not isinstance(figure.measure, Rate | Total):
            groups[figure.of, _basis(figure)].append(figure)
    return {
        key: number
        for figures in groups.values()
        for key, number in _aggregate(figures, scope).items()
    }


def _basis(figure: Figure) -> str:
    """What may share a query: one date field, all stocks, and each distinct count on PostgreSQL."""
    if isinstance(figure.measure, Stock):
        return "stock"
    # PostgreSQL sorts the whole group for one distinct count: it gets a query to itself.
    if isinstance(figure.measure, Distinct) and connection.vendor == "postgresql":
        return f"{figure.dated_by}:{figure.key}"
    return figure.dated_by


def _aggregate(figures: list[Figure], scope: Scope) -> dict[str, tuple[int, int]]:
    first = figures[0]
    model = first.of
    if model is None:
        return {}
    rows = confirmed(model, scope)
    stocks = isinstance(first.measure, Stock)
    if not stocks:
        rows = rows.filter(in_time(first, scope))
    asked: dict[str, Any] = {}
    for index, figure in enumerate(figures):
        condition = _both(in_time(figure, scope) if stocks else None, figure.where)
        asked[f"f{index}"] = _expression(figure, condition)
        if not isinstance(figure.measure, Count | Stock):
            asked[f"r{index}"] = CountRows("pk", filter=condition)
    answer = rows.aggregate(**asked)
    return {
        figure.key: (
            int(answer[f"f{index}"] or 0),
            int(answer.get(f"r{index}", answer[f"f{index}"]) or 0),
        )
        for index, figure in enumerate(figures)
    }


def _both(one: Q | None, other: Where | None) -> Any:
    if one is None or other is None:
        return one if other is None else other
    return one & (other if isinstance(other, Q) else Q(other))


def _expression(figure: Figure, condition: Any) -> Any:
    measure = figure.measure
    if isinstance(measure, Sum):
        return SumOf(measure.of, filter=condition)
    if isinstance(measure, Distinct):
        return CountRows(measure.of, distinct=True, filter=condition)
    return CountRows("pk", filter=condition)


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
    percent = (top.value * 100 / bottom.value).quantize(Decimal("0.01")) if bottom.value else None
    return _made(
        figure,
        scope,
        status,
        value=percent.normalize() + 0 if percent is not None else None,
        rows=bottom.rows,
        numerator=top.value,
        denominator=bottom.value,
    )


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
        query=described(figure),
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
    ordered: list[str] = []

    def place(key: str) -> None:
        if key not in ordered:
            for part in _needs(wanted[key]):
                place(part)
            ordered.append(key)

    for key in wanted:
        place(key)
    return ordered
