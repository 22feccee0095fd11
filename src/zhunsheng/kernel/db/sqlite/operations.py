"""Parts of a date read by SQLite itself: Django calls back into Python for each row."""

from typing import Any

from django.db.backends.sqlite3.operations import DatabaseOperations

_PARTS = {"year": (1, 4), "month": (6, 2), "day": (9, 2)}


class Operations(DatabaseOperations):
    """Django's operations; year, month and day of a date are cut from its text."""

    def date_extract_sql(
        self, lookup_type: str, sql: str, params: tuple[Any, ...] | list[Any]
    ) -> tuple[str, tuple[Any, ...]]:
        """(SQL, parameters) of that part of the date as a number."""
        if lookup_type not in _PARTS:
            return super().date_extract_sql(lookup_type, sql, params)
        start, length = _PARTS[lookup_type]
        return f"CAST(substr({sql}, {start}, {length}) AS integer)", tuple(params)
