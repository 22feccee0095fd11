"""What every test stands on: a database of its own, fences that let it be emptied, a fresh var."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

LONG = os.environ.get("ZHUNSHENG_TEST_COUNTS") == "long"
_DATABASE_FIXTURES = frozenset(["db", "transactional_db", "live_server", "django_db_setup"])

# Quick: the same examples at every run, so that a red run is a change's and can be made again.
# Long: new ones each time; what it finds becomes a test of its own.
settings.register_profile(
    "quick",
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("long" if LONG else "quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only tests that use the database, browser tests left out: the run on PostgreSQL",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--database-only"):
        return
    kept = [item for item in items if _uses_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def _uses_database(item: pytest.Item) -> bool:
    fixtures = frozenset(getattr(item, "fixturenames", ()))
    touches = item.get_closest_marker("django_db") is not None or fixtures & _DATABASE_FIXTURES
    return bool(touches) and item.get_closest_marker("browser") is None


@pytest.fixture
def count() -> Callable[[int, int], int]:
    """`count(quick, full)`: how often a random or killing test repeats itself in this run."""
    return lambda quick, full: full if LONG else quick


@pytest.fixture(scope="session", autouse=True)
def fresh_var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Evidence and everything else a test writes goes to a folder of this run."""
    from django.conf import settings as product

    folder = tmp_path_factory.mktemp("var")
    product.VAR = folder
    product.EVIDENCE_DIR = folder / "evidence"
    return folder


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, not in memory: the journal, the locks and the queue are the real ones."""
    for connection in connections.all():
        if connection.vendor == "sqlite":
            test: dict[str, Any] = connection.settings_dict["TEST"]
            test["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def flush_behind_fences() -> Iterator[None]:
    """A test that commits is cleaned up by emptying the tables, which the fences refuse."""
    from zhunsheng.kernel.db import fences

    original = vars(TransactionTestCase)["_fixture_teardown"]

    def teardown(case: TransactionTestCase) -> None:
        for connection in connections.all():
            fences.drop(connection)
        original(case)
        for connection in connections.all():
            fences.install(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        yield
