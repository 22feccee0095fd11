"""A bureau's own installation: the database made and brought up to date, the agency loaded."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

from tests.kernel.test_hours import leak
from zhunsheng.cli import verbs
from zhunsheng.cli.commands import due, organise, prepare
from zhunsheng.kernel import clock
from zhunsheng.kernel.db import upgrade
from zhunsheng.kernel.db.errors import DatabaseBehindError, WriterTimeoutError
from zhunsheng.kernel.duty.models import Obligation
from zhunsheng.kernel.org.models import Agency, Post
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.testing import make_bureau

pytestmark = pytest.mark.django_db


def test_a_database_in_order_is_left_as_it_is(
    tmp_path: Path, settings: LazySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.VAR = tmp_path
    assert prepare.run([]) == 0
    assert not (tmp_path / "before-upgrade").exists()
    assert "organise --template" in capsys.readouterr().out  # there is no agency yet


@pytest.mark.django_db(transaction=True)  # a copy waits for whoever is writing
def test_an_upgrade_keeps_the_database_as_it_was(
    tmp_path: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VAR = tmp_path
    done: list[str] = []
    monkeypatch.setattr(upgrade, "is_behind", lambda _: True)
    monkeypatch.setattr(prepare, "call_command", lambda name, **_: done.append(name))
    prepare.prepare()
    assert done == ["migrate"]
    kept = list((tmp_path / "before-upgrade").glob("*"))
    if connection.vendor != "sqlite":
        assert kept == []  # a server's database is copied by its own tools
        return
    with closing(sqlite3.connect(kept[0])) as copy:
        tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    assert {"kernel_version", "kernel_entry"} <= tables


@pytest.mark.django_db(transaction=True)
def test_older_copies_make_room_once_the_upgrade_is_through(
    tmp_path: Path,
    settings: LazySettings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a server's database is copied by its own tools")
    settings.VAR, folder = tmp_path, tmp_path / "before-upgrade"
    folder.mkdir()
    old = [folder / f"2023010{n}-000000.sqlite3" for n in range(1, 5)]
    young = folder / f"{clock.now():%Y%m%d}-000000.sqlite3"
    for path in (*old, young, folder / "20230109-000000.part"):
        path.write_bytes(b"")
    monkeypatch.setattr(upgrade, "is_behind", lambda _: True)

    def fails(*_: Any, **__: Any) -> None:
        raise DatabaseError("no room")

    monkeypatch.setattr(prepare, "call_command", fails)
    with pytest.raises(DatabaseError):
        prepare.prepare()
    assert {*old} <= {*folder.iterdir()}, "nothing is cleared before the new version stands"
    monkeypatch.setattr(prepare, "call_command", lambda *_, **__: None)
    prepare.prepare()
    *left, made = sorted(folder.iterdir())
    assert left == [old[3], young] and made.stat().st_size > 0
    monkeypatch.setattr(prepare, "KEPT", 1)
    prepare.prepare()
    assert old[3] not in folder.iterdir() and young in folder.iterdir()
    assert str(old[0]) in capsys.readouterr().out


def test_an_upgrade_counts_deadlines_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(upgrade, "is_behind", lambda _: True)
    monkeypatch.setattr(prepare, "call_command", lambda *_, **__: None)
    monkeypatch.setattr(prepare, "_copied", lambda: tmp_path)
    owed = leak(make_bureau())
    Obligation.objects.filter(pk=owed.pk).update(due_at="")  # as a version without hours left it
    prepare.prepare()
    owed.refresh_from_db()
    assert owed.due_at == "16:05"


def test_a_server_does_not_begin_on_a_database_behind_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    upgrade.require(connection)
    monkeypatch.setattr(upgrade, "is_behind", lambda _: True)
    with pytest.raises(DatabaseBehindError, match="zhunsheng prepare"):
        upgrade.require(connection)


def test_what_the_storage_refuses_is_told_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def waits(_: Any) -> int:
        raise WriterTimeoutError(5)

    monkeypatch.setattr(due, "run", waits)
    assert verbs.run(["due"]) == 1
    told = capsys.readouterr().err
    assert "请稍后重试" in told and "try again" in told


@pytest.mark.parametrize("behind", [True, False])
def test_a_database_behind_the_program_is_told_as_that(
    behind: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_: Any) -> int:
        raise DatabaseError("no such column")

    monkeypatch.setattr(due, "run", fails)
    monkeypatch.setattr(upgrade, "is_behind", lambda _: behind)
    if not behind:  # a fault of ours is no matter of versions
        with pytest.raises(DatabaseError):
            verbs.run(["due"])
        return
    assert verbs.run(["due"]) == 1
    told = capsys.readouterr().err
    assert "zhunsheng prepare" in told and "数据库" in told and "database" in told


def test_the_form_of_an_organisation_is_written_filled_in_and_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "agency.toml"
    assert organise.run(["--template", str(form)]) == 0
    assert organise.run(["--template", str(form)]) == 1, "it is not overwritten"
    with pytest.raises(organise.OrganisationError, match="尚未填写"):
        organise.run([str(form)])
    assert not Agency.objects.exists()
    words = form.read_text(encoding="utf-8")
    form.write_text(words.replace("××市××局", "林城市林业局"), encoding="utf-8")
    with pytest.raises(organise.OrganisationError, match="“市××局”尚未填写"):
        organise.run([str(form)])
    words = words.replace("×××", "张三").replace("×", "林")
    form.write_text(words, encoding="utf-8")
    assert organise.run([str(form)]) == 0
    assert Post.objects.filter(role=Role.ADMINISTRATOR).count() == 2
    assert "zhunsheng password admin" in capsys.readouterr().out


def test_the_door_says_what_to_do_while_there_is_nobody() -> None:
    page = Client().get(reverse("desk:sign-in"))
    assert "zhunsheng organise --template" in page.text
    Agency.objects.create(code="a", name="甲局", short_name="甲").persons.create(username="b")
    assert "zhunsheng organise" not in Client().get(reverse("desk:sign-in")).text
