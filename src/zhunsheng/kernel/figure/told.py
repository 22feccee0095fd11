"""A figure's definition in a sentence a clerk can check, in both languages."""

from django.db import models
from django.db.models import Exists, F, Q
from django.db.models.functions import ExtractYear

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
from zhunsheng.kernel.label import both
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry

Told = tuple[str, str]
_COMPARED = ("与本单位其他记录比对，见说明", "compared with other rows of the agency: see the note")
#: How a comparison is said of days, and of amounts.
_DAYS = {
    "lt": ("早于", "is before"), "lte": ("不晚于", "is not after"),
    "gt": ("晚于", "is after"), "gte": ("不早于", "is not before"),
}  # fmt: skip
_AMOUNTS = {
    "lt": ("小于", "is less than"), "lte": ("不大于", "is at most"),
    "gt": ("大于", "is more than"), "gte": ("不小于", "is at least"),
}  # fmt: skip


def told(figure: Figure) -> Told:
    """(zh, en): what is counted, of which register, by which date, on what condition."""
    measure = figure.measure
    if isinstance(measure, Rate):
        top, bottom = _name(measure.numerator), _name(measure.denominator)
        return f"“{top[0]}”除以“{bottom[0]}”", f"'{top[1]}' over '{bottom[1]}'"
    if isinstance(measure, Total):
        names = [_name(key) for key in measure.of]
        return "、".join(f"“{n[0]}”" for n in names) + "之和", " + ".join(n[1] for n in names)
    if figure.of is None:
        return "", ""
    register = registry().register_of(figure.of)
    time = _time(figure, figure.of)
    what = _what(figure, figure.of)
    where = _COMPARED if figure.among else _where(figure.where, figure.of)
    zh = f"“{register.zh}”台账中已确认的记录，{time[0]}，{what[0]}"
    en = f"confirmed rows of '{register.en}', {time[1]}, {what[1]}"
    if where[0]:
        zh, en = f"{zh}；条件：{where[0]}", f"{en}; where {where[1]}"
    return zh, en


def basis_name(model: type[Record], basis: str) -> Told:
    """(zh, en) of what puts a row in a year: its date, or the moment at which it was present."""
    moment, _, fields = basis.rpartition(":")[0].partition(":")
    if not fields:
        return both(column(model, basis).verbose_name)
    since = both(column(model, fields).verbose_name)
    if moment == Moment.START:
        return f"年初存续（自{since[0]}）", f"present at the year's start (from {since[1]})"
    return f"年末存续（自{since[0]}）", f"present at the year's end (from {since[1]})"


def _name(key: str) -> Told:
    figure = registry().figures()[key]
    return figure.zh, figure.en


def _what(figure: Figure, model: type[Record]) -> Told:
    measure = figure.measure
    if isinstance(measure, Sum | Distinct):
        zh, en = both(column(model, measure.of).verbose_name)
        if isinstance(measure, Sum):
            return f"“{zh}”合计", f"total of '{en}'"
        if isinstance(measure, Distinct) and measure.otherwise:
            name = both(column(model, measure.otherwise).verbose_name)
            return (
                f"“{zh}”不重复计数，没有填写的按“{name[0]}”",
                f"different values of '{en}', or of '{name[1]}' where it is empty",
            )
        return f"“{zh}”不重复计数", f"different values of '{en}'"
    return "逐条计数", "counted row by row"


def _time(figure: Figure, model: type[Record]) -> Told:
    measure = figure.measure
    if isinstance(measure, Stock):
        since = both(column(model, measure.since).verbose_name)
        until = both(column(model, measure.until).verbose_name)
        start = figure.at == Moment.START
        zh, en = ("年初", "the start") if start else ("年末", "the end")
        return (
            f"自“{since[0]}”起、至“{until[0]}”止，在{zh}存续的",
            f"from '{since[1]}' until '{until[1]}', present at {en} of the year",
        )
    zh, en = both(column(model, figure.dated_by).verbose_name)
    return f"按“{zh}”计入年度", f"in the year by '{en}'"


def _where(where: Where | None, model: type[Record]) -> Told:
    if where is None:
        return "", ""
    if isinstance(where, Exists):
        zh, en = _exists(where)
        return (f"没有{zh}", f"no {en}") if getattr(where, "negated", False) else (zh, en)
    if not isinstance(where, Q):
        return str(where), str(where)
    parts = [_term(child, model) for child in where.children]
    parts = [part for part in parts if part[0]]
    words = ("，且", " and ") if where.connector == "AND" else ("，或", " or ")
    zh, en = words[0].join(p[0] for p in parts), words[1].join(p[1] for p in parts)
    return (f"并非（{zh}）", f"not ({en})") if where.negated else (zh, en)


def _term(child: object, model: type[Record]) -> Told:
    if not isinstance(child, tuple):
        return _where(child, model)  # type: ignore[arg-type]
    name, _, lookup = child[0].partition("__")
    field = column(model, name)
    zh, en = both(field.verbose_name)
    value = child[1]
    if lookup == "isnull":
        return (f"“{zh}”为空", f"'{en}' is empty") if value else (f"已填“{zh}”", f"'{en}' is given")
    if value == "":
        return f"“{zh}”为空", f"'{en}' is empty"
    if isinstance(value, ExtractYear):
        day = both(column(model, value.get_source_expressions()[0].name).verbose_name)
        return f"“{zh}”与“{day[0]}”同年", f"'{en}' falls in the year of '{day[1]}'"
    values = value if isinstance(value, tuple | list) else (value,)
    named = [_value(field, v, model) for v in values]
    words = (_DAYS if isinstance(field, models.DateField) else _AMOUNTS).get(lookup, ("为", "is"))
    return (
        f"“{zh}”{words[0]}{'、'.join(n[0] for n in named)}",
        f"'{en}' {words[1]} {' or '.join(n[1] for n in named)}",
    )


def _value(field: models.Field, value: object, model: type[Record]) -> Told:  # type: ignore[type-arg]
    if isinstance(value, F):
        zh, en = both(column(model, vars(value)["name"]).verbose_name)
        return f"“{zh}”", f"'{en}'"
    if isinstance(value, bool):
        return ("是", "yes") if value else ("否", "no")
    for known, text in field.flatchoices:
        if known == value:
            return both(text)
    return str(value), str(value)


def _exists(where: Exists) -> Told:
    model = where.query.model
    if model is None:
        return "", ""
    if issubclass(model, Record):
        register = registry().find(model)
        if register is not None:
            return f"有相应的“{register.zh}”记录", f"with a row of '{register.en}'"
    names = {
        "kernel.obligation": ("期限按规定办结", "the deadline was kept"),
        "kernel.irregularity": ("存在程序瑕疵", "with an irregularity"),
    }
    return names.get(model._meta.label_lower, ("", ""))
