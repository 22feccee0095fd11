"""What a backup holds, by name and digest; no other name is ever unpacked."""

import hashlib
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

from zhunsheng.cli.backup.errors import BackupError

FORMAT = "zhunsheng-backup/1"
MANIFEST, DATABASE = "manifest.json", "database.sqlite3"
#: Files of the installation's folder that are no secret and are wanted again.
SETTINGS = ("public-fields.toml", "static-folders.json")
_NAMES = re.compile(
    rf"{re.escape(DATABASE)}|evidence/([0-9a-f]{{2}})/\1[0-9a-f]{{62}}"
    rf"|settings/({'|'.join(map(re.escape, SETTINGS))})"
)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a backup."""

    name: str
    size: int
    sha256: str

    def plain(self) -> dict[str, object]:
        return {"name": self.name, "size": self.size, "sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the backup is: when, each chain's length and head, applied migrations, every file."""

    at: str
    heads: dict[str, tuple[int, str]]
    migrations: tuple[str, ...]
    members: tuple[Member, ...]

    def text(self) -> bytes:
        """As it is written."""
        data = {
            "format": FORMAT,
            "at": self.at,
            "heads": self.heads,
            "migrations": self.migrations,
            "files": [member.plain() for member in self.members],
        }
        return json.dumps(data, ensure_ascii=False, indent=1).encode()


def read_manifest(pack: zipfile.ZipFile) -> Manifest:
    """The manifest. Errors: BackupError for a file that is no backup or names what none holds."""
    try:
        data: dict[str, Any] = json.loads(pack.read(MANIFEST))
        if data["format"] != FORMAT:
            raise ValueError(data["format"])
        manifest = Manifest(
            str(data["at"]),
            {str(code): (int(n), str(head)) for code, (n, head) in data["heads"].items()},
            tuple(str(name) for name in data["migrations"]),
            tuple(Member(f["name"], int(f["size"]), f["sha256"]) for f in data["files"]),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise not_whole("清单读不出来", "its manifest cannot be read") from error
    names = [member.name for member in manifest.members]
    if sorted([*names, MANIFEST]) != sorted(pack.namelist()) or len(set(names)) != len(names):
        raise not_whole("文件与清单不一致", "its files are not those of its manifest")
    strange = [name for name in names if not _NAMES.fullmatch(name)]
    if strange or DATABASE not in names:
        named = "、".join(strange[:3])
        raise not_whole(f"含有不该有的文件{named}", f"it holds what no backup holds: {named}")
    return manifest


def copy(source: IO[bytes], target: IO[bytes], *, at_most: int | None = None) -> tuple[int, str]:
    """(bytes copied, their SHA-256); stops one byte past `at_most`."""
    digest, size = hashlib.sha256(), 0
    read: Callable[[], bytes] = lambda: source.read(_CHUNK)  # noqa: E731
    for chunk in iter(read, b""):
        size += len(chunk)
        if at_most is not None and size > at_most:
            break
        digest.update(chunk)
        target.write(chunk)
    return size, digest.hexdigest()


def not_whole(zh: str, en: str) -> BackupError:
    """The refusal of a file that cannot be trusted."""
    return BackupError(
        f"备份文件不完整或被改动：{zh}；没有恢复任何内容，请换用另一份备份。",
        f"the backup is not whole or was changed: {en}; nothing was restored, use another one.",
    )
