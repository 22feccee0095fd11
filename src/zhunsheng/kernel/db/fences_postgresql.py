"""PostgreSQL's fences."""

from collections.abc import Iterator

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from zhunsheng.kernel.db.fence_kind import Fence

# 23514 is check_violation: Django raises it as IntegrityError, like SQLite's RAISE(ABORT).
FUNCTIONS = (
    """CREATE OR REPLACE FUNCTION fence_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '%: 不得% / % is refused', TG_TABLE_NAME, TG_OP, TG_OP
        USING ERRCODE = '23514';
    END $$""",
    """CREATE OR REPLACE FUNCTION fence_versioned() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        IF NEW.item_id <> OLD.item_id OR NEW.version <> OLD.version + 1 THEN
          RAISE EXCEPTION '%: 没有对应的新版本，不得写入 / no change without its next version',
            TG_TABLE_NAME USING ERRCODE = '23514';
        END IF;
      END IF;
      IF NOT EXISTS (SELECT 1 FROM kernel_version v
                     WHERE v.item_id = NEW.item_id AND v.number = NEW.version) THEN
        RAISE EXCEPTION '%: 没有对应的新版本，不得写入 / no change without its next version',
          TG_TABLE_NAME USING ERRCODE = '23514';
      END IF;
      RETURN NEW;
    END $$""",
)


def triggers(
    model: type[models.Model], fence: Fence, connection: BaseDatabaseWrapper
) -> Iterator[tuple[str, str]]:
    """(operation, SQL with {name} for the trigger's name)."""
    table = connection.ops.quote_name(model._meta.db_table)
    yield "delete", _row(table, "DELETE", "fence_refuse")
    yield (
        "truncate",
        (
            f'CREATE TRIGGER "{{name}}" BEFORE TRUNCATE ON {table}'
            " FOR EACH STATEMENT EXECUTE FUNCTION fence_refuse()"
        ),
    )
    if fence == Fence.APPEND_ONLY:
        yield "update", _row(table, "UPDATE", "fence_refuse")
    else:
        yield "insert", _row(table, "INSERT", "fence_versioned")
        yield "update", _row(table, "UPDATE", "fence_versioned")


def _row(table: str, operation: str, function: str) -> str:
    return (
        f'CREATE TRIGGER "{{name}}" BEFORE {operation} ON {table}'
        f" FOR EACH ROW EXECUTE FUNCTION {function}()"
    )
