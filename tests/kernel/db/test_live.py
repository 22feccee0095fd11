"""Every setting that durability rests on is checked on the open connection."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.base.base import NO_DB_ALIAS

from tests.kernel.db.conftest import Opener
from zhunsheng.kernel.db import live
from zhunsheng.kernel.db.errors import NotDurableError
from zhunsheng.kernel.db.filesystem import filesystem_of, on_network
from zhunsheng.kernel.db.sqlite.base import PRAGMAS, DatabaseWrapper

_MOUNTS = """\
/dev/vda / ext4 rw 0 0
proc /proc proc rw 0 0
nas:/vol /srv/data nfs4 rw 0 0
/dev/vdb /srv/data/local xfs rw 0 0
//nas/share /mnt/\\346\\241\\243\\346\\241\\210\\040a cifs rw 0 0
"""


@pytest.mark.django_db
def test_the_configured_database_keeps_what_it_acknowledges() -> None:
    live.assert_live(connection)
    engine, number = live.engine_version(connection).split(" ", 1)
    assert engine in ("SQLite", "PostgreSQL")
    assert number[0].isdigit()


def test_a_new_file_has_every_setting(file: DatabaseWrapper) -> None:
    live.assert_live(file)
    found = {n: file.connection.execute(f"PRAGMA {n}").fetchone()[0] for n in PRAGMAS}
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "mmap_size": 0,
    }
    assert file.connection.execute("PRAGMA busy_timeout").fetchone()[0] == 5000


def test_every_wrong_setting_is_listed_in_both_languages(
    file: DatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = ("synchronous = NORMAL", "recursive_triggers = OFF", "secure_delete = OFF")
    for setting in (*wrong, "foreign_keys = OFF", "mmap_size = 1048576"):
        file.connection.execute(f"PRAGMA {setting}")
    file.connection.execute("PRAGMA journal_mode = DELETE")
    monkeypatch.setattr(file, "transaction_mode", "DEFERRED")
    with pytest.raises(NotDurableError) as refused:
        live.assert_live(file)
    assert refused.value.code == "NOT_DURABLE"
    for name in (*PRAGMAS, "transaction_mode"):
        assert name in refused.value.zh
        assert name in refused.value.en


def test_django_refuses_a_connection_that_is_not_durable(
    open_file: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "synchronous", 3)
    monkeypatch.setattr(DatabaseWrapper, "_set_pragmas", lambda *_: None)
    with pytest.raises(NotDurableError, match="synchronous"):
        open_file().ensure_connection()


def test_a_network_file_system_is_refused_by_name(
    file: DatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "on_network", lambda _: True)
    monkeypatch.setattr(live, "filesystem_of", lambda _: "nfs4")
    with pytest.raises(NotDurableError) as refused:
        live.assert_live(file)
    assert "nfs4" in refused.value.zh
    assert "PostgreSQL" in refused.value.en


@pytest.mark.parametrize(
    ("path", "kind", "network"),
    [
        ("/var/lib/zhunsheng", "ext4", False),
        ("/srv/data/ledgers.sqlite3", "nfs4", True),
        ("/srv/data/local/ledgers.sqlite3", "xfs", False),
        ("/srv/database", "ext4", False),
        ("/mnt/\u00e6\u00a1\u00a3\u00e6\u00a1\u0088 a/x", "cifs", True),
    ],
)
def test_the_file_system_is_that_of_the_innermost_mount(
    path: str, kind: str, network: bool
) -> None:
    assert filesystem_of(Path(path), _MOUNTS) == kind
    assert on_network(Path(path), _MOUNTS) is network


def test_a_windows_share_is_a_network_file_system() -> None:
    assert on_network(Path(r"\\nas\share\ledgers.sqlite3"), "")


@pytest.mark.parametrize(
    ("row", "accepted"),
    [
        (("C", "c", None), True),
        (("C.UTF-8", "c", None), True),
        (("C", None, None), True),
        (("zh_CN.UTF-8", "c", None), False),
        (("C", "i", "zh-Hans"), False),
        (("en_US.UTF-8", "b", "C.UTF-8"), True),
    ],
)
def test_postgresql_must_order_by_code_point(
    row: tuple[str, str | None, str | None], accepted: bool
) -> None:
    assert (live.collation(*row) in ("C", "POSIX", "C.UTF-8", "C.utf8")) is accepted


@pytest.mark.django_db
def test_postgresql_without_synchronous_commit_is_refused() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("a setting of PostgreSQL")
    connection.cursor().execute("SET LOCAL synchronous_commit = off")
    with pytest.raises(NotDurableError, match="synchronous_commit"):
        live.assert_live(connection)


def test_the_servers_own_database_is_not_ours_to_judge(open_file: Opener) -> None:
    wrapper = open_file()
    wrapper.ensure_connection()
    wrapper.connection.execute("PRAGMA synchronous = NORMAL")
    wrapper.alias = NO_DB_ALIAS
    live.on_connection(connection=wrapper)
    wrapper.alias = "default"
    with pytest.raises(NotDurableError):
        live.on_connection(connection=wrapper)
