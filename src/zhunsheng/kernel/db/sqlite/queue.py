"""Writers of one SQLite file take turns on two file locks, so that none of them starves.

SQLite's own waiting is a lottery: under load a writer can lose until its timeout. Here a writer
first takes the queue lock, then the write lock, then leaves the queue; only one process at a
time waits for the write lock itself.
"""

import os
import threading
import time
from pathlib import Path
from types import ModuleType

from django.db.utils import OperationalError

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows: BEGIN IMMEDIATE and the busy timeout alone order the writers.
    fcntl = None

_FIRST_WAIT, _LONGEST_WAIT = 0.0005, 0.01


class WriterTimeoutError(OperationalError):
    """Another writer kept the ledgers for longer than the deadline."""

    code = "WRITER_TIMEOUT"

    def __init__(self, seconds: float) -> None:
        self.zh = f"等待写入超过{seconds:g}秒：另一操作正在写入台账；您的操作没有保存，请稍后重试。"
        self.en = (
            f"waited {seconds:g} s for another writer of the ledgers; nothing was saved: try again"
            " in a moment."
        )
        super().__init__(f"{self.zh} / {self.en}")


class WriteTurn:
    """One connection's turn to write; taken once, however often it is asked for."""

    def __init__(self, database: Path, deadline: float) -> None:
        self._paths = tuple(database.with_name(database.name + s) for s in (".queue", ".write"))
        self._deadline = deadline
        self._files: tuple[int, int] | None = None
        self._process = 0
        self.held = False

    def take(self) -> None:
        """Waits for the turn. Errors: WriterTimeoutError after the deadline."""
        if self.held or fcntl is None:
            return
        queue, write = self._opened()
        ends = time.monotonic() + self._deadline
        self._lock(queue, ends)
        try:
            self._lock(write, ends)
        finally:
            fcntl.flock(queue, fcntl.LOCK_UN)
        self.held = True

    def leave(self) -> None:
        """Gives the turn to the next writer."""
        if self.held and fcntl is not None and self._files is not None:
            self.held = False
            if self._process == os.getpid():
                fcntl.flock(self._files[1], fcntl.LOCK_UN)

    def close(self) -> None:
        """Leaves, and closes the lock files."""
        self.leave()
        if self._files is not None:
            for file in self._files:
                os.close(file)
            self._files = None

    def _opened(self) -> tuple[int, int]:
        # After a fork the child shares its parent's locks: it must open files of its own.
        if self._files is None or self._process != os.getpid():
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
            first, second = (os.open(path, flags, 0o600) for path in self._paths)
            self._files = (first, second)
            self._process = os.getpid()
        return self._files

    def _lock(self, file: int, ends: float) -> None:
        if fcntl is None:
            return
        wait = _FIRST_WAIT
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() >= ends:
                    raise WriterTimeoutError(self._deadline) from None
                threading.Event().wait(wait)
                wait = min(wait * 2, _LONGEST_WAIT)
