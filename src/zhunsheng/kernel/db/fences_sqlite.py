"""SQLite's fences."""

from collections.abc import Iterator

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.db.unique_keys import unique_keys


def triggers(
    model: type[models.Model], fence: Fence, connection: BaseDatabaseWrapper
) -> Iterator[tuple[str, str]]:
    """(operation, SQL with {name} for the trigger's name)."""
    table = model._meta.db_table
    yield "delete", _trigger(table, "DELETE", "", _deleted(table))
    replaced = _replaces(model, connection)
    if fence == Fence.APPEND_ONLY:
        yield "update", _trigger(table, "UPDATE", "", _updated(table))
        yield "insert", _trigger(table, "INSERT", replaced, _replaced(table))
        return
    stored = (
        "EXISTS (SELECT 1 FROM kernel_version v WHERE v.item_id = NEW.item_id"
        " AND v.number = NEW.version)"
    )
    yield "insert", _trigger(table, "INSERT", f"{replaced} OR NOT {stored}", _unversioned(table))
    moved = f"NEW.item_id <> OLD.item_id OR NEW.version <> OLD.version + 1 OR NOT {stored}"
    yield (
        "update",
        _trigger(table, "UPDATE", f"{moved} OR {_takes(model, connection)}", _unversioned(table)),
    )


def _trigger(table: str, operation: str, when: str, message: str) -> str:
    condition = f" WHEN {when}" if when else ""
    return (
        f'CREATE TRIGGER "{{name}}" BEFORE {operation} ON "{table}"{condition}'
        f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _replaces(model: type[models.Model], connection: BaseDatabaseWrapper) -> str:
    """Another row with a unique key of the new one: an INSERT OR REPLACE would delete it."""
    return " OR ".join(_clash(model, *key) for key in unique_keys(model, connection))


def _takes(model: type[models.Model], connection: BaseDatabaseWrapper) -> str:
    pk = model._meta.pk.column
    return " OR ".join(
        _clash(model, columns, condition, f' AND o."{pk}" <> NEW."{pk}"')
        for columns, condition in unique_keys(model, connection)
    )


def _clash(
    model: type[models.Model], columns: tuple[str, ...], condition: str, more: str = ""
) -> str:
    same = " AND ".join(f'o."{c}" = NEW."{c}"' for c in columns)
    table = model._meta.db_table
    scoped = condition.replace(f'"{table}".', "")
    where = f" AND ({scoped})" if scoped else ""
    return f'EXISTS (SELECT 1 FROM "{table}" o WHERE {same}{where}{more})'


def _deleted(table: str) -> str:
    return f"{table}: 不得删除 / rows are never deleted"


def _updated(table: str) -> str:
    return f"{table}: 只可追加，不得修改 / append only, rows never change"


def _replaced(table: str) -> str:
    return f"{table}: 不得替换已有行 / a stored row is never replaced"


def _unversioned(table: str) -> str:
    return f"{table}: 没有对应的新版本，不得写入 / no change without its next version"
