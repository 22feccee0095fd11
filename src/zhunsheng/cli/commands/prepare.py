"""`prepare`: makes the database, or brings it up to this version, a copy kept before it changes."""

import sqlite3
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from zhunsheng.cli.commands.told import say, working
from zhunsheng.kernel import clock
from zhunsheng.kernel.db import fences, upgrade
from zhunsheng.kernel.db.live import engine_version
from zhunsheng.kernel.duty.refresh import refresh_all
from zhunsheng.kernel.org.first_code import first_code
from zhunsheng.kernel.org.models import Agency

#: Copies from before an upgrade that stay, and how long each stays in any case.
KEPT: Final = 3
YOUNG: Final = timedelta(days=30)


def run(arguments: Sequence[str]) -> int:
    """0 when the database stands; says what to do next while it holds no agency."""
    ArgumentParser(prog="zhunsheng prepare", description=__doc__).parse_args(arguments)
    prepare()
    if not Agency.objects.exists():
        code = first_code(Path(settings.VAR))
        say(
            f"库中还没有单位：在浏览器打开本服务的/desk/set-up/，凭启用码 {code} 启用；"
            "也可以用 zhunsheng organise --template 单位.toml 写出模板，填好后装载",
            f"there is no agency yet: open /desk/set-up/ of this service, the code is {code}; or"
            " `zhunsheng organise --template agency.toml` writes a form to fill in and load",
        )
    return 0


def prepare() -> None:
    """The database as this version needs it, its fences standing.

    Errors: FenceMissingError where they do not. On SQLite what is altered is copied first.
    """
    behind, before = upgrade.is_behind(connection), not upgrade.is_new(connection)
    kept = _copied() if behind and before and connection.vendor == "sqlite" else None
    zh = "核对数据库" if not behind else "更新数据库" if before else "建立数据库"
    with working(zh, "database"):
        if behind:
            call_command("migrate", verbosity=0)
        fences.require(connection)
        if behind and before:
            _count_anew()
    print(f"  {engine_version(connection)}")
    if kept is not None:
        say(f"更新前的数据库已另存为{kept}", f"as it was before, it is kept as {kept}")
        for old in _cleared(kept.parent):
            say(f"已清理较早的更新前副本{old}", f"an older copy is cleared away: {old}")


def _count_anew() -> None:
    """What a version adds to deadlines is known of those already owed, too."""
    with transaction.atomic():
        refresh_all()


def _copied() -> Path:
    """A copy of the database; work may go on meanwhile."""
    folder = Path(settings.VAR) / "before-upgrade"
    folder.mkdir(exist_ok=True)
    target = folder / f"{clock.now():%Y%m%d-%H%M%S}.sqlite3"
    connection.ensure_connection()
    half = target.with_suffix(".part")  # where the disk is full, it is no copy
    with closing(sqlite3.connect(half)) as copy:
        connection.connection.backup(copy)
    return half.replace(target)


def _cleared(folder: Path) -> list[Path]:
    """The copies taken away, oldest first: each is as large as the database.

    An upgrade that failed some times has left as many copies, and the first is the one that
    counts: what is younger than a month stays, however many there are.
    """
    young = f"{clock.now() - YOUNG:%Y%m%d-%H%M%S}"
    old = [copy for copy in sorted(folder.glob("*.sqlite3"))[:-KEPT] if copy.stem < young]
    for copy in (*old, *folder.glob("*.part")):
        copy.unlink()
    return old
