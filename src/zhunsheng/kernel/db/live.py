"""The promise "nothing acknowledged is lost", checked on the open connection itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db.backends.base.base import NO_DB_ALIAS, BaseDatabaseWrapper

from zhunsheng.kernel.db.errors import NotDurableError
from zhunsheng.kernel.db.filesystem import filesystem_of, on_network
from zhunsheng.kernel.db.sqlite.base import PRAGMAS

_POSTGRESQL = {
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "server_encoding": ("UTF8",),
}
# Which columns pg_database has depends on the server's version.
_COLLATION = """
SELECT d.datcollate, to_jsonb(d)->>'datlocprovider',
       coalesce(to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale')
FROM pg_database d WHERE d.datname = current_database()
"""
_COLLATIONS = ("C", "POSIX", "C.UTF-8", "C.utf8")  # all order by code point

Fault = tuple[str, str]  # zh, en


def on_connection(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Checks each new connection of Django's to the ledgers."""
    # Making a database, Django connects to the server's own one first.
    if connection.alias != NO_DB_ALIAS:
        assert_live(connection)


def assert_live(connection: BaseDatabaseWrapper) -> None:
    """Errors: NotDurableError listing every setting that is not as it must be."""
    found = _sqlite(connection) if connection.vendor == "sqlite" else _postgresql(connection)
    faults = tuple(found)
    if faults:
        raise NotDurableError(faults)


def engine_version(connection: BaseDatabaseWrapper) -> str:
    """`SQLite 3.40.1` or `PostgreSQL 16.2`."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}"
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0]}"


def _sqlite(connection: BaseDatabaseWrapper) -> Iterator[Fault]:
    raw = connection.connection
    path = next(row[2] for row in raw.execute("PRAGMA database_list") if row[0] == 0)
    for name, must in PRAGMAS.items():
        # A database in memory has no journal and no map: only tests use one.
        if path or name not in ("journal_mode", "mmap_size"):
            yield from _differs(f"PRAGMA {name}", raw.execute(f"PRAGMA {name}").fetchone(), (must,))
    mode = getattr(connection, "transaction_mode", None)
    yield from _differs("transaction_mode", (mode,), ("IMMEDIATE",))
    if path and on_network(Path(path)):
        kind = filesystem_of(Path(path)) or path
        yield (
            f"SQLite 不可放在网络文件系统（{kind}）上，请改用本机磁盘或 PostgreSQL",
            f"SQLite is not safe on the network file system {kind}: use a local disk or PostgreSQL",
        )


def _postgresql(connection: BaseDatabaseWrapper) -> Iterator[Fault]:
    with connection.connection.cursor() as cursor:
        for name, allowed in _POSTGRESQL.items():
            cursor.execute(f"SHOW {name}")
            yield from _differs(name, cursor.fetchone(), allowed)
        cursor.execute(_COLLATION)
        yield from _differs("collation", (collation(*cursor.fetchone()),), _COLLATIONS)


def collation(libc: str, provider: str | None, locale: str | None) -> str:
    """By which rules the database orders text; ICU's are named as such."""
    if provider == "i":
        return f"icu:{locale}"
    return str(locale) if provider == "b" else libc


def _differs(name: str, row: tuple[Any, ...] | None, allowed: tuple[Any, ...]) -> Iterator[Fault]:
    value = row[0] if row else None
    if value not in allowed:
        wanted = [str(a) for a in allowed]
        yield (
            f"{name} 为 {value}，应为 {'或'.join(wanted)}",
            f"{name} is {value}, must be {' or '.join(wanted)}",
        )
