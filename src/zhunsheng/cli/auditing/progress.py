"""A bar on the error stream of a terminal; nothing where nobody looks."""

import sys
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

_WIDTH: Final = 30
T = TypeVar("T")


def shown(items: Iterable[T], count: int) -> Iterator[T]:
    """The items, counted as they come."""
    watched = sys.stderr.isatty() and count > 1
    for done, item in enumerate(items, start=1):
        if watched:
            filled = _WIDTH * done // count
            bar = "█" * filled + "·" * (_WIDTH - filled)
            print(f"\r{bar} {done}/{count}", end="\n" if done == count else "", file=sys.stderr)
        yield item
