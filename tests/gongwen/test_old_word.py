"""Old Word, WPS and RTF files: converted where the machine has a LibreOffice, else refused."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gongwen.eight_pages import EIGHT_PAGES
from zhunsheng.audit import audit
from zhunsheng.gongwen import write
from zhunsheng.gongwen.errors import ReadError
from zhunsheng.gongwen.read import converted, read

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 50
#: What stands in for LibreOffice: its arguments, and a profile under which no macro runs.
HEAD = f"""#!{sys.executable}
import os, pathlib, sys, time
profile = pathlib.Path(sys.argv[1].split("file://")[1]) / "user" / "registrymodifications.xcu"
assert "DisableMacrosExecution" in profile.read_text(encoding="utf-8")
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
pathlib.Path(__file__).with_name("pid").write_text(str(os.getpid()))
"""


def standing_in(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of that name and no other in the search path."""
    program = folder / "soffice"
    program.write_text(HEAD + body, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def test_it_is_read_as_converted_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.docx").write_bytes(write.docx(EIGHT_PAGES))
    body = (
        f"(folder / 'given.docx').write_bytes(open({str(tmp_path / 'made.docx')!r}, 'rb').read())"
    )
    standing_in(tmp_path, body, monkeypatch)
    reading = read("报告.wps", OLD)
    assert reading.document.title == EIGHT_PAGES.title
    assert any("LibreOffice转换" in unread.zh for unread in reading.unread)


@pytest.mark.parametrize("body", ["", "time.sleep(60)", "raise SystemExit(1)"])
def test_what_is_not_converted_is_refused_by_name(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converted, "_SECONDS", 0.5)
    standing_in(tmp_path, body, monkeypatch)
    with pytest.raises(ReadError) as refused:
        read("报告.doc", OLD)
    assert refused.value.code == "not_converted"
    assert "请" in refused.value.zh and "报告.doc" in refused.value.zh
    with pytest.raises(ProcessLookupError):  # it was ended
        os.kill(int((tmp_path / "pid").read_text(encoding="utf-8")), 0)


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice on this machine")
@pytest.mark.parametrize(
    ("ending", "made_by"), [("doc", "MS Word 97"), ("rtf", "Rich Text Format")]
)
def test_a_real_one_has_the_words_and_figures_of_its_original(
    ending: str, made_by: str, tmp_path: Path
) -> None:
    data = write.docx(EIGHT_PAGES)
    (tmp_path / "a.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless"]
    command += ["--convert-to", f"{ending}:{made_by}", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True)
    old = read("报告.doc", (tmp_path / f"a.{ending}").read_bytes())
    new = read("报告.docx", data)
    assert old.document.title == new.document.title
    assert [m.value for m in audit(old).mentions] == [m.value for m in audit(new).mentions]
