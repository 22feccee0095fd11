"""SQLite as the ledgers need it: durable, fair between writers, strict about references."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from zhunsheng.kernel.db.errors import WriterTimeoutError
from zhunsheng.kernel.db.sqlite.cursor import TurnCursor
from zhunsheng.kernel.db.sqlite.operations import Operations
from zhunsheng.kernel.db.sqlite.queue import WriteTurn
from zhunsheng.kernel.db.sqlite.reading import only_reads

#: Name → value as the PRAGMA reports it; `live` compares them on the open connection.
PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: an acknowledged commit survives a power cut
    "foreign_keys": 1,
    "recursive_triggers": 1,  # without it REPLACE deletes rows past their delete trigger
    "secure_delete": 1,
    "mmap_size": 0,
}
_DEADLINE = 20.0  # seconds
# Taken as needed. With SQLite's 2 MB the figures of a large year take twice as long.
_CACHE = 32 * 1024  # KiB


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn before it writes; OPTIONS may set `deadline` (seconds)."""

    ops_class = Operations

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        self._turn: WriteTurn | None = None
        self._deadline = _DEADLINE

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with IMMEDIATE transactions and the deadline as busy timeout."""
        shared = self.settings_dict
        options = dict(shared.get("OPTIONS") or {})
        self._deadline = float(options.pop("deadline", _DEADLINE))
        options |= {"transaction_mode": "IMMEDIATE", "timeout": self._deadline}
        # Every thread's connection holds the same settings: replace them, never change them.
        self.settings_dict = {**shared, "OPTIONS": options}
        try:
            return super().get_connection_params()
        finally:
            self.settings_dict = shared

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """An open connection with every PRAGMA set."""
        connection: sqlite3.Connection = super().get_new_connection(conn_params)
        try:
            self._turn = self._turn_of(connection)
            self._set_pragmas(connection)
            connection.execute(f"PRAGMA cache_size = {-_CACHE}")
        except BaseException:
            connection.close()
            raise
        return connection

    def create_cursor(self, name: str | None = None) -> TurnCursor:
        """A cursor whose statements take turns."""
        cursor: TurnCursor = self.connection.cursor(factory=TurnCursor)
        cursor.wrapper = self
        return cursor

    @contextmanager
    def turn_for(self, sql: str) -> Iterator[bool]:
        """Around a statement: the turn it needs; whether the statement is its own transaction."""
        turn = self._turn
        opened = self.connection.in_transaction
        alone = not opened and not only_reads(sql)
        if alone and turn is not None:
            turn.take()
        try:
            yield alone
        except sqlite3.OperationalError as error:
            if self.in_atomic_block and opened and not self.connection.in_transaction:
                # SQLite gave up the whole transaction: what followed would be saved piecemeal.
                self.needs_rollback = True
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise WriterTimeoutError(self._deadline) from error
            raise
        finally:
            self._leave_when_done()

    def commit(self) -> None:
        """Commits and gives the turn away."""
        super().commit()
        self._leave_when_done()

    def rollback(self) -> None:
        """Rolls back and gives the turn away."""
        super().rollback()
        self._leave_when_done()

    def close(self) -> None:
        """Closes the connection and the lock files."""
        super().close()
        if self._turn is not None and not self.is_in_memory_db():
            self._turn.close()

    def _leave_when_done(self) -> None:
        turn, connection = self._turn, self.connection
        if turn is not None and connection is not None and not connection.in_transaction:
            turn.leave()

    def _turn_of(self, connection: sqlite3.Connection) -> WriteTurn | None:
        # SQLite itself says where the file lies: NAME may be a URI, a link or a relative path.
        path = next(row[2] for row in connection.execute("PRAGMA database_list") if row[0] == 0)
        return WriteTurn(Path(path), self._deadline) if path else None

    def _set_pragmas(self, connection: sqlite3.Connection) -> None:
        for name, value in PRAGMAS.items():
            if connection.execute(f"PRAGMA {name}").fetchone() == (value,):
                continue
            # Switching the journal writes to the file, and waits for nobody.
            with self._held(name == "journal_mode"):
                connection.execute(f"PRAGMA {name} = {value}")

    @contextmanager
    def _held(self, wanted: bool) -> Iterator[None]:
        if self._turn is None or not wanted:
            yield
            return
        self._turn.take()
        try:
            yield
        finally:
            self._turn.leave()
