"""PostgreSQL's fences.

The triggers are written exactly as the catalogue prints them, so that an altered one is seen.
They fire ALWAYS: `session_replication_role = replica` would silence ordinary ones.
"""

import re
from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.db.fence_rules import FenceRule, refusal

# 23514 is check_violation: Django raises it as IntegrityError, like SQLite's RAISE(ABORT).
_REFUSE = """
BEGIN
  RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = '23514';
END
"""
# {schema}: left to the search path, a temporary table kernel_version would be asked first.
_VERSIONED = """
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.item_id <> OLD.item_id OR NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = '23514';
    END IF;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM {schema}.kernel_version v
                 WHERE v.item_id = NEW.item_id AND v.number = NEW.version) THEN
    RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = '23514';
  END IF;
  RETURN NEW;
END
"""
_OURS = "substr(%s, 1, 6) = 'fence_' AND n.nspname = current_schema()"


def triggers(
    connection: BaseDatabaseWrapper, table: str, fence: Fence
) -> Iterator[tuple[str, str]]:
    """(operation, SQL with {name} for the trigger's name)."""
    yield "delete", _trigger(table, "DELETE", FenceRule.DELETE)
    yield "truncate", _trigger(table, "TRUNCATE", FenceRule.TRUNCATE, level="STATEMENT")
    if fence == Fence.APPEND_ONLY:
        yield "update", _trigger(table, "UPDATE", FenceRule.UPDATE)
    else:
        yield "insert", _trigger(table, "INSERT", FenceRule.VERSION)
        yield "update", _trigger(table, "UPDATE", FenceRule.VERSION)


def prepare(connection: BaseDatabaseWrapper) -> None:
    """Makes the functions that the triggers call."""
    with connection.cursor() as cursor:
        for name, body in _bodies(connection).items():
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
                f" AS $fence${body}$fence$"
            )


def standing(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, str]]:
    """Name → (table, SQL) of every fence in the database; a silenced one has no SQL."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname, c.relname, pg_get_triggerdef(t.oid, true), t.tgenabled"
            " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            f" WHERE NOT t.tgisinternal AND {_OURS % 't.tgname'}"
        )
        return {
            name: (table, _always(sql, table, name) if enabled == "A" else "")
            for name, table, sql, enabled in cursor.fetchall()
        }


def altered(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """Names of the functions that are missing or not as we wrote them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.proname, p.prosrc FROM pg_proc p"
            f" JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {_OURS % 'p.proname'}"
        )
        found = dict(cursor.fetchall())
    return tuple(f"{n}()" for n, body in _bodies(connection).items() if found.get(n) != body)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drops every fence and the functions."""
    with connection.cursor() as cursor:
        for name, (table, _) in standing(connection).items():
            cursor.execute(f"DROP TRIGGER {_quoted(name)} ON {_quoted(table)}")
        for name in _bodies(connection):
            cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")


def _bodies(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        schema = cursor.fetchone()[0]
    return {
        "fence_refuse": _REFUSE,
        "fence_versioned": _VERSIONED.replace("{schema}", schema),
    }


def _trigger(table: str, operation: str, rule: FenceRule, *, level: str = "ROW") -> str:
    function = "fence_versioned" if rule == FenceRule.VERSION else "fence_refuse"
    made = (
        f"CREATE TRIGGER {{name}} BEFORE {operation} ON {_quoted(table)}"
        f" FOR EACH {level} EXECUTE FUNCTION {function}('{refusal(table, rule)}')"
    )
    return _always(made, table, "{name}")


def _always(sql: str, table: str, name: str) -> str:
    return f"{sql}; ALTER TABLE {_quoted(table)} ENABLE ALWAYS TRIGGER {name}"


def _quoted(name: str) -> str:
    """The identifier as the catalogue prints it: quoted only where it must be."""
    return name if re.fullmatch(r"[a-z_][a-z0-9_]*", name) else f'"{name}"'
