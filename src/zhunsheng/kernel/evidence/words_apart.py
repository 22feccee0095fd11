"""One file's words, read in a process of its own with little memory and time: `python -m … FILE`.

A file from outside may be made to exhaust or crash whoever opens it; then only this process ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from zhunsheng.audit.apart import bare, broke, exhausted, limit

#: Characters kept of one file: a book. More would slow every search.
MOST = 1_000_000
_SECONDS = 30
_PICTURES = (".jpg", ".jpeg", ".png")


@dataclass(frozen=True, slots=True)
class Words:
    """The text, or why there is none, or why it is not the whole."""

    text: str
    zh: str = ""
    en: str = ""


def words_apart(name: str, path: Path) -> Words:
    """The words of the stored file. Nothing is raised: what cannot be read says why."""
    if name.lower().endswith(_PICTURES):
        return Words("", "图片中的文字不读取", "words in a picture are not read")
    command = [sys.executable, "-m", __name__, name, str(path)]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_SECONDS, check=False, env=bare()
        )
    except subprocess.TimeoutExpired:
        done = None
    if done is None or exhausted(done):
        return Words("", "读取超时或占用内存过多", "reading it took too long or too much memory")
    if broke(name, done):
        return Words("", "程序出错，未能读取", "the program failed and did not read it")
    told = json.loads(done.stdout)
    return Words(told["text"], told["zh"], told["en"])


def main(name: str, path: str) -> int:
    """Prints the file's words as JSON; 0 also where it cannot be read."""
    limit()
    data = Path(path).read_bytes()
    words = _sheets(name, data) if name.lower().endswith(".xlsx") else _document(name, data)
    told = {"text": words.text, "zh": words.zh, "en": words.en}
    sys.stdout.buffer.write(json.dumps(told).encode())
    return 0


def _document(name: str, data: bytes) -> Words:
    from zhunsheng.gongwen.errors import ReadError
    from zhunsheng.gongwen.read import read

    try:
        found = read(name, data)
    except ReadError as error:
        return Words("", error.zh, error.en)
    # A block's text is rejoined where a line or a page broke it: a phrase is found whole.
    return _bounded("\n".join(block.text for block in found.blocks))


def _sheets(name: str, data: bytes) -> Words:
    from zhunsheng.kernel.workbook.errors import WorkbookError
    from zhunsheng.kernel.workbook.opened import open_workbook

    lines: list[str] = []
    try:
        for sheet in open_workbook(name, data):
            lines += [" ".join(str(c) for c in row if c not in ("", None)) for row in sheet.rows]
    except WorkbookError as error:
        return Words("", error.zh, error.en)
    return _bounded("\n".join(line for line in lines if line))


def _bounded(text: str) -> Words:
    plain = text.replace("\0", "")  # PostgreSQL keeps no such character
    if len(plain) <= MOST:
        return Words(plain)
    return Words(
        plain[:MOST],
        f"文件过长，只读取前{MOST // 10_000}万字",
        f"the file is long: only its first {MOST:,} characters are read",
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
