"""The days a special procedure takes, as the platform writes them: first 至 last, ground."""

import re
from collections.abc import Sequence
from datetime import date

from zhunsheng.kernel.declare import Pause

_DAY = r"(\d{4}-\d{2}-\d{2})"
_ONE = re.compile(rf"{_DAY}至{_DAY}(\S+)")


def suspensions(text: str) -> Sequence[Pause]:
    """Each pause with its ground; errors: ValueError where the text is not written this way."""
    return tuple(_pause(part.strip()) for part in re.split("[；;]", text) if part.strip())


def readable(text: str) -> bool:
    """Whether the text is written this way."""
    try:
        suspensions(text)
    except ValueError:
        return False
    return True


def _pause(text: str) -> Pause:
    found = _ONE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    if last < first:
        raise ValueError(text)
    return Pause(first, last, found[3], f"special procedure ({found[3]})")
