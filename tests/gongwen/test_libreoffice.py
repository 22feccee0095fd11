"""The Word file as LibreOffice shows it: measured where the program is, skipped where it is not."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.gongwen.full_document import CHARACTER, DENSE, FULL, ROW
from tests.gongwen.measure import BOTTOM, HALF, LEFT, MM, RIGHT, TOP, ink, lines, opened, rows
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import OfficialDocument
from zhunsheng.gongwen.write.glyphs import FONTS

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed: the Word file is measured by its XML only"
)
# The official fonts belong to their makers: those of the PDF stand in for them here.
STAND_INS = {
    "仿宋_GB2312": "FandolFang R",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "方正小标宋_GBK": "FandolSong",
    "宋体": "FandolSong",
}


def shown(document: OfficialDocument, folder: Path) -> list[Any]:
    """The pages LibreOffice makes of the Word file."""
    matches = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{other}</string></edit>'
        "</match>"
        for name, other in STAND_INS.items()
    )
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{FONTS}</dir><cachedir>{folder / 'cache'}</cachedir>{matches}</fontconfig>",
        encoding="utf-8",
    )
    (folder / "a.docx").write_bytes(write.docx(document))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, str(folder / "a.docx")],
        check=True,
        capture_output=True,
        timeout=120,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
    )
    return opened((folder / "a.pdf").read_bytes())


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    return shown(FULL, tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def dense(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    return shown(DENSE, tmp_path_factory.mktemp("dense"))


def test_a_page_has_22_rows_of_28_characters_in_the_type_area(dense: list[Any]) -> None:
    body = [row for row in rows(dense[1]) if row[0]["bottom"] / MM < BOTTOM]
    assert len(body) == 22
    assert [len(row) for row in body].count(28) >= 18
    edge = (ROW - 16 / MM) / 2
    assert abs(body[0][0]["top"] / MM - edge - TOP) < HALF
    assert abs(body[-1][0]["bottom"] / MM + edge - BOTTOM) < HALF
    assert abs(min(row[0]["x0"] for row in body) / MM - LEFT) < HALF
    assert abs(max(row[-1]["x1"] for row in body) / MM - RIGHT) < HALF


def test_the_head_is_where_the_standard_has_it(full: list[Any]) -> None:
    mark = ink(full[0], FULL.organ_mark)
    # The stand-in's characters sit higher in their row than those of 小标宋 do.
    assert abs(mark.top - TOP - 35) < 2
    number, line = ink(full[0], "澜科"), lines(full[0])[0]
    assert abs(number.left - LEFT - CHARACTER) < HALF
    assert abs(line[2] - number.bottom - 4) < 1
    assert abs(line[0] - LEFT) < HALF and abs(line[1] - RIGHT) < HALF


def test_the_imprint_closes_the_last_even_page_without_a_number(full: list[Any]) -> None:
    assert len(full) % 2 == 0
    first, _, last = lines(full[-1])
    assert abs(last[2] - BOTTOM) < 1
    assert abs(first[0] - LEFT) < HALF and abs(first[1] - RIGHT) < HALF
    assert "—" not in "".join(char["text"] for char in full[-1].chars)
    assert "—" in "".join(char["text"] for char in full[-2].chars)
