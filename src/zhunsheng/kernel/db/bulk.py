"""Many rows at once: identities reserved and rows inserted without a model instance each."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Model


def reserve(model: type[Model], count: int) -> Sequence[int]:
    """`count` new values of the model's automatic key, inside the open transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, count],
            )
            return [key for (key,) in cursor.fetchall()]
        # The transaction began IMMEDIATE: nobody else takes a key before it ends.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        first = (row[0] if row else 0) + 1
        return range(first, first + count)


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Inserts the rows; `columns` are field attribute names, values as the database takes them."""
    quote = connection.ops.quote_name
    names = {field.attname: field.column for field in model._meta.concrete_fields}
    listed = ", ".join(quote(str(names[name])) for name in columns)
    marks = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({listed}) VALUES ({marks})"
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
