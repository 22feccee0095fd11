"""A fresh installation of the product in a temporary folder, on either engine."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENGINES = ("SQLite", "PostgreSQL")
_HERE = "ZHUNSHENG_BENCHMARK_ENGINE"


def engine() -> str:
    """The engine this process measures on; empty in the process that starts the others."""
    return os.environ.get(_HERE, "")


def on_each_engine(module: str, *arguments: str) -> int:
    """Runs `module` once for each engine against an empty installation; the worst exit code."""
    codes = []
    for name in ENGINES:
        with _address(name) as url, tempfile.TemporaryDirectory(prefix="zhunsheng-") as var:
            codes.append(run(module, *arguments, name=name, var=var, url=url))
    return max(codes)


@contextmanager
def sqlite_installation() -> Iterator[Path]:
    """The folder of an empty installation on SQLite, its tables made, fences standing."""
    with tempfile.TemporaryDirectory(prefix="zhunsheng-") as var:
        if run("django", "migrate", "--verbosity=0", "--skip-checks", name="SQLite", var=var):
            raise SystemExit("未能建立数据库 / the database could not be made")
        yield Path(var)


def run(module: str, *arguments: str, name: str, var: str | Path, url: str = "") -> int:
    """Runs a module in its own process, standing in that installation; its exit code."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=_environment(name, var, url), check=False).returncode


def said_by(module: str, *arguments: str, name: str, var: str | Path, url: str = "") -> str:
    """What a module run in its own process prints. Errors: CalledProcessError."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, env=_environment(name, var, url), check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def start_django() -> None:
    """Django with every regime installed."""
    import django

    django.setup()


def _environment(name: str, var: str | Path, url: str) -> dict[str, str]:
    env = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    if url:
        env["DATABASE_URL"] = url
    settings = "zhunsheng.config.settings"
    return env | {"ZHUNSHENG_VAR": str(var), "DJANGO_SETTINGS_MODULE": settings, _HERE: name}


@contextmanager
def _address(name: str) -> Iterator[str]:
    if name == "SQLite":
        yield ""
        return
    from tests.provide.postgresql import server

    with server() as url:
        # A server somebody gave us keeps its databases: ours comes and goes beside them.
        own = f"zhunsheng_benchmark_{os.getpid()}"
        _on_server(url, f"CREATE DATABASE {own} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield _beside(url, own)
        finally:
            _on_server(url, f"DROP DATABASE {own} WITH (FORCE)")


def _on_server(url: str, sql: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.encode())


def _beside(url: str, name: str) -> str:
    from urllib.parse import urlsplit, urlunsplit

    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
