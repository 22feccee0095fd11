"""Whoever keeps a copy of what is public hears at once when that changes."""

from collections.abc import Callable

from zhunsheng.reports.models import Edition

Listener = Callable[[Edition], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """From now on the listener is called after an edition was published or withdrawn."""
    if listener not in _listeners:
        _listeners.append(listener)


def visibility_changed(edition: Edition) -> None:
    """Calls every listener, after the change is committed. Errors: what a listener raises."""
    for listener in _listeners:
        listener(edition)
