"""Restoring: unpacked beside its place, verified by digest and by trail, and only then moved in."""

import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from zhunsheng.cli.backup.contents import DATABASE, Manifest, Member, copy, not_whole, read_manifest
from zhunsheng.cli.backup.errors import BackupError
from zhunsheng.cli.backup.make import require_sqlite
from zhunsheng.kernel.trail.standalone import files_in, reader
from zhunsheng.kernel.trail.verify import Verification, verify

#: What the installation calls its database.
LEDGERS = "zhunsheng.sqlite3"


def restore(path: Path, folder: Path) -> Verification:
    """The verification of what now stands in `folder`, the installation's.

    Errors: BackupError for a folder that holds ledgers or evidence already, a file that is no whole
    backup or was made by a later version, or a trail that does not hold; nothing is left behind.
    """
    require_sqlite()
    _require_empty(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (
            tempfile.TemporaryDirectory(dir=folder, prefix=".restoring-") as beside,
            zipfile.ZipFile(path) as pack,
        ):
            manifest = read_manifest(pack)
            _require_known(manifest)
            for member in manifest.members:
                _unpack(pack, member, Path(beside))
            result = _verified(Path(beside), manifest)
            _move_in(Path(beside), folder)
            return result
    except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError) as error:
        raise not_whole(
            f"不是有效的备份文件（{error}）", f"it is no backup file ({error})"
        ) from error
    except OSError as error:
        raise BackupError(
            f"无法恢复：{error}；请核对路径、权限和空间。",
            f"cannot restore: {error}; check path, rights and space.",
        ) from error


def _require_empty(folder: Path) -> None:
    held = [folder / LEDGERS] if (folder / LEDGERS).exists() else []
    evidence = folder / "evidence"
    held += [evidence] if evidence.exists() and any(evidence.iterdir()) else []
    if held:
        named = "、".join(str(path) for path in held)
        raise BackupError(
            f"{named}已经存在，恢复不会覆盖；请恢复到空目录，或先把原有内容移走。",
            f"{named} exists and is not overwritten; restore into an empty folder.",
        )


def _require_known(manifest: Manifest) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    later = sorted(set(manifest.migrations) - known)
    if later:
        raise BackupError(
            f"备份由更新的版本或另有制度的系统生成（{'、'.join(later[:3])}）；"
            "请先安装相应版本再恢复。",
            f"the backup was made by a later version or other regimes: {later[0]}; install that"
            " version first.",
        )


def _unpack(pack: zipfile.ZipFile, member: Member, beside: Path) -> None:
    target = beside / member.name
    target.parent.mkdir(parents=True, exist_ok=True)
    with pack.open(member.name) as source, target.open("wb") as out:
        found = copy(source, out, at_most=member.size)
    if found != (member.size, member.sha256):
        raise not_whole(f"“{member.name}”与清单不符", f"'{member.name}' is not as listed")


def _verified(beside: Path, manifest: Manifest) -> Verification:
    database = beside / DATABASE
    try:
        with closing(sqlite3.connect(database)) as opened:
            sound = opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        result = verify(reader(str(database)), load=files_in(beside / "evidence"))
    except sqlite3.Error as error:
        raise not_whole(
            f"数据库打不开（{error}）", f"its database cannot be read ({error})"
        ) from error
    if not sound or not result.holds or dict(result.heads) != manifest.heads:
        first = result.broken[0] if result.broken else None
        raise not_whole(
            f"存证核验不通过（{first.where}：{first.zh}）" if first else "存证链头与清单不符",
            f"its trail does not hold ({first.where}: {first.en})" if first else "heads differ",
        )
    return result


def _move_in(beside: Path, folder: Path) -> None:
    """Evidence first: ledgers that speak of files not yet there would look broken."""
    evidence = folder / "evidence"
    if (beside / "evidence").exists():
        if evidence.exists():
            evidence.rmdir()
        (beside / "evidence").rename(evidence)
    for path in sorted((beside / "settings").glob("*")):
        if not (folder / path.name).exists():
            shutil.move(path, folder / path.name)
    _require_empty_of_ledgers(folder)
    (beside / DATABASE).rename(folder / LEDGERS)
    connection.close()


def _require_empty_of_ledgers(folder: Path) -> None:
    if (folder / LEDGERS).exists():
        raise BackupError(
            f"恢复期间出现了{folder / LEDGERS}，没有覆盖；请停止服务后再恢复。",
            f"{folder / LEDGERS} appeared meanwhile and was not overwritten; stop the service.",
        )
