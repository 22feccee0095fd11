"""Fences: triggers on both engines that refuse what must never happen, made from the models."""

import hashlib
from typing import Any

from django.apps import apps
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate
from django.db.utils import OperationalError

from zhunsheng.kernel.db import fences_postgresql, fences_sqlite
from zhunsheng.kernel.db.fence_kind import Fence

PREFIX = "fence_"


class FenceMissingError(OperationalError):
    """Triggers that protect the records are not in the database."""

    code = "FENCE_MISSING"

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            f"数据库缺少{len(names)}个防篡改触发器（如{names[0]}）；请运行migrate后再启动。"
            f" / {len(names)} protective triggers are missing (such as {names[0]}); run migrate"
            " before starting."
        )


def statements(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Trigger name → SQL that makes it, for every installed table with a fence."""
    present = set(connection.introspection.table_names())
    made: dict[str, str] = {}
    for model in apps.get_models():
        fence = getattr(model, "fence", Fence.NONE)
        if fence == Fence.NONE or model._meta.db_table not in present:
            continue
        make = (
            fences_sqlite.triggers if connection.vendor == "sqlite" else fences_postgresql.triggers
        )
        for operation, sql in make(model, fence, connection):
            made[name_of(model, operation)] = sql.replace("{name}", name_of(model, operation))
    return made


def install(connection: BaseDatabaseWrapper) -> int:
    """Makes every fence anew; how many."""
    drop(connection)
    made = statements(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for sql in fences_postgresql.FUNCTIONS:
                cursor.execute(sql)
        for sql in made.values():
            cursor.execute(sql)
    return len(made)


def drop(connection: BaseDatabaseWrapper) -> int:
    """Takes every fence away, found by catalogue, so that a table can be altered; how many."""
    found = _present(connection)
    with connection.cursor() as cursor:
        for name, table in found.items():
            on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on}')
    return len(found)


def count(connection: BaseDatabaseWrapper) -> int:
    """How many fences stand."""
    return len(_present(connection))


def missing(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """Names of the fences that should stand and do not."""
    present = _present(connection)
    return tuple(name for name in statements(connection) if name not in present)


def require(connection: BaseDatabaseWrapper) -> None:
    """Errors: FenceMissingError when a fence is missing."""
    lacking = missing(connection)
    if lacking:
        raise FenceMissingError(lacking)


def connect_signals() -> None:
    """Fences come down before migrations and stand again after them."""
    sender = apps.get_app_config("kernel")
    # All apps' pre_migrate are sent before the first migration and all post_migrate after the
    # last: the kernel's own pair encloses every migration.
    pre_migrate.connect(_before, sender=sender, dispatch_uid="zhunsheng.fences.before")
    post_migrate.connect(_after, sender=sender, dispatch_uid="zhunsheng.fences.after")


def name_of(model: type[models.Model], operation: str) -> str:
    """A trigger's name; PostgreSQL cuts names at 63 bytes, so long ones end in a digest."""
    name = f"{PREFIX}{model._meta.db_table}_{operation}"
    if len(name) <= 60:
        return name
    return f"{name[:50]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    sql = (
        "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        " AND substr(name, 1, 6) = 'fence_'"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE NOT t.tgisinternal AND n.nspname = current_schema()"
        " AND substr(t.tgname, 1, 6) = 'fence_'"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {str(name): str(table) for name, table in cursor.fetchall()}


def _before(*, using: str, **_: Any) -> None:
    drop(connections[using])


def _after(*, using: str, **_: Any) -> None:
    install(connections[using])
