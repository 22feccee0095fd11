"""What the tests of the database layer stand on."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from django.db import connection, connections
from pytest_django.plugin import DjangoDbBlocker

from tests.kernel.db.rows import Office, make_office
from zhunsheng.kernel.db import fences
from zhunsheng.kernel.db.sqlite.base import DatabaseWrapper

Opener = Callable[..., DatabaseWrapper]


@pytest.fixture
def office(db: None) -> Office:
    return make_office()


@pytest.fixture
def ledgers(transactional_db: None) -> Iterator[None]:
    """A database without an enclosing transaction; emptying it afterwards needs the fences down."""
    yield
    fences.drop(connection)


@pytest.fixture
def open_file(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Opener]:
    """Opens connections of the SQLite backend, each under an alias of its own."""
    opened: dict[str, DatabaseWrapper] = {}

    def open_one(name: str = "", deadline: float = 5.0, **options: object) -> DatabaseWrapper:
        settings = {
            **connections.settings["default"],
            "ENGINE": "zhunsheng.kernel.db.sqlite",
            "NAME": name or str(tmp_path / "ledgers.sqlite3"),
            "OPTIONS": {"deadline": deadline, **options},
        }
        alias = f"file{len(opened)}"
        wrapper = DatabaseWrapper(settings, alias)
        connections[alias], connections.settings[alias] = wrapper, settings
        opened[alias] = wrapper
        return wrapper

    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        yield open_one
        for alias, wrapper in opened.items():
            with suppress(Exception):
                wrapper.close()
            del connections[alias], connections.settings[alias]


@pytest.fixture
def file(open_file: Opener) -> DatabaseWrapper:
    """A connection to a file with one table `t(id, v)`."""
    wrapper = open_file()
    with wrapper.cursor() as cursor:
        cursor.execute("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v INTEGER)")
    return wrapper
