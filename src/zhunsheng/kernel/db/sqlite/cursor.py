"""A cursor whose statements take turns, inside and outside transactions."""

from collections import deque
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, Protocol

from django.db.backends.sqlite3.base import SQLiteCursorWrapper


class TakesTurns(Protocol):
    """What the cursor needs of its connection."""

    def turn_for(self, sql: str) -> AbstractContextManager[bool]:
        """Around a statement; True when the statement is a transaction of its own."""


class TurnCursor(SQLiteCursorWrapper):
    """Django's cursor; `wrapper` is the connection that made it."""

    wrapper: TakesTurns
    _kept: deque[Any] | None = None

    def execute(self, query: str, params: Any = None) -> "TurnCursor":
        """The cursor, after its turn."""
        self._kept = None
        with self.wrapper.turn_for(query) as alone:
            super().execute(query, params)
            if alone and self.description is not None:
                # INSERT … RETURNING commits when its last row is read, which must be in its turn.
                self._kept = deque(super().fetchall())
        return self

    def executemany(self, query: str, param_list: Iterable[Any]) -> "TurnCursor":
        """The cursor, after its turn."""
        self._kept = None
        with self.wrapper.turn_for(query):
            super().executemany(query, param_list)
        return self

    def executescript(self, sql_script: str) -> "TurnCursor":
        """The cursor, after its turn; an open transaction is committed first, as sqlite3 does."""
        self._kept = None
        with self.wrapper.turn_for("SCRIPT"):
            super().executescript(sql_script)
        return self

    def fetchone(self) -> Any:
        """The next row or None."""
        if self._kept is None:
            return super().fetchone()
        return self._kept.popleft() if self._kept else None

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """The next `size` rows."""
        if self._kept is None:
            return super().fetchmany(size)
        return [self._kept.popleft() for _ in range(min(size or 1, len(self._kept)))]

    def fetchall(self) -> list[Any]:
        """The rest of the rows."""
        if self._kept is None:
            return super().fetchall()
        rest, self._kept = list(self._kept), deque()
        return rest

    def __next__(self) -> Any:
        if self._kept is None:
            return super().__next__()
        if not self._kept:
            raise StopIteration
        return self._kept.popleft()
