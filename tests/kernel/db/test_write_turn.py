"""Writers of one SQLite file queue on two file locks; readers and memory take none."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import OperationalError, transaction
from django.db.backends.utils import CursorWrapper

from tests.kernel.db.conftest import Opener
from zhunsheng.kernel.db.errors import LockFileError, WriterTimeoutError
from zhunsheng.kernel.db.sqlite.base import DatabaseWrapper
from zhunsheng.kernel.db.sqlite.queue import WriteTurn
from zhunsheng.kernel.db.sqlite.reading import only_reads

Act = Callable[[CursorWrapper], object]


def _path(wrapper: DatabaseWrapper) -> Path:
    return Path(str(wrapper.settings_dict["NAME"]))


@contextmanager
def _turn_held(wrapper: DatabaseWrapper) -> Iterator[None]:
    """Somebody has the turn but no transaction: SQLite itself would let anyone write."""
    turn = WriteTurn(_path(wrapper), 5)
    turn.take()
    try:
        yield
    finally:
        turn.close()


def _rows(wrapper: DatabaseWrapper) -> int:
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM t")
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize(
    "act",
    [
        lambda c: c.execute("INSERT INTO t (v) VALUES (%s)", [1]),
        lambda c: c.executemany("INSERT INTO t (v) VALUES (%s)", [[1], [2]]),
        lambda c: c.execute("INSERT INTO t (v) VALUES (1) RETURNING id"),
        lambda c: c.execute("WITH n AS (SELECT 1) INSERT INTO t (v) SELECT * FROM n"),
        lambda c: c.execute("/* why */ -- and how\n UPDATE t SET v = 2"),
        lambda c: c.execute("REPLACE INTO t (id, v) VALUES (1, 1)"),
        lambda c: c.execute("DELETE FROM t"),
        lambda c: c.execute("CREATE TABLE other (id INTEGER)"),
        lambda c: c.execute("BEGIN"),
        lambda c: c.execute("SAVEPOINT s"),
        lambda c: c.execute("VACUUM"),
        lambda c: c.execute("PRAGMA wal_checkpoint(TRUNCATE)"),
        lambda c: c.execute("PRAGMA user_version = 3"),
        lambda c: c.executescript("DELETE FROM t; DELETE FROM t;"),
    ],
)
def test_every_write_outside_a_transaction_waits_for_its_turn(
    file: DatabaseWrapper, open_file: Opener, act: Act
) -> None:
    waiting = open_file(deadline=0.05)
    with _turn_held(file), waiting.cursor() as cursor, pytest.raises(WriterTimeoutError):
        act(cursor)
    with waiting.cursor() as cursor:
        act(cursor)


def test_a_transaction_waits_for_its_turn(file: DatabaseWrapper, open_file: Opener) -> None:
    waiting = open_file(deadline=0.05)
    with _turn_held(file), pytest.raises(WriterTimeoutError), transaction.atomic(waiting.alias):
        pass
    with transaction.atomic(waiting.alias), waiting.cursor() as cursor:
        cursor.execute("INSERT INTO t (v) VALUES (1)")
    assert _rows(file) == 1


def test_a_transaction_keeps_its_turn_until_it_ends(
    file: DatabaseWrapper, open_file: Opener
) -> None:
    other = open_file(deadline=0.05)
    for fails in (False, True):
        with transaction.atomic(file.alias):
            with file.cursor() as cursor:
                cursor.execute("INSERT INTO t (v) VALUES (1)")
            with pytest.raises(WriterTimeoutError):
                other.cursor().execute("DELETE FROM t")
            transaction.set_rollback(fails, using=file.alias)
        other.cursor().execute("INSERT INTO t (v) VALUES (2)")
    assert _rows(other) == 3


def test_readers_never_wait(file: DatabaseWrapper, open_file: Opener) -> None:
    reader = open_file(deadline=0.05)
    with _turn_held(file), reader.cursor() as cursor:
        for sql in ("SELECT 1", "PRAGMA table_info(t)", "WITH n AS (SELECT 1) SELECT * FROM n"):
            cursor.execute(sql)
            assert cursor.fetchall()
    with transaction.atomic(file.alias), file.cursor() as writing:
        writing.execute("INSERT INTO t (v) VALUES (1)")
        assert _rows(reader) == 0
    assert _rows(reader) == 1


def test_a_returning_insert_has_committed_before_the_next_writer_comes(
    file: DatabaseWrapper, open_file: Opener
) -> None:
    other = open_file(deadline=0.05)
    with file.cursor() as cursor:
        cursor.execute("INSERT INTO t (v) VALUES (7), (8), (9) RETURNING v")
        assert _rows(other) == 3
        other.cursor().execute("INSERT INTO t (v) VALUES (10)")
        assert cursor.fetchone() == (7,)
        assert cursor.fetchmany(1) == [(8,)]
        assert list(cursor) == [(9,)]
        assert cursor.fetchone() is None
        cursor.execute("SELECT count(*) FROM t")
        assert cursor.fetchall() == [(4,)]


def test_the_timeout_says_in_both_languages_that_nothing_was_saved(
    file: DatabaseWrapper, open_file: Opener
) -> None:
    with _turn_held(file), pytest.raises(WriterTimeoutError) as late:
        open_file(deadline=0.05).cursor().execute("DELETE FROM t")
    assert late.value.code == "WRITER_TIMEOUT"
    assert "没有保存" in late.value.zh  # was not saved
    assert "nothing was saved" in late.value.en


def test_a_program_that_knows_no_queue_gives_the_same_error(
    file: DatabaseWrapper, open_file: Opener
) -> None:
    foreign = sqlite3.connect(_path(file), isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    waiting = open_file(deadline=0.05)
    with pytest.raises(WriterTimeoutError), transaction.atomic(waiting.alias):
        pass
    with pytest.raises(WriterTimeoutError):
        waiting.cursor().execute("DELETE FROM t")
    foreign.close()
    waiting.cursor().execute("DELETE FROM t")


def test_who_gave_up_waiting_does_not_stand_in_the_way_later(
    file: DatabaseWrapper, open_file: Opener
) -> None:
    waiting = open_file(deadline=0.05)
    with _turn_held(file):
        for _ in range(3):
            with pytest.raises(WriterTimeoutError):
                waiting.cursor().execute("DELETE FROM t")
    for wrapper in (waiting, file, waiting):
        wrapper.cursor().execute("INSERT INTO t (v) VALUES (1)")
    assert _rows(file) == 3


def test_all_names_of_a_file_share_its_queue(file: DatabaseWrapper, open_file: Opener) -> None:
    link = _path(file).with_name("link.sqlite3")
    link.symlink_to(_path(file))
    for name in (str(link), f"file:{_path(file)}?mode=rw", os.path.relpath(_path(file))):
        other = open_file(name, deadline=0.05)
        with _turn_held(file), pytest.raises(WriterTimeoutError):
            other.cursor().execute("DELETE FROM t")


def test_a_database_in_memory_has_no_locks(
    open_file: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    memory = open_file(":memory:")
    with transaction.atomic(memory.alias), memory.cursor() as cursor:
        cursor.execute("CREATE TABLE t (id INTEGER)")
    assert list(tmp_path.iterdir()) == []


def test_closing_in_the_middle_gives_the_turn_away(
    file: DatabaseWrapper, open_file: Opener
) -> None:
    with pytest.raises(RuntimeError), transaction.atomic(file.alias):
        file.close()
        raise RuntimeError
    other = open_file(deadline=0.05)
    other.cursor().execute("INSERT INTO t (v) VALUES (1)")
    assert _rows(file) == 1


def test_lock_files_that_cannot_be_opened_refuse_the_write_by_name(
    file: DatabaseWrapper, open_file: Opener
) -> None:
    file.close()
    queue = _path(file).with_name(_path(file).name + ".queue")
    queue.unlink()
    queue.mkdir()
    other = open_file()
    assert _rows(other) == 0
    with pytest.raises(LockFileError) as refused:
        other.cursor().execute("INSERT INTO t (v) VALUES (1)")
    assert str(queue) in refused.value.zh
    assert str(queue) in refused.value.en
    assert _rows(other) == 0


def test_a_transaction_that_sqlite_gave_up_is_not_continued_piecemeal(
    file: DatabaseWrapper,
) -> None:
    raw = file.connection

    def give_up(cursor: CursorWrapper) -> None:
        cursor.execute("INSERT INTO t (v) VALUES (1)")
        raw.set_progress_handler(lambda: 1, 1)
        with pytest.raises(OperationalError, match="interrupted"):
            cursor.execute("INSERT INTO t (v) SELECT id FROM t")
        raw.set_progress_handler(None, 1)
        assert not raw.in_transaction

    with pytest.raises(transaction.TransactionManagementError), transaction.atomic(file.alias):
        give_up(file.cursor())
        file.cursor().execute("INSERT INTO t (v) VALUES (2)")
    assert _rows(file) == 0


def test_the_settings_are_left_as_they_were(open_file: Opener) -> None:
    first = open_file(deadline=3.0)
    for _ in range(2):
        first.ensure_connection()
        first.close()
    assert first.settings_dict["OPTIONS"] == {"deadline": 3.0}


@pytest.mark.kill
def test_a_forked_child_does_not_keep_the_turn_of_its_killed_parent(
    file: DatabaseWrapper, open_file: Opener
) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("no fork here")
    script = (
        "import os, sys, time; from pathlib import Path\n"
        "from zhunsheng.kernel.db.sqlite.queue import WriteTurn\n"
        "turn = WriteTurn(Path(sys.argv[1]), 5); turn.take()\n"
        "child = os.fork()\n"
        "if child == 0: time.sleep(60); os._exit(0)\n"
        "print(child, flush=True); time.sleep(60)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script, str(_path(file))],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    waiting = open_file(deadline=0.1)
    try:
        with pytest.raises(WriterTimeoutError):
            waiting.cursor().execute("DELETE FROM t")
        parent.kill()
        parent.wait()
        waiting.cursor().execute("INSERT INTO t (v) VALUES (1)")
    finally:
        os.kill(child, signal.SIGKILL)
    assert _rows(file) == 1


@pytest.mark.parametrize(
    ("sql", "reads"),
    [
        ("SELECT 1", True),
        ("  \n select replace(a, 'x', 'y') from t", True),
        ("VALUES (1)", True),
        ("/* INSERT */ SELECT 1", True),
        ("-- note", False),
        ("WITH a AS (SELECT 1) SELECT * FROM a", True),
        ("WITH a AS (SELECT 1) DELETE FROM t", False),
        ("PRAGMA foreign_keys", True),
        ('PRAGMA table_info("t")', True),
        ("PRAGMA main.wal_checkpoint", False),
        ("PRAGMA journal_mode = DELETE", False),
        ("SELECTED", False),
        ("", False),
        ("ANALYZE", False),
    ],
)
def test_what_only_reads(sql: str, reads: bool) -> None:
    assert only_reads(sql) is reads
