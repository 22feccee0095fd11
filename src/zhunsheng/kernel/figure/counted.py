"""Counting rows: one aggregate query for each register and date basis, compiled once."""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from django.db import connection
from django.db.models import Case, F, Model, Q, QuerySet, When
from django.db.models import Count as CountRows
from django.db.models import Sum as SumOf

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
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.one_name import as_one
from zhunsheng.kernel.figure.rows import confirmed_of, in_time, where_of

# Stand for the agencies and the year while a query is compiled; no row and no condition has them.
_FIRST_MARK = -7_305_811
_MARKED_YEAR = 1


def counted(
    figures: Iterable[Figure], scope: Scope, *, agencies: tuple[int, ...]
) -> dict[str, tuple[int, int]]:
    """Key → (value, rows) of every figure that counts rows itself."""
    groups: dict[tuple[type[Model], str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.of is not None and not isinstance(figure.measure, Rate | Total):
            groups[figure.of, _basis(figure)].append(figure)
    found: dict[str, tuple[int, int]] = {}
    for group in groups.values():
        query = _compiled(tuple(group), len(agencies), connection.vendor)
        answer = query.ask(scope, agencies)
        for figure, (value, rows) in zip(group, query.places, strict=True):
            found[figure.key] = int(answer[value] or 0), int(answer[rows] or 0)
    return found


@dataclass(frozen=True, slots=True)
class _Query:
    """A group's SQL; `marked` says which parameters are the year's days and the agencies.

    `places` are the columns of each figure's value and of the number of its rows.
    """

    sql: str
    params: tuple[Any, ...]
    marked: tuple[tuple[int, int], ...]
    places: tuple[tuple[int, int], ...]

    def ask(self, scope: Scope, agencies: Sequence[int]) -> Sequence[Any]:
        """The one row of the answer."""
        given = _given(scope, agencies)
        params = list(self.params)
        for position, which in self.marked:
            params[position] = given[which]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            answer: Sequence[Any] = cursor.fetchone()
        return answer


@functools.lru_cache(maxsize=512)
def _compiled(figures: tuple[Figure, ...], agencies: int, vendor: str) -> _Query:
    """The group's query, built by the ORM for marks in place of agencies and year.

    Compiling twenty counts takes some ten times as long as asking them of a small year.
    """
    marks = tuple(range(_FIRST_MARK, _FIRST_MARK + agencies))
    scope = Scope(marks[0], _MARKED_YEAR)
    asked, places = _asked(figures, scope, marks)
    sql, params = _sql_of(lambda: _rows(figures, scope, marks).aggregate(**asked))
    given = _given(scope, marks)
    marked = ((n, given.index(p)) for n, p in enumerate(params) if p in given)
    return _Query(sql, params, tuple(marked), places)


def _given(scope: Scope, agencies: Sequence[int]) -> tuple[object, ...]:
    day = connection.ops.adapt_datefield_value
    return day(scope.first), day(scope.last), *agencies


class _Compiled(Exception):  # noqa: N818 — not an error: how the ORM is stopped before it asks
    def __init__(self, sql: str, params: tuple[object, ...]) -> None:
        super().__init__()
        self.sql = sql
        self.params = params


def _sql_of(ask: Callable[[], object]) -> tuple[str, tuple[object, ...]]:
    def stop(execute: object, sql: str, params: Any, many: bool, context: object) -> NoReturn:
        raise _Compiled(sql, tuple(params))

    try:
        with connection.execute_wrapper(stop):
            ask()
    except _Compiled as compiled:
        return compiled.sql, compiled.params
    raise LookupError("这组指标没有可查询的条件 / these figures ask nothing of the database")


def _basis(figure: Figure) -> str:
    """What may share a query: one date field, all stocks, and each distinct count on PostgreSQL."""
    if isinstance(figure.measure, Stock):
        return "stock"
    # PostgreSQL sorts the whole group for one distinct count: it gets a query to itself.
    if isinstance(figure.measure, Distinct) and connection.vendor == "postgresql":
        return f"{figure.dated_by}:{figure.key}"
    return figure.dated_by


def _rows(figures: tuple[Figure, ...], scope: Scope, agencies: tuple[int, ...]) -> QuerySet[Any]:
    first = figures[0]
    if first.of is None:
        raise LookupError(first.key)
    rows = confirmed_of(first.of, agencies)
    return rows if isinstance(first.measure, Stock) else rows.filter(in_time(first, scope))


def _asked(
    figures: tuple[Figure, ...], scope: Scope, agencies: tuple[int, ...]
) -> tuple[dict[str, Any], tuple[tuple[int, int], ...]]:
    asked: dict[str, Any] = {}
    places = []
    for index, figure in enumerate(figures):
        stock = isinstance(figure.measure, Stock)
        when = in_time(figure, scope) if stock else None
        condition = both_conditions(when, where_of(figure, agencies))
        place = len(asked)
        asked[f"f{index}"] = expression(figure, condition)
        if not isinstance(figure.measure, Count | Stock):
            asked[f"r{index}"] = CountRows("pk", filter=condition)
        places.append((place, len(asked) - 1))
    return asked, tuple(places)


def both_conditions(one: Q | None, other: Where | None) -> Any:
    """One condition of two; None where neither is given."""
    if one is None or other is None:
        return one if other is None else other
    return one & (other if isinstance(other, Q) else Q(other))


def expression(figure: Figure, condition: Any) -> Any:
    """The figure's measure as the database counts it, over rows that fit the condition."""
    measure = figure.measure
    if isinstance(measure, Sum):
        return SumOf(measure.of, filter=condition)
    if isinstance(measure, Distinct):
        return CountRows(_told_apart_by(measure), distinct=True, filter=condition)
    return CountRows("pk", filter=condition)


def _told_apart_by(measure: Distinct) -> Any:
    if not measure.otherwise:
        return measure.of
    return Case(When(~Q(**{measure.of: ""}), then=F(measure.of)), default=as_one(measure.otherwise))
