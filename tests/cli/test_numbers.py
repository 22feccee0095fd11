"""`numbers`: the year's register, what was used elsewhere, what is void, and what comes next."""

from pathlib import Path

import pytest

from tests.reports import desk
from zhunsheng.cli.main import main
from zhunsheng.kernel.testing import make_bureau

pytestmark = pytest.mark.django_db
GIVEN = ["numbers", "2025", "--by", "bureau-office", "--on", "2025-02-10"]


def test_it_enters_voids_and_lists(capsys: pytest.CaptureFixture[str]) -> None:
    make_bureau()
    assert main([*GIVEN, "--use", "澜科〔2025〕1号", "项目申报的通知", "--to", "4"]) == 0
    assert main([*GIVEN, "--void", "澜科〔2025〕5号", "打印错误"]) == 0
    shown = capsys.readouterr().out
    assert "澜科〔2025〕1号至4号 其他发文：项目申报的通知" in shown
    assert "澜科〔2025〕5号 作废：打印错误" in shown
    assert f"下一号：{desk.NUMBER}" in shown


def test_a_gap_is_refused_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    make_bureau()
    assert main([*GIVEN, "--use", "澜科〔2025〕1号", "通知"]) == 0
    assert main([*GIVEN, "--use", "澜科〔2025〕3号", "通知"]) == 1
    zh, en = capsys.readouterr().err.strip().splitlines()
    assert "下一号是澜科〔2025〕2号" in zh
    assert en.isascii() or "〔2025〕" in en


def test_a_number_is_reserved_and_the_register_written_as_a_workbook(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    make_bureau()
    book = tmp_path / "numbers.xlsx"
    given = [*GIVEN, "--reserve", "澜科〔2025〕1号", "年度报告", "--xlsx", str(book)]
    assert main(given) == 0
    assert "澜科〔2025〕1号 预留：年度报告" in capsys.readouterr().out
    assert book.read_bytes().startswith(b"PK")
