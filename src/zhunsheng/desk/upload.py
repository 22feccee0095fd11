"""Files a form brings: their size is asked before their content."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from zhunsheng.kernel.errors import KernelError
from zhunsheng.kernel.evidence.models import File
from zhunsheng.kernel.evidence.store import store


class TooLargeError(KernelError):
    """A file larger than the installation takes."""

    code = "TOO_LARGE"


def bytes_of(upload: UploadedFile[Any], *, most: int | None = None) -> bytes:
    """The bytes, `most` at most where less is taken than elsewhere. Errors: TooLargeError."""
    most = most or settings.UPLOAD_LIMIT
    if (upload.size or 0) > most:
        limit = most // 1024 // 1024
        raise TooLargeError(
            f"“{upload.name}”超过{limit}MB；请压缩或拆分后再上传。",
            f"'{upload.name}' is larger than {limit} MB; make it smaller or split it.",
        )
    return bytes(upload.read())


class NoFileError(KernelError):
    """A form that brings a file brought none."""

    code = "NO_FILE"


def required(request: HttpRequest, name: str) -> list[File]:
    """The stored files of a form's field. Errors: NoFileError where none was chosen."""
    sent = [u for u in request.FILES.getlist(name) if isinstance(u, UploadedFile)]
    read = [(u.name or name, bytes_of(u)) for u in sent]  # every size before any is stored
    if not read:
        raise NoFileError(
            "没有选择文件，未作任何登记；请选择文件后再上传。",
            "no file was chosen and nothing was recorded; choose one and send it again.",
        )
    return [store(title, data) for title, data in read]


def stored(request: HttpRequest, name: str) -> File | None:
    """The stored file of a form's field; None where none was chosen."""
    upload = request.FILES.get(name)
    if not isinstance(upload, UploadedFile):
        return None
    return store(upload.name or name, bytes_of(upload))
