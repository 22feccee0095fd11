"""The promise "nothing acknowledged is lost", checked on the open connection itself."""

import sys
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import OperationalError

from zhunsheng.kernel.db.sqlite.base import PRAGMAS

_NETWORK = frozenset(  # file systems whose locks SQLite cannot trust
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ceph",
        "fuse.sshfs",
        "fuse.glusterfs",
        "fuse.rclone",
    ]
)
_POSTGRESQL = {
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "server_encoding": ("UTF8",),
}
_COLLATIONS = ("C", "POSIX", "C.UTF-8", "C.utf8")


class NotDurableError(OperationalError):
    """The database is not set up to keep what it acknowledges."""

    code = "NOT_DURABLE"

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        listed = "；".join(faults)
        super().__init__(
            f"数据库设置不能保证已确认的数据不丢失：{listed}。请按说明调整后再启动。"
            f" / The database would not keep what it acknowledges: {'; '.join(faults)}."
            " Correct these settings before starting."
        )


def on_connection(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Checks each new connection of Django's."""
    assert_live(connection)


def assert_live(connection: BaseDatabaseWrapper) -> None:
    """Errors: NotDurableError listing every setting that is not as it must be."""
    faults = _sqlite(connection) if connection.vendor == "sqlite" else _postgresql(connection)
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


def _sqlite(connection: BaseDatabaseWrapper) -> list[str]:
    in_memory = getattr(connection, "is_in_memory_db", lambda: False)()
    # A database in memory has no journal and no map: only tests use one.
    spared = ("journal_mode", "mmap_size") if in_memory else ()
    wanted = {k: v for k, v in PRAGMAS.items() if k not in spared}
    found = [
        f"PRAGMA {name} = {value}, must be {must}"
        for name, must in wanted.items()
        if (value := connection.connection.execute(f"PRAGMA {name}").fetchone()[0]) != must
    ]
    if not in_memory:
        kind = filesystem_of(Path(str(connection.settings_dict["NAME"])))
        if kind in _NETWORK:
            found.append(
                f"SQLite on the network file system {kind} is not safe; use a local disk or"
                " PostgreSQL"
            )
    return found


def _postgresql(connection: BaseDatabaseWrapper) -> list[str]:
    found = []
    with connection.connection.cursor() as cursor:
        for name, allowed in _POSTGRESQL.items():
            cursor.execute(f"SHOW {name}")
            value = cursor.fetchone()[0]
            if value not in allowed:
                found.append(f"{name} = {value}, must be {' or '.join(allowed)}")
        cursor.execute("SELECT datcollate FROM pg_database WHERE datname = current_database()")
        collation = cursor.fetchone()[0]
        if collation not in _COLLATIONS:
            found.append(f"database collation {collation}, must be C")
    return found


def filesystem_of(path: Path) -> str:
    """The type of the file system that holds the path; empty where the system does not tell."""
    mounts = Path("/proc/mounts")
    if sys.platform != "linux" or not mounts.exists():
        return ""
    best, kind = "", ""
    resolved = str(path.resolve())
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, mount, type_, *_rest = line.split(" ")
        inside = resolved == mount or resolved.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(best):
            best, kind = mount, type_
    return kind
