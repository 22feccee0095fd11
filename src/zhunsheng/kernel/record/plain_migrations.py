"""Migrations speak of columns only: names and choices shown to people stay out of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Field

_SHOWN_ONLY = ("verbose_name", "choices", "help_text")
Deconstructed = tuple[str | None, str, Sequence[Any], dict[str, Any]]


def install() -> None:
    """Makes every field leave out what only people read, on both sides of the comparison."""
    original: Callable[[Field[Any, Any]], Deconstructed] = Field.deconstruct
    if getattr(original, "plain", False):
        return

    def deconstruct(self: Field[Any, Any]) -> Deconstructed:
        name, path, args, kwargs = original(self)
        return name, path, args, {k: v for k, v in kwargs.items() if k not in _SHOWN_ONLY}

    deconstruct.plain = True  # type: ignore[attr-defined]
    Field.deconstruct = deconstruct  # type: ignore[method-assign, assignment]
