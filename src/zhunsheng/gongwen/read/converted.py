"""Old Word, WPS and RTF: converted by the LibreOffice of the machine, where there is one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from zhunsheng.gongwen.model import Unread
from zhunsheng.gongwen.read import docx
from zhunsheng.gongwen.read.line import Extract
from zhunsheng.gongwen.read.refusals import refusal

_SECONDS: Final = 50  # a first start writes a profile; a process apart ends after 60
_MEMORY: Final = 2 << 30
_NAMES: Final = ("soffice", "libreoffice")
#: Where installers put it without naming it in PATH.
_PLACES: Final = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
#: A file from outside: no macro runs, and nothing it links to is fetched.
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
_SAID: Final = Unread(
    "",
    "本文件为旧版格式，由LibreOffice转换后读取，版式未检查；如与原件有出入，以原件为准",
    "the file has an old format and was read as LibreOffice converts it, its layout unjudged; where"
    " it differs, the original holds",
)


def extract(data: bytes, name: str) -> Extract:
    """The text of what LibreOffice makes of the file.

    Errors: ReadError `old_word` where there is no LibreOffice, `not_converted` where it fails.
    """
    program = office()
    if not program:
        raise refusal("old_word", name)
    with TemporaryDirectory(prefix="zhunsheng-", ignore_cleanup_errors=True) as folder:
        made = _made(program, data, Path(folder))
    if made is None:
        raise refusal("not_converted", name)
    found = docx.extract(made, name)
    return replace(found, unread=(_SAID, *found.unread))


def office() -> str:
    """The LibreOffice of this machine; empty where there is none."""
    named = (shutil.which(name) for name in _NAMES)
    return next((path for path in (*named, *map(shutil.which, _PLACES)) if path), "")


def _made(program: str, data: bytes, folder: Path) -> bytes | None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    given = folder / ("given.rtf" if data.startswith(b"{\\rtf") else "given.doc")
    given.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", "docx", "--outdir", str(folder), str(given)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        _limit(running)
        try:
            running.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            _end(running)
    made = given.with_suffix(".docx")
    return made.read_bytes() if made.is_file() else None


def _limit(running: subprocess.Popen[bytes]) -> None:
    """Bounds on the process and on those it starts, where the system knows such bounds."""
    if sys.platform == "linux":
        import resource

        with suppress(ProcessLookupError):  # it may have ended
            resource.prlimit(running.pid, resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _end(running: subprocess.Popen[bytes]) -> None:
    """Ends it with the process it stands for: the program named is only a starter."""
    if sys.platform == "win32":
        running.kill()
        return
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
