"""The unique keys of a SQLite table, read from its catalogue: by each of them REPLACE deletes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from zhunsheng.kernel.db.errors import UnfenceableError


@dataclass(frozen=True, slots=True)
class UniqueKey:
    """Columns that no two rows share, among rows that meet `condition` (SQL, or empty)."""

    columns: tuple[str, ...]
    condition: str


def unique_keys(connection: BaseDatabaseWrapper, table: str) -> Iterator[UniqueKey]:
    """Every unique key but the row's own number. Errors: UnfenceableError for an expression."""
    with connection.cursor() as cursor:
        cursor.execute(f'PRAGMA index_list("{table}")')
        names = [name for _, name, unique, *_ in cursor.fetchall() if unique]
        for name in sorted(names):
            cursor.execute(f'PRAGMA index_xinfo("{name}")')
            columns = [column for _, _, column, _, _, is_key in cursor.fetchall() if is_key]
            if None in columns:
                raise UnfenceableError(
                    table,
                    zh=f"唯一索引{name}建在表达式上，无法识别被替换的行；请把表达式存为一列",
                    en=f"its unique index {name} is on an expression, by which a replaced row"
                    " cannot be told; store the expression as a column",
                )
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [name])
            yield UniqueKey(tuple(columns), _condition(cursor.fetchone()[0] or ""))


def columns_of(connection: BaseDatabaseWrapper, table: str) -> tuple[str, ...]:
    """The table's columns in order."""
    with connection.cursor() as cursor:
        cursor.execute(f'PRAGMA table_info("{table}")')
        return tuple(row[1] for row in cursor.fetchall())


def _condition(sql: str) -> str:
    _, *after = re.split(r"\)\s*WHERE\s", sql, maxsplit=1, flags=re.IGNORECASE)
    return after[0] if after else ""
