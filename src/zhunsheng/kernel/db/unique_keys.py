"""The unique keys of a table: what a REPLACE could use to delete a row past its delete trigger."""

from collections.abc import Iterator

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


def unique_keys(
    model: type[models.Model], connection: BaseDatabaseWrapper
) -> Iterator[tuple[tuple[str, ...], str]]:
    """(columns, condition as SQL or "") of the primary key and every unique constraint."""
    for field in model._meta.concrete_fields:
        if field.unique and field.column:
            yield (field.column,), ""
    with connection.schema_editor(collect_sql=True) as editor:
        for constraint in model._meta.constraints:
            if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
                columns = tuple(
                    str(model._meta.get_field(name).column)  # type: ignore[union-attr]
                    for name in constraint.fields
                )
                condition = constraint._get_condition_sql(model, editor)  # type: ignore[attr-defined]
                yield columns, condition or ""
