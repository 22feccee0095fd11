"""Writers of one SQLite file take turns on two file locks, so that none of them starves.

SQLite's own waiting is a lottery: under load a writer can lose until its timeout. Here a writer
first takes the queue lock, then the write lock, then leaves the queue; only one connection at a
time waits for the write lock itself.
"""

import os
import time
import weakref
from pathlib import Path

from zhunsheng.kernel.db.sqlite.errors import LockFileError, WriterTimeoutError
from zhunsheng.kernel.db.sqlite.locks import try_lock, unlock

_FIRST_WAIT, _LONGEST_WAIT = 0.0005, 0.01  # seconds


class WriteTurn:
    """One connection's turn to write; taken once, however often it is asked for."""

    def __init__(self, database: Path, deadline: float) -> None:
        self._paths = tuple(database.with_name(database.name + s) for s in (".queue", ".write"))
        self._deadline = deadline
        self._files: list[int] = []
        self.held = False
        _TURNS.add(self)

    def take(self) -> None:
        """Waits for the turn. Errors: WriterTimeoutError after the deadline, LockFileError."""
        if self.held:
            return
        ends = time.monotonic() + self._deadline
        queue, write = self._opened()
        self._lock(queue, ends)
        try:
            self._lock(write, ends)
        finally:
            unlock(queue)
        self.held = True

    def leave(self) -> None:
        """Gives the turn to the next writer."""
        if self.held:
            self.held = False
            unlock(self._files[1])

    def close(self) -> None:
        """Closes the lock files, and so gives the turn away."""
        self.held = False
        while self._files:
            os.close(self._files.pop())

    def _opened(self) -> list[int]:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        for path in self._paths[len(self._files) :]:
            try:
                self._files.append(os.open(path, flags, 0o600))
            except OSError as error:
                raise LockFileError(path, error.strerror or str(error)) from error
        return self._files

    def _lock(self, file: int, ends: float) -> None:
        # A blocking lock takes no time limit. Waiting for one in a thread was measured: neither
        # faster nor fairer than asking again.
        wait = _FIRST_WAIT
        while not try_lock(file):
            if time.monotonic() >= ends:
                raise WriterTimeoutError(self._deadline)
            time.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT)


_TURNS: "weakref.WeakSet[WriteTurn]" = weakref.WeakSet()


def _forget() -> None:
    """In a forked child: were its copies of the files left open, a lock outlived its owner."""
    for turn in list(_TURNS):
        turn.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
