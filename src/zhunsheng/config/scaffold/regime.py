"""A new regime: one folder that runs before a word of it is changed."""

import os
import re
import subprocess
import sys
from pathlib import Path

from zhunsheng.config.scaffold.errors import FolderTakenError, NameRefusedError
from zhunsheng.config.scaffold.write import write

TEMPLATES = Path(__file__).resolve().parent / "regime"
OWN = Path(__file__).resolve().parents[2] / "regimes"
_NAME = r"[a-z][a-z0-9_]{2,29}"


def new_regime(name: str, *, zh: str, en: str, into: Path | None = None) -> Path:
    """The new folder, its first migration included; `into` is a stranger's folder of regimes.

    Errors: NameRefusedError, FolderTakenError.
    """
    if not re.fullmatch(_NAME, name):
        raise NameRefusedError(name, _NAME)
    folder = (into or OWN) / name
    if folder.exists():
        raise FolderTakenError(folder)
    values = {
        "name": name,
        "package": name if into else f"zhunsheng.regimes.{name}",
        "config": "".join(part.capitalize() for part in name.split("_")),
        "zh": zh,
        "en": en,
    }
    write(TEMPLATES, folder, values)
    _first_migration(name, into)
    return folder


def _first_migration(name: str, into: Path | None) -> None:
    # In a process of its own: the applications of this one were counted before the folder was.
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "zhunsheng.config.settings"}
    if into:
        env["ZHUNSHENG_REGIMES"] = str(into)
    command = [sys.executable, "-m", "django", "makemigrations", name, "--no-header"]
    subprocess.run(command, env=env, check=True)
