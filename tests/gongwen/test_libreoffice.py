"""The Word file as LibreOffice shows it: measured where the program is, skipped where it is not."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.gongwen.eight_pages import EIGHT_PAGES
from tests.gongwen.full_document import CHARACTER, DENSE, FULL, ROW
from tests.gongwen.measure import BOTTOM, HALF, LEFT, MM, RIGHT, TOP, ink, lines, opened, rows
from tests.gongwen.sample import block
from tests.gongwen.shapes import SHAPES
from zhunsheng.gongwen import write
from zhunsheng.gongwen.lint import lint
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument
from zhunsheng.gongwen.read import read
from zhunsheng.gongwen.specimen_forms import JOINT, LETTER, MINUTES, ORDER, ring
from zhunsheng.gongwen.write import Seal
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


def shown(document: OfficialDocument, folder: Path, seals: tuple[Seal, ...] = ()) -> list[Any]:
    """The pages LibreOffice makes of the Word file."""
    return opened(printed(document, folder, seals))


def printed(document: OfficialDocument, folder: Path, seals: tuple[Seal, ...] = ()) -> bytes:
    """The PDF of them."""
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
    (folder / "a.docx").write_bytes(write.docx(document, seals))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, str(folder / "a.docx")],
        check=True,
        capture_output=True,
        timeout=120,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
    )
    return (folder / "a.pdf").read_bytes()


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


def test_nothing_but_a_stop_hangs_over_the_edge(tmp_path: Path) -> None:
    """LibreOffice reads the switch that forbids it the wrong way round: by one stop, no more."""
    over = [
        row[-1]
        for page in shown(EIGHT_PAGES, tmp_path)
        for row in rows(page)
        if row[-1]["x1"] / MM > RIGHT + HALF
    ]
    assert {char["text"] for char in over} <= set("，。、；：")
    assert all(char["x0"] / MM < RIGHT + HALF for char in over)


def test_the_head_is_where_the_standard_has_it(full: list[Any]) -> None:
    mark = ink(full[0], FULL.organ_mark)
    # The stand-in's characters sit higher in their row than those of 小标宋 do.
    assert abs(mark.top - TOP - 35) < 2
    number, line = ink(full[0], "澜科"), lines(full[0])[0]
    assert abs(number.left - LEFT - CHARACTER) < HALF
    assert abs(line[2] - number.bottom - 4) < 1
    assert abs(line[0] - LEFT) < HALF and abs(line[1] - RIGHT) < HALF


def test_signers_of_the_next_row_stand_under_the_first(full: list[Any]) -> None:
    first, below = ink(full[0], FULL.signers[0]), ink(full[0], FULL.signers[2])
    assert abs(below.left - first.left) < HALF
    assert abs(RIGHT - CHARACTER - ink(full[0], FULL.signers[1]).right) < 1


def test_the_imprint_closes_the_last_even_page_without_a_number(full: list[Any]) -> None:
    assert len(full) % 2 == 0
    first, _, last = lines(full[-1])
    assert abs(last[2] - BOTTOM) < 1
    assert abs(first[0] - LEFT) < HALF and abs(first[1] - RIGHT) < HALF
    assert "—" not in "".join(char["text"] for char in full[-1].chars)
    assert "—" in "".join(char["text"] for char in full[-2].chars)


def test_the_head_of_a_letter_is_framed_by_its_lines(tmp_path: Path) -> None:
    page = shown(LETTER, tmp_path)[0]
    mark, number = ink(page, LETTER.organ_mark), ink(page, "澜科函")
    # The stand-in's characters sit higher in their row, and the more so the larger they are.
    assert abs(mark.top - 30) < 3
    bars = sorted((line[2], line[0], line[1]) for line in bars_of(page))
    assert mark.bottom < bars[0][0] < number.top
    assert all(abs(right - left - 170) < 1.5 for _, left, right in bars)
    assert abs(297 - bars[-1][0] - 20) < 1.5
    assert 0 < number.top - bars[0][0] < 9
    assert "— 1 —" not in "".join(char["text"] for char in page.chars)


def bars_of(page: Any) -> list[tuple[float, float, float, float]]:
    """Every long red line, drawn as a line, a bar or a curve."""
    drawn = [*page.lines, *page.rects, *page.curves]
    return [
        (each["x0"] / MM, each["x1"] / MM, each["top"] / MM, 0.0)
        for each in drawn
        if each["x1"] - each["x0"] > 100 * MM
    ]


def test_several_organs_and_their_seals_stand_where_the_pdf_has_them(tmp_path: Path) -> None:
    seals = (Seal(ring()),) * 5
    pages = shown(JOINT, tmp_path, seals)
    assert abs(ink(pages[0], "澜").top - TOP - 35) < 2
    signed = next(page for page in pages if page.images)
    circles = [
        ((i["x0"] + i["x1"]) / 2 / MM, (i["top"] + i["bottom"]) / 2 / MM) for i in signed.images
    ]
    assert len(circles) == 5
    for name, (x, y) in zip(JOINT.joint_signatures[:-1], sorted_by_row(circles)[1:-1], strict=True):
        found = ink(signed, name)
        assert abs(found.middle - x) < 1 and abs((found.top + found.bottom) / 2 - y) < 2


def sorted_by_row(circles: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """From the top, and from the left in each row."""
    return sorted(circles, key=lambda at: (round(at[1] / 20), at[0]))


@pytest.mark.parametrize("document", [ORDER, MINUTES])
def test_order_and_minutes_are_one_page_of_text_and_one_imprint(
    document: OfficialDocument, tmp_path: Path
) -> None:
    pages = shown(document, tmp_path)
    top = 20 if document is ORDER else 35
    assert abs(ink(pages[0], document.organ_mark).top - TOP - top) < 2.5
    assert len(pages) == 2 and pages[1].search("印发")


@pytest.mark.parametrize(
    "document",
    [FULL, JOINT, ORDER, MINUTES, SHAPES["six signers"], SHAPES["table over pages"]],
)
def test_the_format_lint_of_another_programs_pdf_accuses_only_the_stand_in_of_the_title(
    document: OfficialDocument, tmp_path: Path
) -> None:
    data = printed(document, tmp_path)
    found = {each.code for each in lint(data, "报告.pdf").faults}
    assert found <= {"organ-mark-font", "title-font"}, found
    reading = read("报告.pdf", data).document
    assert (reading.signers, reading.form, reading.printed_on) == (
        document.signers,
        document.form,
        document.printed_on,
    )


def test_the_framed_head_of_a_letter_is_read_where_it_stands(tmp_path: Path) -> None:
    """LibreOffice writes what is in a frame last."""
    reading = read("函.pdf", printed(LETTER, tmp_path))
    found, told = reading.document, LETTER
    assert reading.blocks[0].text == told.organ_mark
    assert (found.form, found.organ_mark, found.title) == (told.form, told.organ_mark, told.title)
    assert (found.signature, found.date, found.note) == (told.signature, told.date, told.note)
    assert found.copies == told.copies and len(found.body) == len(told.body)


@pytest.mark.parametrize("before", [3, 4, 5])
def test_a_torn_table_loses_no_row_wherever_it_begins(before: int, tmp_path: Path) -> None:
    """With four paragraphs before it, room for five rows is left on its first page."""
    table = Block(Kind.TABLE, rows=tuple((f"第{at}行", "甲", "乙") for at in range(1, 52)))
    body = (*(block(f"第{at}项工作。") for at in range(before)), table, block("以上。"))
    pages = shown(replace(SHAPES["one paragraph"], body=body), tmp_path)
    words = "".join(char["text"] for page in pages for char in page.chars)
    assert [at for at in range(1, 52) if f"第{at}行" not in words] == []
