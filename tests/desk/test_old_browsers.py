"""Chromium 87 is the oldest browser served: no style or script asks it for more than it knows."""

import re
from pathlib import Path

import pytest

from zhunsheng.config.translations import SOURCE

#: What came with a later Chromium, and with which; what a script asks for first is no matter.
_LATER = {
    r":is\(": 88, r":where\(": 88, r"aspect-ratio\s*:": 88, r"overflow(-[xy])?:\s*clip": 90,
    r"accent-color\s*:": 93, r"@layer\b": 99, r"\b\d+[sdl]v[hw]\b": 108, r":has\(": 105,
    r"@container\b": 105, r"color-mix\(": 111, r"^\s*&": 112,
    r"\.at\(": 92, r"\bObject\.hasOwn\b": 93, r"\brandomUUID\b": 92, r"\bstructuredClone\b": 98,
    r"\.findLast": 97, r"\bAbortSignal\.(timeout|any)\b": 103,
    r"\.to(Sorted|Spliced|Reversed)\(": 110, r"\bstatic\s*\{": 94,
    r"\bPromise\.withResolvers\b": 119, r"\bObject\.groupBy\b": 117,
}  # fmt: skip
_FILES = sorted(
    path
    for face in ("desk", "portal")
    for path in (SOURCE / face).rglob("static/**/*.*s")
    if path.suffix in {".css", ".js"}
)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_nothing_is_used_that_came_later(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = {f"{p} ({since})" for p, since in _LATER.items() if re.search(p, text, re.MULTILINE)}
    assert used == set()


def test_there_are_styles_and_scripts_to_look_at() -> None:
    assert {path.suffix for path in _FILES} == {".css", ".js"}
