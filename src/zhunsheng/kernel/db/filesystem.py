"""Which file system holds a path: SQLite cannot trust the locks of a network one."""

import re
import sys
from pathlib import Path

_NETWORK = re.compile(
    r"nfs4?|cifs|smb[23]?|smbfs|ncpfs|afs|ceph|lustre|gpfs|beegfs|glusterfs|davfs|ocfs2"
    r"|fuse\.(sshfs|glusterfs|rclone|s3fs|davfs2|ceph|juicefs)"
)
_MOUNTS = Path("/proc/self/mounts")


def on_network(path: Path, mounts: str | None = None) -> bool:
    """Whether a network file system holds the path, as far as the system tells."""
    if str(path).startswith(("\\\\", "//")):  # a Windows share by name
        return True
    return _NETWORK.fullmatch(filesystem_of(path, mounts)) is not None


def filesystem_of(path: Path, mounts: str | None = None) -> str:
    """The file system's type; empty where the system does not tell. `mounts` as Linux lists them.

    Mapped drives of Windows and volumes of macOS are not told apart from local ones.
    """
    if mounts is None:
        if sys.platform != "linux" or not _MOUNTS.exists():
            return ""
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    longest, kind = -1, ""
    resolved = path.resolve()
    for line in mounts.splitlines():
        _, mount, type_, *_rest = line.split(" ")
        folder = Path(re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), mount))
        # A later mount covers an earlier one at the same place.
        if resolved.is_relative_to(folder) and len(folder.parts) >= longest:
            longest, kind = len(folder.parts), type_
    return kind
