"""One report judged: what a process of a pool or a worker of a cluster does with a path."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from zhunsheng.audit.comments import docx
from zhunsheng.audit.engine import audit
from zhunsheng.audit.handed import NOTHING, Handed
from zhunsheng.audit.model import Audit, Waiver
from zhunsheng.audit.parse.mentions import extract
from zhunsheng.audit.render import as_json, figures
from zhunsheng.audit.terminal import as_text
from zhunsheng.audit.typeset import with_format
from zhunsheng.gongwen.errors import GongwenError
from zhunsheng.gongwen.model import Reading
from zhunsheng.gongwen.read import read

CLEAN: Final = 0
FOUND: Final = 1
UNREADABLE: Final = 2


@dataclass(frozen=True, slots=True)
class Job:
    """How every report of a run is judged, and in what form the answer is wanted."""

    form: str = "text"
    waivers: tuple[Waiver, ...] = ()
    handed: Handed = NOTHING
    today: date | None = None
    preview: bool = False
    colour: bool = False
    out: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer for one path: its exit code, how much was found, and the words to print."""

    path: str
    code: int
    errors: int = 0
    remarks: int = 0
    codes: tuple[str, ...] = field(default=())
    body: str = ""


def judged(path: str, job: Job) -> Judged:
    """The answer; an unreadable file is one too, its `body` says why and what to do."""
    try:
        data = Path(path).read_bytes()
        reading = read(Path(path).name, data)
    except OSError as error:
        return refused(
            path,
            "UNOPENED",
            zh=f"打不开（{error.strerror}），请核对路径。",
            en=f"cannot be opened ({error.strerror}).",
        )
    except GongwenError as error:
        return refused(path, error.code, zh=error.zh, en=error.en)
    result = audit(
        reading,
        waivers=job.waivers,
        today=job.today,
        handed=with_format(job.handed, reading, data),
        preview=job.preview,
    )
    return Judged(
        path=path,
        code=FOUND if result.findings else CLEAN,
        errors=len(result.findings),
        remarks=len(result.remarks),
        codes=tuple(dict.fromkeys(f.code for f in (*result.findings, *result.remarks))),
        body=_body(path, data, reading, result, job),
    )


def refused(path: str, code: str, *, zh: str, en: str) -> Judged:
    """The answer for a file that could not be judged."""
    return Judged(path, UNREADABLE, codes=(code,), body=f"{zh} / {en}")


def killed(path: str) -> Judged:
    """The answer for a file that ended the process reading it."""
    return refused(
        path,
        "KILLED",
        zh="读取该文件的进程被中止（内存超出限制或被终止），请单独检查该文件。",
        en="the process reading it was killed (out of memory, or ended): look at it alone.",
    )


def _body(path: str, data: bytes, reading: Reading, result: Audit, job: Job) -> str:
    if job.form in ("html", "docx"):
        return _written(path, data, reading, result, job)
    if job.form == "text":
        told = [as_text(path, reading.text, result, colour=job.colour)]
        told += [
            f"  未读：{zh} / not read: {en}" for zh, en in ((u.zh, u.en) for u in reading.unread)
        ]
        return "\n".join(told)
    values = as_json(path, result, reading.unread)
    if job.form == "json":  # one report looked at closely; a line of many does without
        values["figures"] = figures(extract(reading, scope=True))
    return json.dumps(values, ensure_ascii=False)


def _written(path: str, data: bytes, reading: Reading, result: Audit, job: Job) -> str:
    """Where the page or Word file was written: beside the report, or in the folder asked for."""
    source = Path(path)
    folder = Path(job.out) if job.out else source.parent
    target = folder / f"{source.stem}.audit.{job.form}"
    if job.form == "html":
        from zhunsheng.audit.page import html

        content = html(source.name, reading, result).encode()
    else:
        content = docx(reading, result, original=data)
    target.write_bytes(content)
    return str(target)
