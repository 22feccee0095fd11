"""The evidence folder: a file lies under its own digest, written once, never executed."""

import os
import tempfile
from pathlib import Path

from django.conf import settings

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.evidence.models import File

#: What a scan or a paper may be; anything else is refused by name.
ACCEPTED = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".txt": "text/plain",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: What other systems export beside workbooks.
_TEXT = "text/csv"
_MAGIC = {".pdf": b"%PDF", ".jpg": b"\xff\xd8", ".jpeg": b"\xff\xd8", ".png": b"\x89PNG"}
_MAGIC |= {".docx": b"PK", ".xlsx": b"PK"}


class EvidenceError(KernelError):
    """A file cannot be taken as evidence, or is no longer what was stored."""

    code = "EVIDENCE"


def path_of(digest: str) -> Path:
    """Where the file with this digest lies."""
    plain = digest.removeprefix("sm3:")
    return Path(settings.EVIDENCE_DIR) / plain[:2] / plain


def store(name: str, data: bytes) -> File:
    """The stored file; the same bytes are kept once.

    Errors: EvidenceError for an empty file, or one whose kind is not accepted or not what its
    name says.
    """
    require_acceptable(name, data)
    return keep(name, data, ACCEPTED[Path(name).suffix.lower()])


def keep(name: str, data: bytes, media_type: str) -> File:
    """A file the product itself made, stored like evidence and kept once."""
    digest = sm3(data)
    path = path_of(digest)
    if not path.exists():
        _write_once(path, data)
    found = File.objects.filter(digest=digest).first()
    return found or File.objects.create(
        digest=digest,
        size=len(data),
        media_type=media_type,
        name=Path(name).name[:255],
        at=clock.now(),
    )


def keep_export(name: str, data: bytes) -> File:
    """The stored file of an import that another system's export brought; it was read already."""
    return keep(name, data, ACCEPTED.get(Path(name).suffix.lower(), _TEXT))


def load(file: File) -> bytes:
    """The bytes as stored.

    Errors: EvidenceError when the file is gone or its digest no longer fits.
    """
    path = path_of(file.digest)
    if not path.is_file():
        raise EvidenceError(
            f"佐证文件“{file.name}”不在存储中；请从备份恢复。",
            f"the evidence file '{file.name}' is missing from the store; restore it from backup.",
        )
    data = path.read_bytes()
    if sm3(data) != file.digest:
        raise EvidenceError(
            f"佐证文件“{file.name}”与登记时的摘要不符，可能被改动；请从备份恢复并核查。",
            f"the evidence file '{file.name}' no longer has the digest it was stored with; restore"
            " it from backup and find out why.",
        )
    return data


def require_acceptable(name: str, data: bytes) -> None:
    """Errors: EvidenceError for what cannot be evidence, as `store` says it."""
    suffix = Path(name).suffix.lower()
    if not data:
        raise EvidenceError(f"文件“{name}”是空的；请重新选择。", f"the file '{name}' is empty.")
    if suffix not in ACCEPTED:
        raise EvidenceError(
            f"“{name}”不能作为佐证：只接受 {'、'.join(ACCEPTED)}；请转换后再上传。",
            f"'{name}' cannot be evidence: only {', '.join(ACCEPTED)} are accepted; convert it.",
        )
    if not data.startswith(_MAGIC.get(suffix, b"")):
        raise EvidenceError(
            f"“{name}”的内容与扩展名{suffix}不符；请检查文件是否损坏。",
            f"the content of '{name}' is not {suffix}; the file may be damaged.",
        )


def _write_once(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(path)
    if os.name == "posix":
        # The new name itself must survive a power cut, not only the bytes.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
