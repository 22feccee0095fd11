"""Many rows at once: identities reserved and rows inserted without a model instance each."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model
from django.db.transaction import TransactionManagementError


def reserve(model: type[Model], count: int) -> Sequence[int]:
    """`count` new values of the model's automatic key, which nobody else will be given.

    Errors: TransactionManagementError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError(
            "预留编号须在事务内进行。 / Identities are reserved inside a transaction."
        )
    if connection.vendor == "postgresql":
        return _from_sequence(model._meta.db_table, count)
    return _from_sqlite_sequence(model._meta.db_table, count)


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Inserts the rows; `columns` are field attribute names, values as the database takes them."""
    quote = connection.ops.quote_name
    names = {field.attname: field.column for field in model._meta.concrete_fields}
    listed = ", ".join(quote(str(names[name])) for name in columns)
    marks = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({listed}) VALUES ({marks})"
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(rows))


def _from_sequence(table: str, count: int) -> Sequence[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _from_sqlite_sequence(table: str, count: int) -> Sequence[int]:
    # The transaction began IMMEDIATE: nobody else takes a key before it ends.
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        last = int(row[0]) if row else 0
        cursor.execute(
            "UPDATE sqlite_sequence SET seq = %s WHERE name = %s"
            if row
            else "INSERT INTO sqlite_sequence (seq, name) VALUES (%s, %s)",
            [last + count, table],
        )
    return range(last + 1, last + 1 + count)
