"""Whether a database is as this version of the program needs it."""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from zhunsheng.kernel.db.errors import DatabaseBehindError


def is_behind(connection: BaseDatabaseWrapper) -> bool:
    """Whether tables or columns are missing."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_new(connection: BaseDatabaseWrapper) -> bool:
    """Whether nothing was ever made in it."""
    return not MigrationExecutor(connection).loader.applied_migrations


def require(connection: BaseDatabaseWrapper) -> None:
    """Errors: DatabaseBehindError."""
    if is_behind(connection):
        raise DatabaseBehindError
