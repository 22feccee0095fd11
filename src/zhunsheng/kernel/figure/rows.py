"""The records a figure counts: the same conditions as the figure, as rows to walk through."""

from datetime import date

from django.db.models import Q, QuerySet

from zhunsheng.kernel.figure.closed import agencies_of
from zhunsheng.kernel.figure.definition import Figure, Moment, Rate, Stock, Total, Where
from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.record.models import Record, Standing
from zhunsheng.kernel.registry import registry


def confirmed(model: type[Record], scope: Scope) -> QuerySet[Record]:
    """Every confirmed row of the scope's agencies."""
    return confirmed_of(model, agencies_of(scope))


def confirmed_of(model: type[Record], agencies: tuple[int, ...]) -> QuerySet[Record]:
    """Every confirmed row of these agencies."""
    rows = model._default_manager.filter(standing=Standing.CONFIRMED)
    if len(agencies) == 1:
        return rows.filter(agency_id=agencies[0])
    return rows.filter(agency_id__in=agencies)


def in_time(figure: Figure, scope: Scope) -> Q:
    """The condition that puts a row in the figure's year, or in stock at its moment."""
    measure = figure.measure
    if isinstance(measure, Stock):
        return _in_stock(measure, figure.at, scope)
    return Q(**{f"{figure.dated_by}__range": (scope.first, scope.last)})


def rows_of(figure: Figure, scope: Scope) -> QuerySet[Record]:
    """The rows the figure rests on; a rate's are those of its denominator."""
    base = _base(figure)
    if base.of is None:
        raise LookupError(f"{figure.key} counts no rows")
    rows = confirmed(base.of, scope).filter(in_time(base, scope))
    where = where_of(base, agencies_of(scope))
    if where is not None:
        rows = rows.filter(where)
    return rows.order_by(base.dated_by or "pk", "pk")


def where_of(figure: Figure, agencies: tuple[int, ...]) -> Where | None:
    """The condition its rows meet, of these agencies."""
    return figure.among(agencies) if figure.among else figure.where


def parts_of(figure: Figure) -> tuple[str, ...]:
    """The figures a total or a rate is made from."""
    if isinstance(figure.measure, Total):
        return figure.measure.of
    if isinstance(figure.measure, Rate):
        return (figure.measure.numerator, figure.measure.denominator)
    return ()


def _base(figure: Figure) -> Figure:
    while figure.of is None and parts_of(figure):
        figure = registry().figures()[parts_of(figure)[-1]]
    return figure


def _in_stock(stock: Stock, at: Moment | None, scope: Scope) -> Q:
    day: date = scope.first if at == Moment.START else scope.last
    if at == Moment.START:
        since = Q(**{f"{stock.since}__lt": day})
        gone = Q(**{f"{stock.until}__isnull": True}) | Q(**{f"{stock.until}__gte": day})
    else:
        since = Q(**{f"{stock.since}__lte": day})
        gone = Q(**{f"{stock.until}__isnull": True}) | Q(**{f"{stock.until}__gt": day})
    return since & gone
