"""Many registers asked in one statement: how many rows, which, and what every row has."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    BigIntegerField,
    DateTimeField,
    ExpressionWrapper,
    F,
    Field,
    Func,
    QuerySet,
    TextField,
    Value,
)

from zhunsheng.kernel.record.models import Record

K = TypeVar("K", bound=Hashable)
Rows = QuerySet[Record, Any]

_TEXTS, _BETWEEN = "texts_of_row", "\x1f"  # a character nobody types
_AT_ONCE = 200  # questions; SQLite joins no more than 500 in a statement
#: What every register has and no engine writes in its own way; the rest is read when asked for.
SHARED = tuple(
    field.attname
    for field in Record._meta.get_fields()
    if isinstance(field, Field) and not isinstance(field, DateTimeField)
)


@dataclass(frozen=True, slots=True)
class Same:
    """The question of `rows` put to the register `of`: compiled once, however many are asked.

    It may name only what every register has, and `columns`: a column of the register it was
    written for, and the one that stands for it here. `TEXTS` in it are the columns `texts` as one.
    """

    rows: Rows
    of: type[Record]
    columns: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()


class _Texts(Func):
    """All that a register has in words: which columns these are, each `Same` says."""

    function = "TEXTS_OF"
    output_field = TextField()


TEXTS: Final = _Texts(F("title"))


#: By the key itself a database may walk the whole table from its end, past the rows of every other
#: agency, to find the few that are asked for.
_NEWEST: Final = ExpressionWrapper(F("pk") + Value(0), output_field=BigIntegerField()).desc()


def counts(asked: Mapping[K, Rows]) -> dict[K, int]:
    """How many rows answer each question; 0 where none do."""
    told = _union(asked, (), "COUNT(*)", "")
    return {key: sum(n for (n,) in told[key]) for key in asked}


def counts_by(asked: Mapping[K, Rows | Same], column: str) -> dict[K, dict[Any, int]]:
    """The same apart for each value of a column that every register has."""
    told = _union(asked, (column,), f"{column}, COUNT(*)", f"GROUP BY {column}")
    return {key: dict(told[key]) for key in asked}


def newest(asked: Mapping[K, Rows | Same], most: int) -> dict[K, list[Record]]:
    """The newest rows that answer each question, with what every register has."""
    own = {key: _same(one) for key, one in asked.items()}
    apart = {id(one.rows): one.rows for one in own.values()}
    first = {key: rows.order_by(_NEWEST)[:most] for key, rows in apart.items()}
    wanted = {key: replace(one, rows=first[id(one.rows)]) for key, one in own.items()}
    told = _union(wanted, SHARED, ", ".join(SHARED), "")
    return {
        key: [_row(one, values) for values in sorted(told[key], reverse=True)]
        for key, one in own.items()
    }


def newest_with_texts(
    asked: Mapping[K, Same], most: int
) -> dict[K, list[tuple[Record, dict[str, str]]]]:
    """The same, each row beside what its columns of words hold, by their names."""
    apart = {id(one.rows): one.rows for one in asked.values()}
    first = {
        key: rows.annotate(**{_TEXTS: TEXTS}).order_by(_NEWEST)[:most]
        for key, rows in apart.items()
    }
    wanted = {key: replace(one, rows=first[id(one.rows)]) for key, one in asked.items()}
    columns = (*SHARED, _TEXTS)
    told = _union(wanted, columns, ", ".join(columns), "")
    return {
        key: [
            (
                _row(one, values),
                dict(zip(one.texts, words.split(_BETWEEN), strict=False)),
            )
            for *values, words in sorted(told[key], reverse=True)
        ]
        for key, one in asked.items()
    }


def by_item(
    kinds: Mapping[str, Collection[int]], rows_of: Callable[[str], Rows]
) -> dict[int, Record]:
    """Item → its row, of items given by their kind; what `rows_of` the kind leaves out is not."""
    asked = {kind: rows_of(kind).filter(pk__in=items) for kind, items in kinds.items() if items}
    told = newest(asked, max((len(items) for items in kinds.values()), default=1))
    return {row.pk: row for rows in told.values() for row in rows}


def _row(one: Same, values: Sequence[Any]) -> Record:
    names, places = _in_order(one.of)
    return one.of.from_db(one.rows.db, names, [values[place] for place in places])


@cache
def _in_order(of: type[Record]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The names every register has in the order of this one's columns, and their places in SHARED.

    Django takes values by the order of the model; a title of its own name stands further back.
    """
    names = tuple(f.attname for f in of._meta.concrete_fields if f.attname in SHARED)
    return names, tuple(SHARED.index(name) for name in names)


def _same(one: Rows | Same) -> Same:
    return one if isinstance(one, Same) else Same(one, one.model)


def _union(
    asked: Mapping[K, Rows] | Mapping[K, Same] | Mapping[K, Rows | Same],
    columns: tuple[str, ...],
    select: str,
    after: str,
) -> defaultdict[K, list[tuple[Any, ...]]]:
    found: defaultdict[K, list[tuple[Any, ...]]] = defaultdict(list)
    keys = list(asked)
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        for place, *values in _answers([asked[key] for key in some], columns, select, after):
            found[some[place]].append(tuple(values))
    return found


def _answers(
    rows: Sequence[Rows | Same], columns: tuple[str, ...], select: str, after: str
) -> Iterator[tuple[Any, ...]]:
    """Each answer behind the place of its question."""
    parts: list[str] = []
    given: list[Any] = []
    compiled: dict[int, tuple[str, tuple[Any, ...]]] = {}
    for place, one in enumerate(rows):
        sql, params = _compiled(_same(one), columns, compiled)
        if not sql:
            continue
        parts.append(f"SELECT * FROM (SELECT {place}, {select} FROM ({sql}) AS a {after}) AS b")
        given += params
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), given)
            yield from cursor.fetchall()


def _compiled(
    one: Same, columns: tuple[str, ...], known: dict[int, tuple[str, tuple[Any, ...]]]
) -> tuple[str, tuple[Any, ...]]:
    """The statement of a question; empty where it is asked in a way that nothing can answer.

    Most of a page's time went into compiling the same question anew for each table.
    """
    rows = one.rows
    if id(rows) not in known:
        try:
            found = rows.values("pk", *columns).query.get_compiler(rows.db).as_sql()
        except EmptyResultSet:
            found = ("", ())
        known[id(rows)] = found
    sql, params = known[id(rows)]
    own = _quoted(one.of)
    sql = sql.replace(_quoted(rows.model), own)
    for theirs, here in one.columns:
        sql = sql.replace(f"{own}.{_column(rows.model, theirs)}", f"{own}.{_column(one.of, here)}")
    if one.texts:
        each = (f"COALESCE({own}.{_column(one.of, name)}, '')" for name in one.texts)
        joined = f" || '{_BETWEEN}' || ".join(each)
        sql = sql.replace(f"TEXTS_OF({own}.{_column(one.of, 'title')})", f"({joined})")
    return sql, params


def _quoted(model: type[Record]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _column(model: type[Record], name: str) -> str:
    field = model._meta.get_field(name)
    assert isinstance(field, Field) and field.column
    return connection.ops.quote_name(field.column)
