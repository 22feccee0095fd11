"""A backup is a verified snapshot; a restore verifies before it touches and never overwrites."""

import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from zhunsheng.cli.backup.contents import DATABASE, MANIFEST
from zhunsheng.cli.backup.errors import BackupError
from zhunsheng.cli.backup.make import back_up
from zhunsheng.cli.backup.restore import LEDGERS, restore
from zhunsheng.cli.main import main
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.evidence.attach import attach
from zhunsheng.kernel.evidence.store import path_of, store
from zhunsheng.kernel.testing import Bureau, make_bureau
from zhunsheng.kernel.trail.standalone import files_in, reader
from zhunsheng.kernel.trail.verify import verify
from zhunsheng.regimes.oversight.models import TeamRemark

pytestmark = pytest.mark.django_db(transaction=True)
SCAN = b"%PDF-1.4 scan"
Change = Callable[[dict[str, bytes]], object]


@pytest.fixture
def bureau(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL is backed up by its own tools")
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")
    monkeypatch.setattr(settings, "EVIDENCE_DIR", tmp_path / "var" / "evidence")
    made = make_bureau()
    remark(made, "关于评审回避的意见")  # on recusal
    return made


def remark(bureau: Bureau, title: str) -> None:
    about = {"about": "项目评审", "made_on": date(2024, 5, 8)}
    row = bureau.confirmed(TeamRemark, division="office", title=title, **about)
    scan = store("意见书.pdf", SCAN + title.encode())
    attach(row, scan, by=bureau.persons["office_recorder"], kind="paper")


@pytest.fixture
def backup(bureau: Bureau, tmp_path: Path) -> Path:
    back_up(tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def changed(backup: Path, change: Change) -> Path:
    """The backup with its members changed and its manifest left as it is unless changed too."""
    with zipfile.ZipFile(backup) as pack:
        members = {name: pack.read(name) for name in pack.namelist()}
    change(members)
    path = backup.with_name("changed.zip")
    with zipfile.ZipFile(path, "w") as pack:
        for name, data in members.items():
            pack.writestr(name, data)
    return path


def listed_anew(members: dict[str, bytes], name: str, data: bytes) -> None:
    """A forger's work: the member and its line in the manifest, both."""
    members[name] = data
    manifest = json.loads(members[MANIFEST])
    for line in manifest["files"]:
        if line["name"] == name:
            line |= {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    members[MANIFEST] = json.dumps(manifest).encode()


def untouched(folder: Path) -> bool:
    return not folder.exists() or not any(folder.iterdir())


def test_what_was_backed_up_comes_back_and_verifies(
    bureau: Bureau, backup: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "restored"
    result = restore(backup, folder)
    assert result.holds
    assert result.files == 1
    again = verify(reader(str(folder / LEDGERS)), load=files_in(folder / "evidence"))
    assert again.holds
    assert again.heads == result.heads
    with closing(sqlite3.connect(folder / LEDGERS)) as rows:
        titles = rows.execute("SELECT title FROM oversight_teamremark").fetchall()
    assert titles == [("关于评审回避的意见",)]
    assert {p.name for p in folder.iterdir()} == {LEDGERS, "evidence"}


def test_the_fences_come_back_too(backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "restored")
    database = tmp_path / "restored" / LEDGERS
    with closing(sqlite3.connect(database)) as rows, pytest.raises(sqlite3.DatabaseError):
        rows.execute("DELETE FROM kernel_version")


def test_it_is_a_snapshot_whatever_is_entered_meanwhile(
    bureau: Bureau, backup: Path, tmp_path: Path
) -> None:
    remark(bureau, "备份之后的意见")  # after the backup
    assert restore(backup, tmp_path / "restored").files == 1


def test_no_key_and_no_secret_is_in_it(bureau: Bureau, tmp_path: Path) -> None:
    var = Path(settings.VAR)
    (var / "keys").mkdir(parents=True)
    (var / "keys/bureau.ed25519").write_text("private", encoding="utf-8")
    (var / "secret_key").write_text("secret", encoding="utf-8")
    (var / "public-fields.toml").write_text("[fields]\n", encoding="utf-8")
    back_up(tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as pack:
        names = pack.namelist()
    assert "settings/public-fields.toml" in names
    assert not [n for n in names if "key" in n]
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0


def test_a_backup_is_not_overwritten(backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(BackupError):
        back_up(backup)
    assert backup.read_bytes() == before
    assert not list(backup.parent.glob(".backup-*"))


@pytest.mark.parametrize("held", [LEDGERS, "evidence/ab/file"])
def test_a_restore_overwrites_nothing(backup: Path, tmp_path: Path, held: str) -> None:
    folder = tmp_path / "in-use"
    (folder / held).parent.mkdir(parents=True)
    (folder / held).write_text("in use", encoding="utf-8")
    with pytest.raises(BackupError) as refusal:
        restore(backup, folder)
    assert "不会覆盖" in refusal.value.zh
    assert (folder / held).read_text("utf-8") == "in use"
    assert len([p for p in folder.rglob("*") if p.is_file()]) == 1


def _evidence(members: dict[str, bytes]) -> str:
    return next(name for name in members if name.startswith("evidence/"))


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update({DATABASE: m[DATABASE][:-1] + bytes([m[DATABASE][-1] ^ 1])}),
        lambda m: m.update({_evidence(m): b"%PDF other"}),
        lambda m: listed_anew(m, _evidence(m), b"%PDF other"),
        lambda m: listed_anew(m, DATABASE, b"no database"),
        lambda m: m.pop(_evidence(m)),
        lambda m: m.pop(DATABASE),
        lambda m: m.pop(MANIFEST),
        lambda m: m.update({MANIFEST: b"[]"}),
        lambda m: m.update({"../../outside": b"x"}),
        lambda m: m.update({"evidence/zz/more": b"x"}),
        lambda m: m.update({MANIFEST: m[MANIFEST].replace(b"sm3:", b"sm4:", 1)}),
    ],
)
def test_a_backup_that_is_not_whole_restores_nothing(
    backup: Path, tmp_path: Path, change: Change
) -> None:
    folder = tmp_path / "restored"
    with pytest.raises(BackupError):
        restore(changed(backup, change), folder)
    assert untouched(folder)
    assert not (tmp_path.parent / "outside").exists()


def test_ledgers_changed_under_a_manifest_written_anew_are_found_by_their_trail(
    backup: Path, tmp_path: Path
) -> None:
    def forge(members: dict[str, bytes]) -> None:
        path = tmp_path / "forged.sqlite3"
        path.write_bytes(members[DATABASE])
        with closing(sqlite3.connect(path)) as rows:
            names = [
                r[0] for r in rows.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
            ]
            for name in names:
                rows.execute(f'DROP TRIGGER "{name}"')
            rows.execute("UPDATE oversight_teamremark SET title = 'x'")
            rows.commit()
        listed_anew(members, DATABASE, path.read_bytes())

    with pytest.raises(BackupError):
        restore(changed(backup, forge), tmp_path / "restored")
    assert untouched(tmp_path / "restored")


def test_a_backup_of_a_later_version_is_refused_by_name(backup: Path, tmp_path: Path) -> None:
    def later(members: dict[str, bytes]) -> None:
        manifest = json.loads(members[MANIFEST])
        manifest["migrations"].append("kernel.0999_later")
        members[MANIFEST] = json.dumps(manifest).encode()

    with pytest.raises(BackupError) as refusal:
        restore(changed(backup, later), tmp_path / "restored")
    assert "kernel.0999_later" in refusal.value.en


@pytest.mark.parametrize("data", [b"", b"PK", b"words"])
def test_what_is_no_backup_is_said_to_be_none(bureau: Bureau, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    with pytest.raises(BackupError):
        restore(path, tmp_path / "restored")


def test_a_lost_paper_is_told_at_backup_and_the_rest_is_kept(
    bureau: Bureau, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path_of(sm3(SCAN + "关于评审回避的意见".encode())).unlink()
    assert main(["backup", str(tmp_path / "b.zip")]) == 1
    assert "✗" in capsys.readouterr().out
    assert (tmp_path / "b.zip").exists()


def test_the_verbs_back_up_and_restore(
    bureau: Bureau, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, folder = tmp_path / "b.zip", tmp_path / "new"
    assert main(["backup", str(path)]) == 0
    assert main(["restore", str(path), "--into", str(folder)]) == 0
    assert "everything holds" in capsys.readouterr().out
    assert main(["restore", str(path), "--into", str(folder)]) == 1
    assert main(["backup", str(tmp_path / "no" / "b.zip")]) == 1


def test_on_postgresql_the_verbs_name_its_own_tools(tmp_path: Path) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite is backed up by the verb")
    with pytest.raises(BackupError) as refusal:
        back_up(tmp_path / "b.zip")
    assert "pg_dump" in refusal.value.en
