"""Many agencies with large years: the model bureau's own year, copied row by row within SQL.

Every row of the model year, with its steps, obligations, links and closings, is stored again under
new identities: a copy has the same figures, so a year of `n` copies has `n` times each count. The
fences stand. Copies carry no text in their versions and no entry in the trail; scans are shared.

`python -m benchmarks.many_years AGENCIES COPIES` fills the installation that holds the model year:
each of the agencies gets that many copies, and one more a single one.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from benchmarks.installation import start_django

_OF_AGENCY = ("Agency", "Division", "Person", "Post", "Closing", "DeclaredFact")
#: In an order in which each row finds what it names; the registers' rows come after them.
_OF_YEAR = ("Item", "Version", "Obligation", "Step", "Irregularity", "Evidence", "Link")
_SHARED = ("File", "LoadedNotice")
_TOLD_APART = frozenset(["number", "index_number", "username", "code"])
_COPIES_AT_ONCE = 20

Model = type[models.Model]


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies `first` to `last` of the year, for one agency; `before` counts those made earlier."""

    agency: int
    first: int
    last: int
    before: int = 0


@dataclass(slots=True)
class Source:
    """The model year as it stood before anything was copied: each table's width in keys."""

    year: tuple[Model, ...]
    organisation: tuple[Model, ...]
    spans: dict[Model, int] = field(default_factory=dict)

    def span(self, model: Model) -> int:
        """How far one copy's keys lie from the next one's."""
        if model not in self.spans:
            name = model._meta.pk.attname
            last = model._default_manager.aggregate(last=models.Max(name))["last"]
            self.spans[model] = int(last or 0) + 1
        return self.spans[model]


def fill(agencies: int, copies: int) -> tuple[int, int]:
    """(key of a large agency, key of the small one), made from the one agency there is.

    Errors: SystemExit where the installation holds anything but the model year.
    """
    agency = apps.get_model("kernel.Agency")
    if agency._default_manager.count() != 1:
        raise SystemExit("须在只有示范年度的库中生成 / begin with the model year and nothing else")
    source = _source()
    for number in range(agencies + 1):
        if number:
            _copy(source.organisation, Copies(number, 0, 0), source)
        last = copies if number < agencies else 1
        for first in range(0 if number else 1, last, _COPIES_AT_ONCE):
            until = min(first + _COPIES_AT_ONCE, last) - 1
            _copy(source.year, Copies(number, first, until, before=number * copies), source)
    _settle(source)
    keys = sorted(agency._default_manager.values_list("pk", flat=True))
    return keys[0], keys[-1]


def _source() -> Source:
    from zhunsheng.kernel.registry import registry

    named = [apps.get_model(f"kernel.{name}") for name in _OF_YEAR]
    registers = [register.of for register in registry().registers()]
    source = Source(
        year=(*named[:3], *_parents_first(registers), *named[3:]),
        organisation=tuple(apps.get_model(f"kernel.{name}") for name in _OF_AGENCY),
    )
    for model in (*source.organisation, *source.year):
        source.span(model)
    return source


def _parents_first(found: list[Any]) -> Iterator[Model]:
    waiting = list(found)
    while waiting:
        ready = next(m for m in waiting if not (set(_related(m)) - {m}) & set(waiting))
        waiting.remove(ready)
        yield ready


def _related(model: Model) -> Iterator[Model]:
    for column in model._meta.concrete_fields:
        if isinstance(column.related_model, type):
            yield column.related_model


def _copy(tables: tuple[Model, ...], copies: Copies, source: Source) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for model in tables:
            cursor.execute(_statement(model, copies, source))


def _statement(model: Model, copies: Copies, source: Source) -> str:
    """INSERT … SELECT over the source's rows and the numbers of the copies."""
    columns = model._meta.concrete_fields
    quoted = ", ".join(f'"{c.column}"' for c in columns)
    values = ", ".join(_value(model, c, copies, source) for c in columns)
    key = f't."{model._meta.pk.column}"'
    return (
        f"WITH RECURSIVE n(k) AS (SELECT {copies.first} UNION ALL SELECT k + 1 FROM n"
        f" WHERE k < {copies.last}) INSERT INTO {model._meta.db_table} ({quoted})"
        f" SELECT {values} FROM {model._meta.db_table} t, n WHERE {key} < {source.span(model)}"
        f"{_only(model)} ORDER BY n.k, {key}"
    )


def _only(model: Model) -> str:
    """The report of the year is one for each agency: it and what hangs on it are not copied."""
    item = apps.get_model("kernel.Item")
    named = [c.column for c in model._meta.concrete_fields if c.related_model is item]
    named += ["id"] if model is item else []
    reports = "(SELECT id FROM kernel_item WHERE kind LIKE 'reports.%')"
    return "".join(f' AND t."{name}" NOT IN {reports}' for name in named)


def _value(model: Model, column: Any, copies: Copies, source: Source) -> str:
    own = f't."{column.column}"'
    target = column.related_model if column.is_relation else model if column.primary_key else None
    if isinstance(target, type):
        return _moved(own, target, copies, source)
    if column.name == "data":
        return "'{}'"
    if column.name in _TOLD_APART and isinstance(column, models.CharField):
        return f"{own} || '-{copies.agency}-' || n.k"
    if column.name == "year" and _once_a_year(model):
        return f"{own} + n.k"  # what counts is the day, which stays
    return own


def _once_a_year(model: Model) -> bool:
    unique = (c for c in model._meta.constraints if isinstance(c, models.UniqueConstraint))
    return any({"agency", "year"} <= set(constraint.fields) for constraint in unique)


def _moved(own: str, target: Model, copies: Copies, source: Source) -> str:
    """The key of the copy's own row in the table `own` points into."""
    key_of = target._meta.pk.related_model
    if isinstance(key_of, type):  # a register's row has its item's key
        return _moved(own, key_of, copies, source)
    name = target._meta.object_name
    if name in _SHARED:
        return own
    if name in _OF_AGENCY:
        return f"{own} + {copies.agency * source.span(target)}"
    if target in source.year:
        return f"{own} + ({copies.before} + n.k) * {source.span(target)}"
    return "NULL"  # batches


def _settle(source: Source) -> None:
    """Keys go on after the last one, and the planner knows how large the tables have become."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for model in (*source.organisation, *source.year):
                if isinstance(model._meta.pk, models.AutoField | models.BigAutoField):
                    cursor.execute(
                        f"SELECT setval(pg_get_serial_sequence('{model._meta.db_table}', 'id'),"
                        f" (SELECT max(id) FROM {model._meta.db_table}))"
                    )
            # A vacuum is refused inside a transaction, where a test calls.
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")


def reopen(agency: int, count: int) -> int:
    """Leaves about `count` obligations of the agency open; how many there are."""
    obligation = apps.get_model("kernel.Obligation")._default_manager.filter(agency=agency)
    last = obligation.order_by("pk").values_list("pk", flat=True)[:count]
    obligation.filter(pk__in=list(last)).update(done_on=None)
    with connection.cursor() as cursor:  # as a server does by itself within a minute
        cursor.execute(f"ANALYZE {obligation.model._meta.db_table}")
    return obligation.filter(done_on__isnull=True).count()


if __name__ == "__main__":
    start_django()
    made = fill(int(sys.argv[1]), int(sys.argv[2]))
    print(f"单位键值 / keys of the agencies: {made[0]} … {made[1]}")
