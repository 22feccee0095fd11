"""Where the ledgers are kept: SQLite in var/ unless DATABASE_URL names a PostgreSQL server."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

#: The file of the ledgers on SQLite, in the installation's folder.
LEDGERS = "zhunsheng.sqlite3"


class DatabaseAddressError(Exception):
    """DATABASE_URL does not name a PostgreSQL database."""

    code = "DATABASE_ADDRESS"

    def __init__(self, url: str) -> None:
        shown = url.rsplit("@", maxsplit=1)[-1]  # never the password
        super().__init__(
            f"DATABASE_URL“{shown}”不是postgresql://地址；请改正，或删除它以使用SQLite。"
            f" / DATABASE_URL '{shown}' is not a postgresql:// address; correct it, or unset it to"
            " use SQLite."
        )


def database(var: Path) -> dict[str, Any]:
    """The Django database entry: connections are kept open for the life of the process."""
    url = os.environ.get("DATABASE_URL", "")
    if url:
        return _postgresql(url)
    var.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "zhunsheng.kernel.db.sqlite",
        "NAME": str(var / LEDGERS),
        "CONN_MAX_AGE": None,
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise DatabaseAddressError(url)
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "zhunsheng",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "TEST": {"TEMPLATE": "template0"},
    }
