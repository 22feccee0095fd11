"""`verify`: row = last version = digest in its entry, over every chain and every evidence file."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from zhunsheng.cli.commands.told import say
from zhunsheng.kernel.evidence.store import path_of
from zhunsheng.kernel.trail.verify import Verification, verify


def run(arguments: Sequence[str]) -> int:
    """0 when everything holds."""
    ArgumentParser(prog="zhunsheng verify", description=__doc__).parse_args(arguments)
    return told(verified())


def verified() -> Verification:
    """The verification of this installation."""

    def rows(query: str) -> Iterator[tuple[Any, ...]]:
        cursor = connection.connection.cursor()
        cursor.execute(query)
        yield from cursor

    def load(digest: str) -> bytes | None:
        path = path_of(digest)
        return path.read_bytes() if path.is_file() else None

    connection.ensure_connection()
    return verify(rows, load=load)


def told(result: Verification) -> int:
    """Prints the result; the exit code."""
    say(
        f"存证{result.entries}条、版本{result.versions}个、记录{result.rows}条、佐证{result.files}份",
        f"{result.entries} entries, {result.versions} versions, {result.rows} rows,"
        f" {result.files} files",
    )
    for code, (length, head) in result.heads.items():
        print(f"  {code} #{length} {head}")
    for broken in result.broken:
        print(f"  ✗ {broken.where}：{broken.zh} / {broken.en}")
    if result.holds:
        say("全部一致", "everything holds")
    return 0 if result.holds else 1
