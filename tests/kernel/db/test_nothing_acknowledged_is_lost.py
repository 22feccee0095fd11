"""Killed or crowded, writers of a SQLite file lose nothing that was acknowledged."""

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from zhunsheng.kernel.db.sqlite.base import DatabaseWrapper

pytestmark = pytest.mark.kill
_WRITER = Path(__file__).with_name("writer.py")


@pytest.fixture
def database(file: DatabaseWrapper) -> Path:
    """The path of a file with the tables the writer wants; no connection is left open."""
    file.cursor().executescript(
        "CREATE TABLE written (id INTEGER PRIMARY KEY, key TEXT, part INTEGER);"
        "CREATE TABLE counter (n INTEGER); INSERT INTO counter VALUES (0);"
    )
    file.close()
    return Path(str(file.settings_dict["NAME"]))


def _start(database: Path, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(_WRITER), str(database), str(_notes(database)), str(count)],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def _notes(database: Path) -> Path:
    return database.with_name("notes")


def _noted(database: Path) -> dict[str, int]:
    """Key → rows, of every acknowledged write."""
    if not _notes(database).exists():
        return {}
    lines = _notes(database).read_text(encoding="ascii").splitlines()
    return {key: int(rows) for key, rows in (line.split() for line in lines)}


def _check(database: Path) -> None:
    plain = sqlite3.connect(database)
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    parts = plain.execute("SELECT key, part FROM written").fetchall()
    stored = Counter(key for key, _ in parts)
    noted = _noted(database)
    assert {key: stored[key] for key in noted} == noted
    # What was not acknowledged is there wholly or not at all, and the counter knows which.
    wanted = {0: 1, 1: 2, 2: 2}
    assert all(stored[key] == wanted[part] for key, part in parts)
    pairs = sum(1 for _, part in parts if part == 2)
    assert plain.execute("SELECT n FROM counter").fetchone() == (pairs,)
    plain.close()


def test_writers_killed_at_any_moment(database: Path) -> None:
    for round_ in range(6):
        before = len(_noted(database))
        writers = [_start(database, 10**6) for _ in range(2)]
        ends = time.monotonic() + 60
        while len(_noted(database)) < before + 40 + 7 * round_:
            assert time.monotonic() < ends, [w.poll() for w in writers]
            time.sleep(0.002)
        for writer in writers:
            writer.kill()
        for writer in writers:
            writer.communicate()
            assert writer.returncode == -9
        _check(database)
    assert len(_noted(database)) >= 6 * 40


def test_many_writers_at_once_all_finish_and_no_update_is_lost(database: Path) -> None:
    writers = [_start(database, 90) for _ in range(6)]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert errors == ""
        assert writer.returncode == 0
    assert len(_noted(database)) == 6 * 90
    _check(database)
    plain = sqlite3.connect(database)
    assert plain.execute("SELECT n FROM counter").fetchone() == (6 * 60,)
