"""One file audited in a process of its own, with little memory and time: `python -m … FILE FOLDER`.

A file from outside may be made to exhaust or crash whoever opens it; then only this process ends.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)
_MEMORY = 2 << 30  # bytes
_SECONDS = 60
_PLACES = 3
_AROUND = 18  # characters of the text before and after a place
PAGE, WORD, RESULT = "page.html", "comments.docx", "result.json"


@dataclass(frozen=True, slots=True)
class Apart:
    """What became of it: the result as `render.as_json` writes it, or why there is none."""

    result: dict[str, Any] | None
    zh: str = ""
    en: str = ""


def audited_apart(name: str, file: Path, folder: Path) -> Apart:
    """The audit of the file; its page and the Word file with comments lie in the folder."""
    command = [sys.executable, "-m", "zhunsheng.audit.apart", name, str(file), str(folder)]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_SECONDS + 5, check=False, env=bare()
        )
    except subprocess.TimeoutExpired:
        done = None
    result = folder / RESULT
    if exhausted(done):
        return Apart(
            None,
            f"“{name}”读取超时或占用内存过多，未能审核；请另存为.docx或拆分后重试。",
            f"'{name}' took too long or too much memory and was not audited; save it as .docx, or"
            " split it, and try again.",
        )
    if broke(name, done) or not result.is_file():
        return Apart(
            None,
            f"“{name}”未能审核：程序出错，与文稿对错无关；请将文件交系统管理员，错误已记入运行日志。",
            f"'{name}' was not audited: the program failed, which says nothing of the text; hand"
            " the file to the administrator, the failure is in the log.",
        )
    told = json.loads(result.read_text(encoding="utf-8"))
    if "refused" in told:
        return Apart(None, told["refused"]["zh"], told["refused"]["en"])
    return Apart(told)


def main(name: str, file: str, folder: str) -> int:
    """Audits the file and writes what it found into the folder; 0 also where it cannot be read."""
    limit()
    from zhunsheng.audit import audit
    from zhunsheng.audit.comments import docx
    from zhunsheng.audit.handed import NOTHING
    from zhunsheng.audit.page import html
    from zhunsheng.audit.render import as_json
    from zhunsheng.audit.typeset import with_format
    from zhunsheng.gongwen.errors import ReadError
    from zhunsheng.gongwen.read import read

    out, data = Path(folder), Path(file).read_bytes()
    try:
        reading = read(name, data)
    except ReadError as error:
        _write(out, {"refused": {"zh": error.zh, "en": error.en}})
        return 0
    result = audit(reading, handed=with_format(NOTHING, reading, data))
    told = as_json(name, result, reading.unread)
    for key in ("findings", "remarks"):
        for finding in told[key]:  # type: ignore[attr-defined]
            finding["quotes"] = _quotes(reading.text, finding["spans"])
    told["unchecked_texts"] = [mention.text for mention in result.coverage.unchecked]
    (out / PAGE).write_text(html(name, reading, result), encoding="utf-8")
    (out / WORD).write_bytes(docx(reading, result, original=data))
    _write(out, told)
    return 0


def _quotes(text: str, spans: list[list[int]]) -> list[list[str]]:
    """[before, the place, after] for the first places of a finding."""
    return [
        [
            _plain(text[max(0, start - _AROUND) : start]),
            _plain(text[start:end]),
            _plain(text[end : end + _AROUND]),
        ]
        for start, end in spans[:_PLACES]
    ]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _write(folder: Path, told: dict[str, Any]) -> None:
    (folder / RESULT).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def exhausted(done: subprocess.CompletedProcess[bytes] | None) -> bool:
    """Whether the child met its bounds: None stands for one that was out of time."""
    return done is None or done.returncode < 0 or b"MemoryError" in done.stderr


def broke(name: str, done: subprocess.CompletedProcess[bytes] | None) -> bool:
    """Whether the child failed by a fault of its own, which goes into the log."""
    if done is None or not done.returncode:
        return False
    _log.error("%s: %s", name, done.stderr.decode(errors="replace"))
    return True


def limit() -> None:
    """Bounds on this process, where the system knows such bounds."""
    if os.name == "nt":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def bare() -> dict[str, str]:
    """The environment without what the child has no business with: no database, no mail."""
    kept = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME")
    return {k: v for k, v in os.environ.items() if k in kept}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
