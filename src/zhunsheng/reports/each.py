"""`{key|each:<title>，由<division>负责}`: each row a figure counts, as a sentence of its words."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Field, ForeignKey, TextField

from zhunsheng.kernel.figure.fact import Scope
from zhunsheng.kernel.figure.rows import rows_of
from zhunsheng.kernel.label import both
from zhunsheng.kernel.procedure.models import Finding, Irregularity
from zhunsheng.kernel.record.column import column
from zhunsheng.kernel.record.models import Record
from zhunsheng.kernel.registry import registry

#: What stands before the sentence in a token's way of showing.
EACH = "each:"
#: No column: why the row departed from rules that do not bind, as the legal officer said.
STATED = "stated_reasons"
_FIELD = re.compile(r"<([a-z][a-z0-9_]*)>")
#: Where a row's own words end with one of these, the sentence goes on with its own.
_ENDS = "。；;.，, \n\r\t\u3000"


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a row as text; `written` where a person typed it, so that it may hold tokens."""

    text: str
    written: bool


def fields_of(way: str) -> tuple[str, ...]:
    """The fields the sentence names, in its order."""
    return tuple(_FIELD.findall(way.removeprefix(EACH)))


def pieces_of(way: str) -> tuple[str, ...]:
    """The sentence's own words around its fields: one more than there are fields."""
    return tuple(_FIELD.split(way.removeprefix(EACH))[::2])


def unknown_fields(key: str, way: str) -> tuple[str, ...]:
    """Fields of the sentence that the rows of the figure do not have."""
    model = registry().figures()[key].of
    known = {f.name for f in model._meta.concrete_fields} | {STATED} if model else set()
    return tuple(name for name in fields_of(way) if name not in known)


def cells_of(key: str, way: str, scope: Scope) -> tuple[tuple[Cell, ...], ...]:
    """For each row the figure counts, in its order, the fields the sentence names."""
    names = fields_of(way)
    rows = rows_of(registry().figures()[key], scope)
    return tuple(tuple(_cell(row, name) for name in names) for row in rows)


def _stated(row: Record) -> Cell:
    kept = Irregularity.objects.filter(item_id=row.pk, kind=Finding.REASONED).order_by("pk")
    said = [f"{one.citation_zh}，{one.reason.strip(_ENDS)}" for one in kept]
    return Cell("；".join(said), written=False)


def _cell(row: Record, name: str) -> Cell:
    if name == STATED:
        return _stated(row)
    field = column(row, name)
    value = getattr(row, name)
    if value is None or value == "":
        return Cell("", written=False)
    if isinstance(value, date):
        return Cell(f"{value.year}年{value.month}月{value.day}日", written=False)
    if field.flatchoices:
        return Cell(_chosen(field, value), written=False)
    if isinstance(field, ForeignKey):
        return Cell(str(value), written=isinstance(value, Record))
    written = isinstance(field, CharField | TextField)
    return Cell(str(value).strip(_ENDS) if written else str(value), written=written)


def _chosen(field: Field, value: object) -> str:  # type: ignore[type-arg]
    return next((both(text)[0] for known, text in field.flatchoices if known == value), str(value))
