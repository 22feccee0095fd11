"""The one-time code by which an installation without an agency is taken into use."""

import hmac
import os
import secrets
from pathlib import Path

from zhunsheng.kernel.errors import NotPossibleError

_NAME = "first-use-code"
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is mistaken for another
_GROUPS, _LENGTH = 4, 4  # 79 bits


def first_code(folder: Path) -> str:
    """The code of this installation; made where there is none, in a file for its owner alone."""
    path = folder / _NAME
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    code = "-".join(
        "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(_GROUPS)
    )
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(code + "\n")
    return code


def is_first_code(folder: Path, typed: str) -> bool:
    """Whether it is the code, however it was typed: in small letters, without dashes."""
    try:
        code = (folder / _NAME).read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return hmac.compare_digest(_plain(code).encode(), _plain(typed).encode())


def spend_first_code(folder: Path) -> None:
    """The code opens nothing from now on. Errors: NotPossibleError where another has spent it."""
    try:
        (folder / _NAME).unlink()
    except FileNotFoundError:
        raise NotPossibleError(
            "启用码已经使用，本系统已由他人启用；请登录。",
            "the code is spent: somebody took the system into use; sign in.",
        ) from None


def _plain(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
