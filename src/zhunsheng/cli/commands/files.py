"""Reading and writing the files a verb names; what the system refuses is said by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from zhunsheng.kernel.errors import KernelError


class FileAccessError(KernelError):
    """A file that cannot be opened or written."""

    code = "FILE_ACCESS"


def read(path: Path) -> bytes:
    """The file's bytes. Errors: FileAccessError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileAccessError(
            f"“{path}”打不开：{error.strerror}；请核对路径和权限。",
            f"'{path}' cannot be opened: {error.strerror}; check path and rights.",
        ) from error


def read_text(path: Path) -> str:
    """The file's words, in UTF-8. Errors: FileAccessError."""
    try:
        return read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileAccessError(
            f"“{path}”不是UTF-8文本；请另存为UTF-8编码的文本文件。",
            f"'{path}' is no text in UTF-8; save it as such.",
        ) from error


def write(path: Path, data: bytes) -> None:
    """The file, written whole. Errors: FileAccessError."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FileAccessError(
            f"“{path}”写不进去：{error.strerror}；请核对路径和权限。",
            f"'{path}' cannot be written: {error.strerror}; check path and rights.",
        ) from error


def make_folder(path: Path) -> None:
    """The folder, there already or made. Errors: FileAccessError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileAccessError(
            f"文件夹“{path}”建不起来：{error.strerror}；请核对路径和权限。",
            f"the folder '{path}' cannot be made: {error.strerror}; check path and rights.",
        ) from error


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file open for writing; it takes its name only when all of it is written.

    Errors: FileAccessError.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("wb") as out:
            yield out
        partial.replace(path)
    except OSError as error:
        raise FileAccessError(
            f"“{path}”写不进去：{error.strerror}；请核对路径、权限和空间。",
            f"'{path}' cannot be written: {error.strerror}; check path, rights and space.",
        ) from error
    finally:
        partial.unlink(missing_ok=True)
