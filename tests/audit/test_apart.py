"""A file audited in a process of its own: what becomes of it, and of what stops it."""

import logging
from pathlib import Path

import pytest

from tests.gongwen.eight_pages import EIGHT_PAGES
from zhunsheng.audit import apart
from zhunsheng.audit.apart import PAGE, WORD, audited_apart
from zhunsheng.gongwen import write


def test_every_format_the_product_writes_is_audited(tmp_path: Path) -> None:
    written = {
        "报告.docx": write.docx(EIGHT_PAGES),
        "报告.pdf": write.pdf(EIGHT_PAGES),
        "报告.html": write.html(EIGHT_PAGES).encode(),
    }
    for name, data in written.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "given").write_bytes(data)
        done = audited_apart(name, folder / "given", folder)
        assert (name, done.zh) == (name, "")
        assert {PAGE, WORD} <= {path.name for path in folder.iterdir()}


def test_a_fault_of_the_program_is_told_as_one_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        done = audited_apart("报告.docx", tmp_path / "absent", tmp_path)
    assert done.result is None
    assert "程序出错" in done.zh
    assert "the program failed" in done.en
    assert "FileNotFoundError" in caplog.text


def test_a_process_that_takes_too_much_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "报告.txt"
    given.write_text("全年收到建议5件。", encoding="utf-8")
    monkeypatch.setattr(apart, "_SECONDS", -5)  # out of time at once
    done = audited_apart(given.name, given, tmp_path)
    assert done.result is None
    assert "超时" in done.zh
