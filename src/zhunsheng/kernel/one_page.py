"""While one page is read, a question about people or regimes is put to the database once."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

T = TypeVar("T")
_answers: ContextVar[dict[Hashable, object] | None] = ContextVar("answers", default=None)


@contextmanager
def one_page() -> Iterator[None]:
    """Within the block answers are kept: only where nothing is changed meanwhile."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def asked_once(question: Hashable, ask: Callable[[], T]) -> T:
    """The answer, kept within `one_page`; outside it is asked each time."""
    kept = _answers.get()
    if kept is None:
        return ask()
    if question not in kept:
        kept[question] = ask()
    return cast(T, kept[question])
