"""Fences: triggers on both engines that refuse what must never happen, made from the models."""

import hashlib
from types import ModuleType
from typing import Any

from django.apps import apps
from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate

from zhunsheng.kernel.db import fences_postgresql, fences_sqlite
from zhunsheng.kernel.db.errors import FenceMissingError, UnfenceableError
from zhunsheng.kernel.db.fence_kind import Fence

PREFIX = "fence_"


def statements(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Trigger name → SQL that makes it, for every installed table with a fence."""
    made: dict[str, str] = {}
    for table, fence in _fenced(connection).items():
        for operation, sql in _engine(connection).triggers(connection, table, fence):
            name = name_of(table, operation)
            made[name] = sql.replace("{name}", name)
    return made


def install(connection: BaseDatabaseWrapper) -> int:
    """Makes every fence anew, all or none; how many."""
    with transaction.atomic(using=connection.alias):
        drop(connection)
        made = statements(connection)
        if made:
            _engine(connection).prepare(connection)
        with connection.cursor() as cursor:
            for sql in made.values():
                cursor.execute(sql)
    return len(made)


def drop(connection: BaseDatabaseWrapper) -> int:
    """Takes every fence away, found by catalogue, so that a table can be altered; how many."""
    found = count(connection)
    _engine(connection).remove(connection)
    return found


def count(connection: BaseDatabaseWrapper) -> int:
    """How many fences stand."""
    return len(_engine(connection).standing(connection))


def missing(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """Names of the fences that should stand and do not, or read otherwise than we made them."""
    wanted = statements(connection)
    if not wanted:
        return ()
    found = _engine(connection).standing(connection)
    lacking = tuple(n for n, sql in wanted.items() if found.get(n, ("", ""))[1] != sql)
    altered: tuple[str, ...] = _engine(connection).altered(connection)
    return lacking + altered


def require(connection: BaseDatabaseWrapper) -> int:
    """How many fences stand. Errors: FenceMissingError when one is missing or altered."""
    lacking = missing(connection)
    if lacking:
        raise FenceMissingError(lacking)
    return count(connection)


def connect_signals() -> None:
    """Fences come down before migrations and stand again after them."""
    sender = apps.get_app_config("kernel")
    # All apps' pre_migrate are sent before the first migration and all post_migrate after the
    # last: the kernel's own pair encloses every migration.
    pre_migrate.connect(_before, sender=sender, dispatch_uid="zhunsheng.fences.before")
    post_migrate.connect(_after, sender=sender, dispatch_uid="zhunsheng.fences.after")


def name_of(table: str, operation: str) -> str:
    """A trigger's name; PostgreSQL cuts names at 63 bytes, so long ones end in a digest."""
    name = f"{PREFIX}{table}_{operation}"
    if len(name.encode()) <= 63:
        return name
    begin = name.encode()[:54].decode(errors="ignore")
    return f"{begin}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _fenced(connection: BaseDatabaseWrapper) -> dict[str, Fence]:
    present = set(connection.introspection.table_names())
    found: dict[str, Fence] = {}
    for model in apps.get_models():
        fence = getattr(model, "fence", Fence.NONE)
        table = model._meta.db_table
        if fence == Fence.NONE or model._meta.proxy or table not in present:
            continue
        if fence == Fence.VERSIONED:
            _require_shape(model)
        found[table] = fence
    return found


def _require_shape(model: type[models.Model]) -> None:
    columns = {field.column for field in model._meta.local_concrete_fields}
    if model._meta.pk.column != "item_id" or "version" not in columns:
        raise UnfenceableError(
            model._meta.db_table,
            zh="按版本保护的表须以 item_id 为主键并有 version 列；请继承 Record，不用多表继承",
            en="a versioned table has the primary key item_id and a column version; inherit"
            " Record, never a concrete model",
        )


def _engine(connection: BaseDatabaseWrapper) -> ModuleType:
    return fences_sqlite if connection.vendor == "sqlite" else fences_postgresql


def _before(*, using: str, plan: list[object] | None = None, **_: Any) -> None:
    # Nothing to migrate, nothing to alter: a served database keeps its fences.
    if plan != []:
        drop(connections[using])


def _after(*, using: str, **_: Any) -> None:
    install(connections[using])
