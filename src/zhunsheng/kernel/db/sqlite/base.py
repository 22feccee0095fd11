"""SQLite as the ledgers need it: durable, fair between writers, strict about references."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from zhunsheng.kernel.db.sqlite.queue import WriteTurn

#: Name → value as the PRAGMA reports it; `live` compares them on the open connection.
PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: an acknowledged commit survives a power cut
    "foreign_keys": 1,
    "recursive_triggers": 1,  # without it REPLACE deletes rows past their delete trigger
    "secure_delete": 1,
    "mmap_size": 0,
}
_DEADLINE = 20.0
_WRITES = re.compile(
    r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|REINDEX|VACUUM|WITH\b.*\b(INSERT|UPDATE|DELETE))",
    re.IGNORECASE | re.DOTALL,
)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn before it writes."""

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        self._turn: WriteTurn | None = None

    def get_connection_params(self) -> dict[str, Any]:
        options = dict(self.settings_dict.get("OPTIONS") or {})
        self._deadline = float(options.pop("deadline", _DEADLINE))
        options.setdefault("transaction_mode", "IMMEDIATE")
        options.setdefault("timeout", self._deadline)
        kept, self.settings_dict["OPTIONS"] = self.settings_dict.get("OPTIONS"), options
        try:
            params: dict[str, Any] = super().get_connection_params()
        finally:
            self.settings_dict["OPTIONS"] = kept
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        connection: sqlite3.Connection = super().get_new_connection(conn_params)
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        if not self.is_in_memory_db():
            self._turn = WriteTurn(Path(str(conn_params["database"])), self._deadline)
        return connection

    def create_cursor(self, name: str | None = None) -> "TurnCursor":
        cursor = self.connection.cursor(factory=TurnCursor)
        cursor.wrapper = self
        return cursor

    @contextmanager
    def writing(self, sql: str) -> Iterator[None]:
        """Around a statement outside any transaction: it takes its own turn."""
        turn = self._turn
        if turn is None or turn.held or self.connection.in_transaction or not _WRITES.match(sql):
            yield
            return
        turn.take()
        try:
            yield
        finally:
            # A statement that opened a transaction keeps the turn until that ends.
            if not self.connection.in_transaction:
                turn.leave()

    def _start_transaction_under_autocommit(self) -> None:
        if self._turn is not None:
            self._turn.take()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            if self._turn is not None:
                self._turn.leave()
            raise

    def _commit(self) -> None:
        super()._commit()
        if self._turn is not None:
            self._turn.leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            if self._turn is not None:
                self._turn.leave()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            if self._turn is not None:
                self._turn.close()
                self._turn = None


class TurnCursor(base.SQLiteCursorWrapper):
    """A cursor whose autocommit writes queue like every other write."""

    wrapper: DatabaseWrapper

    def execute(self, query: str, params: Any = None) -> Any:
        with self.wrapper.writing(query):
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Sequence[Any]) -> Any:
        with self.wrapper.writing(query):
            return super().executemany(query, param_list)
