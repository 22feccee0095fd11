"""A figure's definition as one line a reader can check: what is counted, where, by which date."""

from django.db.models import Exists, Q

from zhunsheng.kernel.figure.definition import (
    Distinct,
    Figure,
    Moment,
    Rate,
    Stock,
    Sum,
    Total,
    Where,
)


def described(figure: Figure) -> str:
    """`count norms.normativedocument where … dated by published_on`."""
    measure = figure.measure
    if isinstance(measure, Rate):
        return f"{measure.numerator} / {measure.denominator} × 100"
    if isinstance(measure, Total):
        return " + ".join(measure.of)
    what = {Sum: "sum", Distinct: "distinct"}.get(type(measure), "count")
    of = f" {measure.of} of" if isinstance(measure, Sum | Distinct) else ""
    if isinstance(measure, Distinct) and measure.otherwise:
        of = f" {measure.of} or else {measure.otherwise} of"
    kind = figure.of._meta.label_lower if figure.of else ""
    where = f" where {condition(figure.where)}" if figure.where is not None else ""
    if figure.among is not None:
        where = " among those of the agency"
    return f"{what}{of} {kind} confirmed{where} {_time(figure)}"


def condition(where: Where) -> str:
    """A condition in words close to its own."""
    if isinstance(where, Q):
        joined = f" {where.connector.lower()} ".join(_term(child) for child in where.children)
        return f"not ({joined})" if where.negated else joined
    if isinstance(where, Exists):
        query = where.query
        inner = query.model._meta.label_lower if query.model else ""
        return f"{'not ' if getattr(where, 'negated', False) else ''}exists {inner}"
    return str(where)


def _term(child: object) -> str:
    if isinstance(child, tuple):
        name, value = child
        return f"{name} = {value}"
    return f"({condition(child)})" if isinstance(child, Q) else condition(child)  # type: ignore[arg-type]


def _time(figure: Figure) -> str:
    measure = figure.measure
    if isinstance(measure, Stock):
        moment = "the first day" if figure.at == Moment.START else "the last day"
        return f"from {measure.since} until {measure.until}, on {moment} of the year"
    return f"dated by {figure.dated_by}"
