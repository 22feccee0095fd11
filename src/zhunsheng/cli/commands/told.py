"""How verbs talk: one line in both languages, progress on anything that takes time."""

import sys
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager


def say(zh: str, en: str) -> None:
    """One line in both languages."""
    print(f"{zh} / {en}", flush=True)


@contextmanager
def working(zh: str, en: str) -> Iterator[None]:
    """Names a piece of work as it begins, and how long it took when it is done."""
    print(f"… {zh} / {en}", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    print(f"  {time.monotonic() - began:.1f}s", flush=True)


def padded(text: str, width: int) -> str:
    """The text filled to a width in which a Chinese character counts two."""
    taken = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return text + " " * max(width - taken, 0)


def refuse(zh: str, en: str) -> int:
    """A refusal on the error stream; the exit code."""
    print(f"{zh}\n{en}", file=sys.stderr)
    return 1
