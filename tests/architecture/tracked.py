"""The files of the project, as git would publish them."""

import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@functools.cache
def tracked() -> tuple[Path, ...]:
    """Tracked and new files that are not ignored, without deleted ones."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    paths = (ROOT / name for name in listed.decode().split("\0") if name)
    return tuple(sorted({path for path in paths if path.is_file()}))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def python_files() -> tuple[Path, ...]:
    """Written by hand: migrations are generated."""
    return tuple(p for p in tracked() if p.suffix == ".py" and "migrations" not in p.parts)


@functools.cache
def text_of(path: Path) -> str:
    """The file's text, empty if it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
