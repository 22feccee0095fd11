"""Making a backup: a snapshot of the database, verified, then every file it speaks of."""

import os
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from zhunsheng.cli.backup.contents import DATABASE, MANIFEST, SETTINGS, Manifest, Member, copy
from zhunsheng.cli.backup.errors import BackupError
from zhunsheng.kernel import clock
from zhunsheng.kernel.evidence.store import path_of
from zhunsheng.kernel.trail.standalone import files_in, reader
from zhunsheng.kernel.trail.verify import Verification, verify


@dataclass(frozen=True, slots=True)
class Made:
    """The backup's manifest, its size, and the verification of the snapshot it holds."""

    manifest: Manifest
    size: int
    verification: Verification


def back_up(path: Path) -> Made:
    """The backup, written whole or not at all; work goes on meanwhile.

    Errors: BackupError on PostgreSQL, for a file that exists, or where it cannot be written. A
    snapshot that does not verify is kept all the same, and `verification` says so.
    """
    require_sqlite()
    if path.exists():
        raise BackupError(
            f"“{path}”已经存在，不覆盖；请换一个文件名。",
            f"'{path}' exists: it is not overwritten.",
        )
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
            return _made(path, Path(folder))
    except (OSError, sqlite3.Error) as error:
        raise BackupError(
            f"备份写不出来：{error}；请核对路径、权限和空间。",
            f"the backup cannot be written: {error}; check path, rights and space.",
        ) from error


def require_sqlite() -> None:
    """Errors: BackupError where the ledgers are on a server."""
    if connection.vendor != "sqlite":
        raise BackupError(
            "数据库在PostgreSQL服务器上，请用pg_basebackup或pg_dump备份，并另行复制佐证目录。",
            "the ledgers are on PostgreSQL: use pg_basebackup or pg_dump, and copy the evidence.",
        )


def _made(path: Path, folder: Path) -> Made:
    snapshot, partial = folder / DATABASE, folder / "partial.zip"
    _snapshot(snapshot)
    verification = verify(reader(str(snapshot)), load=files_in(Path(settings.EVIDENCE_DIR)))
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as pack:
        members = [
            _add(pack, name, source) for name, source in _files(snapshot) if source.is_file()
        ]
        manifest = Manifest(
            clock.now().isoformat(),
            dict(verification.heads),
            _migrations(snapshot),
            tuple(members),
        )
        pack.writestr(MANIFEST, manifest.text())
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.chmod(0o600)
    # A link, not a rename: what somebody put there meanwhile is not overwritten.
    os.link(partial, path)
    return Made(manifest, path.stat().st_size, verification)


def _snapshot(target: Path) -> None:
    source = Path(str(connection.settings_dict["NAME"])).resolve()
    with (
        closing(sqlite3.connect(source.as_uri() + "?mode=ro", uri=True)) as live,
        closing(sqlite3.connect(target)) as copied,
    ):
        live.backup(copied)
        # One file: the copy needs no journal beside it.
        copied.execute("PRAGMA journal_mode = DELETE")


def _files(snapshot: Path) -> list[tuple[str, Path]]:
    with closing(sqlite3.connect(snapshot)) as rows:
        digests = [row[0] for row in rows.execute("SELECT digest FROM kernel_file ORDER BY digest")]
    evidence = [path_of(digest) for digest in digests]
    return [
        (DATABASE, snapshot),
        *((f"evidence/{path.parent.name}/{path.name}", path) for path in evidence),
        *((f"settings/{name}", Path(settings.VAR) / name) for name in SETTINGS),
    ]


def _migrations(snapshot: Path) -> tuple[str, ...]:
    with closing(sqlite3.connect(snapshot)) as rows:
        found = rows.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        return tuple(f"{app}.{name}" for app, name in found)


def _add(pack: zipfile.ZipFile, name: str, source: Path) -> Member:
    with source.open("rb") as data, pack.open(name, "w", force_zip64=True) as target:
        size, digest = copy(data, target)
    return Member(name, size, digest)
