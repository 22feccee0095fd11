"""GB/T 9704—2012 from 7.4 on, measured in the PDF: imprint, page numbers; rare characters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.gongwen.full_document import DENSE, FULL
from tests.gongwen.measure import BOTTOM, HALF, LEFT, MM, RIGHT, ink, lines, opened, rows
from tests.gongwen.sample import REPORT, block
from zhunsheng.gongwen import write
from zhunsheng.gongwen.model import OfficialDocument


@pytest.fixture(scope="module")
def full() -> list[Any]:
    return opened(write.pdf(FULL))


def test_7_1_the_head_ends_at_the_red_line_and_the_imprint_begins_at_its_first(
    full: list[Any],
) -> None:
    line = lines(full[0])[0][2]
    for words in (FULL.organ_mark, "澜科", "林知远"):
        assert ink(full[0], words).bottom < line
    assert ink(full[0], "法治政府建设情况").top > line
    first = lines(full[-1])[0][2]
    assert all(ink(full[-1], words).top > first for words in ("抄送", "印发"))
    assert "抄送" not in "".join(char["text"] for page in full[:-1] for char in page.chars)


@pytest.mark.parametrize("filler", [9, 12, 13, 14])
def test_7_3_5_5_text_stands_on_the_page_of_signature_and_date(filler: int) -> None:
    """No page says “no text on this page”: the last paragraph comes along."""
    body = tuple(block(f"第{at}项工作成效明显。") for at in range(filler))
    pages = opened(write.pdf(replace(REPORT, body=body, attachments=(), mark="", signers=())))
    signed = next(page for page in pages if page.search("2025年2月18日", regex=False))
    assert ink(signed, "成效明显", last=True).bottom < ink(signed, "2025年2月18日").top
    assert not signed.search("此页无正文", regex=False)


def test_7_4_1_the_imprint_stands_between_its_lines_at_the_foot_of_the_last_even_page(
    full: list[Any],
) -> None:
    assert len(full) % 2 == 0
    first, middle, last = lines(full[-1])
    assert all(abs(x[0] - LEFT) < HALF and abs(x[1] - RIGHT) < HALF for x in (first, last))
    assert abs(last[2] - BOTTOM) < HALF
    assert [round(line[3], 2) for line in (first, middle, last)] == [0.35, 0.25, 0.35]


def test_7_4_2_copies_are_size_4_one_character_in_and_end_with_a_full_stop(
    full: list[Any],
) -> None:
    copies = ink(full[-1], "抄送：市司法局，市人大常委会办公室。")
    assert (copies.font, copies.size) == ("FandolFang-Regular", 14)
    assert abs(copies.left - LEFT - 14 / MM) < HALF


def test_7_4_2_a_list_that_wraps_goes_on_behind_its_label() -> None:
    document = replace(DENSE, copies=tuple(f"市第{at}协调工作领导小组" for at in range(1, 9)))
    page = opened(write.pdf(document))[-1]
    label, first, last = (ink(page, w) for w in ("抄送：", "市第1协调", "组。"))
    assert abs(label.bottom - first.bottom) < HALF and last.top > first.bottom
    below = min(c["x0"] for c in page.chars if first.bottom < c["top"] / MM < last.bottom - 1)
    assert abs(below / MM - first.left) < HALF


def test_7_4_3_office_and_date_of_printing_share_the_last_row(full: list[Any]) -> None:
    office, day = ink(full[-1], FULL.printed_by), ink(full[-1], "2025年2月20日印发")
    assert abs(office.left - LEFT - 14 / MM) < HALF
    assert abs(RIGHT - day.right - 14 / MM) < HALF
    assert abs(office.bottom - day.bottom) < HALF


def test_7_5_page_numbers_are_song_of_size_4_seven_mm_below_right_and_left(
    full: list[Any],
) -> None:
    for at, page in enumerate(full[:-1], start=1):
        number = ink(page, f"— {at} —", last=True)
        assert (number.font, number.size) == ("FandolSong-Regular", 14)
        assert abs((number.top + number.bottom) / 2 - BOTTOM - 7) < HALF
        free = RIGHT - number.right if at % 2 else number.left - LEFT
        assert abs(free - 14 / MM) < HALF


def test_7_5_attachments_go_on_with_the_page_numbers(full: list[Any]) -> None:
    first = {at: "".join(c["text"] for c in rows(page)[0]) for at, page in enumerate(full, 1)}
    opens = [at for at, words in first.items() if words in ("附件1", "附件2")]
    assert len(opens) == 2 and all(full[at - 1].search(f"— {at} —", regex=False) for at in opens)


def test_7_5_a_page_with_only_the_imprint_and_the_blank_one_before_have_no_number() -> None:
    blank = False
    for filler in range(18, 44):
        body = tuple(block("成效明显。") for _ in range(filler))
        pages = opened(write.pdf(replace(DENSE, body=body)))
        assert len(pages) % 2 == 0
        texts = ["".join(c["text"] for c in page.chars) for page in pages]
        numbered = [at for at, text in enumerate(texts, start=1) if f"— {at} —" in text]
        words = ("成效", "局2025", "此件")
        shown = [at for at, t in enumerate(texts, start=1) if any(w in t for w in words)]
        assert numbered == shown
        assert ink(pages[-1], DENSE.printed_by)
        blank = blank or "" in texts
    assert blank, "a text that fills its even page leaves no room for the imprint"


def test_7_3_2_addressees_without_room_on_the_first_page_stand_above_the_copies() -> None:
    many = "、".join(f"澜川市第{at}区人民政府" for at in range(10, 50))
    document = replace(REPORT, addressees=many, mark="")
    pages = opened(write.pdf(document))
    assert ink(pages[0], "2024年，")
    to, copies = ink(pages[-1], "主送："), ink(pages[-1], "抄送：")
    assert to.bottom < copies.top and abs(to.left - copies.left) < HALF
    between = [h for _, _, h, _ in lines(pages[-1]) if to.top < h < copies.top]
    assert between == [], "no line parts them"


def test_the_pdf_says_that_it_is_pdf_a_2b_and_tagged() -> None:
    data = write.pdf(FULL)
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in data
    assert pdfium.FPDFCatalog_IsTagged(pypdfium2.PdfDocument(data).raw)


def whole_text(document: OfficialDocument) -> str:
    return "".join(c["text"] for page in opened(write.pdf(document)) for c in page.chars)


def test_a_rare_character_is_set_in_another_font_and_never_vanishes() -> None:
    rare = "㛃𬭎䶮喆堃鎏犇赟龢瞾㎡①"
    document = replace(
        REPORT, signers=(rare,), body=(block(f"由{rare}负责。"),), title=f"{rare}通知"
    )
    assert whole_text(document).count(rare) == 3
