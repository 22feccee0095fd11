"""Mentions made fast: extraction does little else so often as fill one."""

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, Final

from zhunsheng.audit.model import Mention

#: The same fields, and a fourth of the time to fill them, for nothing is frozen yet.
_Open: Final[Callable[..., Any]] = make_dataclass(
    "_Open", [field.name for field in fields(Mention)], slots=True
)


def filled(*values: object) -> Mention:
    """A mention like any other, frozen by its class; every field is given, in order.

    `exact` and `half` are among them: who fills a mention knows them already.
    """
    mention: Mention = _Open(*values)
    mention.__class__ = Mention
    return mention
