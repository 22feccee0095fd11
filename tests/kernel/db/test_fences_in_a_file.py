"""In the file itself, for programs that never heard of our settings, REPLACE deletes nothing."""

import sqlite3
from pathlib import Path

import pytest

from zhunsheng.kernel.db import fences_sqlite
from zhunsheng.kernel.db.errors import UnfenceableError
from zhunsheng.kernel.db.fence_kind import Fence
from zhunsheng.kernel.db.sqlite.base import DatabaseWrapper

_TABLES = """
CREATE TABLE kernel_version (item_id bigint, number integer, UNIQUE (item_id, number));
CREATE TABLE annual (item_id bigint NOT NULL PRIMARY KEY, version integer, agency integer,
                     standing text, number text UNIQUE);
CREATE UNIQUE INDEX once ON annual (agency) WHERE NOT (standing = 'voided');
CREATE TABLE fact (id integer PRIMARY KEY AUTOINCREMENT, digest text UNIQUE, v integer);
INSERT INTO fact (digest, v) VALUES ('a', 1), ('b', 2);
INSERT INTO kernel_version VALUES (1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (5, 1);
INSERT INTO annual VALUES (1, 1, 10, 'draft', 'n1'), (2, 1, 10, 'voided', 'n2'),
                          (3, 1, 11, 'draft', NULL), (4, 1, 11, 'voided', NULL);
"""


@pytest.fixture
def foreign(file: DatabaseWrapper) -> sqlite3.Connection:
    """A plain connection, without recursive triggers, to a file whose tables are fenced."""
    file.cursor().executescript(_TABLES)
    for table, fence in (("annual", Fence.VERSIONED), ("fact", Fence.APPEND_ONLY)):
        for operation, sql in fences_sqlite.triggers(file, table, fence):
            file.cursor().execute(sql.replace("{name}", f"fence_{table}_{operation}"))
    plain = sqlite3.connect(Path(str(file.settings_dict["NAME"])), isolation_level=None)
    assert plain.execute("PRAGMA recursive_triggers").fetchone() == (0,)
    return plain


@pytest.mark.parametrize(
    "sql",
    [
        "REPLACE INTO fact VALUES (1, 'c', 3)",
        "REPLACE INTO fact (digest, v) VALUES ('b', 3)",
        "INSERT OR REPLACE INTO fact (rowid, digest, v) VALUES (2, 'c', 3)",
        "INSERT INTO fact (digest, v) VALUES ('b', 3) ON CONFLICT (digest) DO UPDATE SET v = 3",
        "UPDATE OR REPLACE fact SET digest = 'b' WHERE id = 1",
        "REPLACE INTO annual VALUES (1, 1, 12, 'draft', 'n5')",
        "REPLACE INTO annual VALUES (5, 1, 10, 'draft', 'n5')",
        "REPLACE INTO annual VALUES (5, 1, 12, 'draft', 'n1')",
        "REPLACE INTO annual (rowid, item_id, version, agency, standing, number)"
        " VALUES (1, 5, 1, 12, 'draft', 'n5')",
        "UPDATE OR REPLACE annual SET version = 2, number = 'n1' WHERE item_id = 2",
        "UPDATE OR REPLACE annual SET version = 2, agency = 10 WHERE item_id = 3",
        "UPDATE OR REPLACE annual SET version = 2, standing = 'draft' WHERE item_id = 2",
        "UPDATE OR REPLACE annual SET version = 2, rowid = 1 WHERE item_id = 3",
    ],
)
def test_a_stored_row_is_not_replaced(foreign: sqlite3.Connection, sql: str) -> None:
    def stored() -> list[tuple[object, ...]]:
        tables = ("fact", "annual")
        return [r for t in tables for r in foreign.execute(f"SELECT rowid, * FROM {t}")]

    before = stored()
    with pytest.raises(sqlite3.IntegrityError, match="FENCE_"):
        foreign.execute(sql)
    assert stored() == before


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO fact (digest, v) VALUES ('c', 3)",
        "INSERT INTO fact (digest, v) VALUES (NULL, 3), (NULL, 4)",
        # A voided row may stand beside the one in force, whichever came first.
        "INSERT INTO annual VALUES (5, 1, 10, 'voided', 'n5')",
        "UPDATE annual SET version = 2, number = 'n6' WHERE item_id = 2",
        "UPDATE annual SET version = 2, number = 'n6' WHERE item_id = 1",
        "UPDATE annual SET version = 2, standing = 'voided' WHERE item_id = 1",
        "UPDATE annual SET version = 2, agency = 12, standing = 'confirmed' WHERE item_id = 3",
    ],
)
def test_what_the_unique_keys_allow_stays_allowed(foreign: sqlite3.Connection, sql: str) -> None:
    assert foreign.execute(sql).rowcount >= 1


def test_a_unique_expression_is_refused_by_name(file: DatabaseWrapper) -> None:
    file.cursor().execute("CREATE UNIQUE INDEX folded ON t (abs(v))")
    with pytest.raises(UnfenceableError, match="folded") as refused:
        list(fences_sqlite.triggers(file, "t", Fence.APPEND_ONLY))
    assert refused.value.code == "UNFENCEABLE"
    assert "表达式" in refused.value.zh  # expression
