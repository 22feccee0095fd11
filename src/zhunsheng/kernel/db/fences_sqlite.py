"""SQLite's fences.

REPLACE deletes the row it replaces, and runs no DELETE trigger unless the connection asked for
recursive triggers: so each BEFORE INSERT looks itself for a row that would go.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.db.fence_rules import FenceRule, refusal
from zhunsheng.kernel.db.sqlite_keys import UniqueKey, columns_of, unique_keys

_STORED = (
    'EXISTS (SELECT 1 FROM "kernel_version" v WHERE v."item_id" = NEW."item_id"'
    ' AND v."number" = NEW."version")'
)
_NEXT = 'NEW."item_id" = OLD."item_id" AND NEW."version" = OLD."version" + 1'
# A key that is no INTEGER PRIMARY KEY leaves the row's number apart: REPLACE goes by it as well.
_SAME_NUMBER = 'EXISTS (SELECT 1 FROM "{table}" o WHERE o.rowid = NEW.rowid)'


def triggers(
    connection: BaseDatabaseWrapper, table: str, fence: Fence
) -> Iterator[tuple[str, str]]:
    """(operation, SQL with {name} for the trigger's name)."""
    columns, keys = columns_of(connection, table), tuple(unique_keys(connection, table))
    taken = (_taken(table, key, columns) for key in keys)
    replaces = " OR ".join([_SAME_NUMBER.replace("{table}", table), *taken])
    yield "delete", _trigger(table, "DELETE", FenceRule.DELETE)
    yield "replace", _trigger(table, "INSERT", FenceRule.REPLACE, when=replaces)
    if fence == Fence.APPEND_ONLY:
        yield "update", _trigger(table, "UPDATE", FenceRule.UPDATE)
        return
    others = (_taken(table, key, columns, " AND o.rowid <> OLD.rowid") for key in keys)
    takes = " OR ".join(["NEW.rowid <> OLD.rowid", *others])
    yield "insert", _trigger(table, "INSERT", FenceRule.VERSION, when=f"NOT {_STORED}")
    moved = f"NOT ({_NEXT} AND {_STORED})"
    yield "update", _trigger(table, "UPDATE", FenceRule.VERSION, when=moved)
    yield "take", _trigger(table, "UPDATE", FenceRule.REPLACE, when=takes)


def prepare(connection: BaseDatabaseWrapper) -> None:
    """SQLite's triggers need nothing beside themselves."""


def standing(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, str]]:
    """Name → (table, SQL) of every fence in the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, tbl_name, sql FROM sqlite_master"
            " WHERE type = 'trigger' AND substr(name, 1, 6) = 'fence_'"
        )
        return {name: (table, sql) for name, table, sql in cursor.fetchall()}


def altered(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """Nothing beside the triggers can be altered."""
    return ()


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drops every fence."""
    with connection.cursor() as cursor:
        for name in standing(connection):
            cursor.execute(f'DROP TRIGGER "{name}"')


def _taken(table: str, key: UniqueKey, columns: tuple[str, ...], more: str = "") -> str:
    """SQL: another row has this unique key of the new one."""
    same = " AND ".join(f'o."{c}" = NEW."{c}"' for c in key.columns)
    scope = f" AND ({key.condition})" if key.condition else ""
    found = f'EXISTS (SELECT 1 FROM "{table}" o WHERE {same}{scope}{more})'
    if not scope:
        return found
    # The condition names columns bare: give it the new row as a table of one row.
    new = ", ".join(f'NEW."{c}" AS "{c}"' for c in columns)
    return f"({found} AND EXISTS (SELECT 1 FROM (SELECT {new}) WHERE {key.condition}))"


def _trigger(table: str, operation: str, rule: FenceRule, *, when: str = "") -> str:
    condition = f" WHEN {when}" if when else ""
    return (
        f'CREATE TRIGGER "{{name}}" BEFORE {operation} ON "{table}"{condition}'
        f" BEGIN SELECT RAISE(ABORT, '{refusal(table, rule)}'); END"
    )
