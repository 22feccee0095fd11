"""Files sent and looked at, but not stored: kept a day beside the database, by sender."""

from __future__ import annotations

import json
import re
import shutil
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import Http404

from zhunsheng.kernel.org.models import Person

_KEPT = 24 * 3600  # seconds
_KEY = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Pending:
    """A workbook waiting for its sender's word, and the scans sent with it."""

    key: str
    name: str
    division: int
    updates: bool
    folder: Path
    papers: tuple[str, ...]

    def data(self) -> bytes:
        return (self.folder / "workbook").read_bytes()

    def files(self) -> Callable[[str], bytes | None]:
        """The scans by name."""

        def find(name: str) -> bytes | None:
            if name not in self.papers:
                return None
            return (self.folder / f"paper-{self.papers.index(name)}").read_bytes()

        return find

    def discard(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def keep(
    person: Person,
    name: str,
    data: bytes,
    *,
    division: int,
    updates: bool,
    papers: list[tuple[str, bytes]],
) -> Pending:
    """The workbook, kept until its sender stores it or a day has passed."""
    _forget_old()
    key = uuid.uuid4().hex
    folder = _root() / str(person.pk) / key
    folder.mkdir(parents=True)
    (folder / "workbook").write_bytes(data)
    for place, (_, content) in enumerate(papers):
        (folder / f"paper-{place}").write_bytes(content)
    names = [paper for paper, _ in papers]
    told = {"name": name, "division": division, "updates": updates, "papers": names}
    # Written last: a folder without it was never whole.
    (folder / "told.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return Pending(key, name, division, updates, folder, tuple(names))


def waiting(person: Person, key: str) -> Pending:
    """The sender's own workbook. Errors: Http404 where it was stored, or the day has passed."""
    folder = _root() / str(person.pk) / key
    told = folder / "told.json"
    if not _KEY.fullmatch(key) or not told.is_file():
        raise Http404
    said = json.loads(told.read_text(encoding="utf-8"))
    papers = tuple(said["papers"])
    return Pending(key, said["name"], said["division"], said["updates"], folder, papers)


def _root() -> Path:
    return Path(settings.VAR) / "pending"


def _forget_old() -> None:
    before = time.time() - _KEPT
    for folder in _root().glob("*/*"):
        if folder.stat().st_mtime < before:
            shutil.rmtree(folder, ignore_errors=True)
