"""Verifying a copy of the ledgers by itself: `python -m zhunsheng.kernel.trail.standalone FILE`.

FILE is a SQLite database or a postgresql:// address; a second argument names the evidence folder.
Nothing of Django is imported and nothing is written.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from zhunsheng.kernel.trail.verify import Rows, Verification, verify


def reader(address: str) -> Rows:
    """A function that runs a query on the database, read only."""
    if address.startswith(("postgres://", "postgresql://")):
        import psycopg

        connection: Any = psycopg.connect(address, autocommit=False)
        connection.read_only = True
    else:
        uri = Path(address).resolve().as_uri() + "?mode=ro"
        connection = sqlite3.connect(uri, uri=True)

    def rows(query: str) -> Iterator[tuple[Any, ...]]:
        cursor = connection.cursor()
        cursor.execute(query)
        yield from cursor

    return rows


def _unreadable() -> tuple[type[Exception], ...]:
    """What says that a database cannot be read; without its driver no server can."""
    always = (ImportError, OSError, sqlite3.Error)
    try:
        import psycopg
    except ImportError:
        return always
    return (*always, psycopg.Error)


def files_in(folder: Path) -> Callable[[str], bytes | None]:
    """The evidence files of a folder by digest."""

    def load(digest: str) -> bytes | None:
        plain = digest.removeprefix("sm3:")
        path = folder / plain[:2] / plain
        return path.read_bytes() if path.is_file() else None

    return load


def told(result: Verification) -> list[str]:
    """The result as lines in both languages; the heads are what to keep elsewhere."""
    lines = [
        f"存证{result.entries}条、版本{result.versions}个、记录{result.rows}条、佐证{result.files}份"
        f" / {result.entries} entries, {result.versions} versions, {result.rows} rows,"
        f" {result.files} files"
    ]
    lines += [f"  {code} #{n} {head}" for code, (n, head) in result.heads.items()]
    lines += [f"  ✗ {b.where}：{b.zh} / {b.en}" for b in result.broken]
    lines += ["全部一致 / everything holds"] if result.holds else []
    return lines


def main(arguments: list[str]) -> int:
    """0 when everything holds, 1 when something does not, 2 when nothing could be read."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    load = files_in(Path(arguments[1])) if len(arguments) > 1 else None
    try:
        result = verify(reader(arguments[0]), load=load)
    except _unreadable() as error:
        print(f"“{arguments[0]}”无法读取：{error} / cannot be read: {error}", file=sys.stderr)
        return 2
    print("\n".join(told(result)))
    return 0 if result.holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
