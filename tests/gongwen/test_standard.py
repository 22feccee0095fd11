"""GB/T 9704—2012 clause by clause, measured in the PDF. “From memory” marks a value of the rule
that was not read in the standard's own text (the status column of the table of clauses)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.gongwen.full_document import CHARACTER, DENSE, FULL, ROW
from tests.gongwen.measure import BOTTOM, HALF, LEFT, MM, RIGHT, TOP, ink, lines, opened, rows
from zhunsheng.gongwen import write


@pytest.fixture(scope="module")
def full() -> list[Any]:
    return opened(write.pdf(FULL))


@pytest.fixture(scope="module")
def dense() -> list[Any]:
    return opened(write.pdf(DENSE))


def page_of(pages: list[Any], words: str) -> Any:
    return next(page for page in pages if page.search(words, regex=False))


def test_5_1_the_paper_is_a4(full: list[Any]) -> None:
    assert all(abs(p.width / MM - 210) < 0.1 and abs(p.height / MM - 297) < 0.1 for p in full)


def test_5_2_1_the_type_area_is_156_by_225_mm(dense: list[Any]) -> None:
    page = dense[1]
    text = [c for row in rows(page) for c in row if c["bottom"] / MM < BOTTOM]
    assert abs(min(c["x0"] for c in text) / MM - LEFT) < HALF
    assert abs(max(c["x1"] for c in text) / MM - RIGHT) < HALF
    # Each character stands in the middle of its row: half of what is left lies above and below.
    edge = (ROW - 16 / MM) / 2
    assert abs(min(c["top"] for c in text) / MM - edge - TOP) < HALF
    assert abs(max(c["bottom"] for c in text) / MM + edge - BOTTOM) < HALF


def test_5_2_2_the_body_is_fangsong_of_size_3(dense: list[Any]) -> None:
    text = ink(dense[1], "规范性文件")
    assert (text.font, text.size) == ("FandolFang-Regular", 16)


def test_5_2_3_a_page_has_22_rows_of_28_characters(dense: list[Any]) -> None:
    body = [row for row in rows(dense[1]) if row[0]["bottom"] / MM < BOTTOM]
    assert len(body) == 22
    assert [len(row) for row in body[1:-1]].count(28) >= 18, "rows without a paragraph's edge"


def test_5_2_4_only_the_head_is_red(full: list[Any]) -> None:
    red = [c["text"] for p in full for c in p.chars if len(c["non_stroking_color"]) == 3]
    assert "".join(red) == FULL.organ_mark


def test_7_2_1_to_7_2_3_marks_stand_at_the_upper_left_one_row_each(full: list[Any]) -> None:
    number, secrecy, urgency = (ink(full[0], words) for words in ("000001", "机密★1年", "特急"))
    assert all(abs(each.left - LEFT) < HALF for each in (number, secrecy, urgency))
    assert abs(number.top - TOP - (ROW - 16 / MM) / 2) < HALF
    assert abs(secrecy.top - number.top - ROW) < HALF
    assert abs(urgency.top - secrecy.top - ROW) < HALF
    assert (number.font, number.size) == ("FandolFang-Regular", 16)
    assert secrecy.font == urgency.font == "FandolHei-Regular"


def test_7_2_4_the_red_head_is_35_mm_below_the_type_area_and_fills_one_row(
    full: list[Any],
) -> None:
    mark = ink(full[0], FULL.organ_mark)
    assert abs(mark.top - TOP - 35) < HALF
    assert abs(mark.middle - (LEFT + RIGHT) / 2) < HALF
    assert mark.left > LEFT - HALF and mark.right < RIGHT + HALF
    assert mark.red and mark.font == "FandolSong-Bold"


def test_7_2_5_the_number_of_an_upward_document_is_on_the_row_of_the_last_signer(
    full: list[Any],
) -> None:
    number, last = ink(full[0], FULL.number), ink(full[0], "甲乙")
    assert abs(number.left - LEFT - CHARACTER) < HALF, "one character in"
    assert abs(number.bottom - last.bottom) < HALF


def test_7_2_5_without_signers_the_number_is_centred_two_rows_below_the_mark(
    dense: list[Any],
) -> None:
    mark, number = ink(dense[0], DENSE.organ_mark), ink(dense[0], DENSE.number)
    assert abs(number.middle - (LEFT + RIGHT) / 2) < HALF
    assert 2 * ROW < number.top - mark.bottom < 3 * ROW


def test_7_2_6_signers_stand_two_a_row_one_character_in(full: list[Any]) -> None:
    label, first, second, third = (
        ink(full[0], words) for words in ("签发人：", "林知远", "周明", "甲乙")
    )
    assert label.font == "FandolFang-Regular" and first.font == "FandolKai-Regular"
    assert abs(label.bottom - first.bottom) < HALF and abs(first.bottom - second.bottom) < HALF
    assert abs(third.left - first.left) < HALF and third.top > first.bottom
    assert abs(second.right - (RIGHT - CHARACTER)) < HALF


def test_7_2_7_the_red_line_is_4_mm_below_the_number_and_156_mm_wide(full: list[Any]) -> None:
    left, right, height, _ = lines(full[0])[0]
    assert abs(left - LEFT) < HALF and abs(right - RIGHT) < HALF
    assert abs(height - ink(full[0], FULL.number).bottom - 4) < HALF
    assert full[0].lines[0]["stroking_color"][0] > 0.6


def test_7_3_1_the_title_is_size_2_two_rows_below_the_line_and_centred(full: list[Any]) -> None:
    first, second = ink(full[0], "澜川市科学技术局", last=True), ink(full[0], "关于2024年法治政府")
    _, _, line, _ = lines(full[0])[0]
    assert (second.font, second.size) == ("FandolSong-Bold", 22)
    assert abs(first.middle - (LEFT + RIGHT) / 2) < HALF
    assert 2 * ROW < first.top - line < 3 * ROW


def test_7_3_2_addressees_are_flush_left_one_row_below_the_title(full: list[Any]) -> None:
    to, title = ink(full[0], "市政府并报市委："), ink(full[0], "情况的报告")
    assert abs(to.left - LEFT) < HALF
    assert ROW < to.top - title.bottom < 2 * ROW


def test_7_3_3_the_first_page_shows_text_indented_by_two(full: list[Any]) -> None:
    assert abs(ink(full[0], "2024年，").left - LEFT - 2 * CHARACTER) < HALF


@pytest.mark.parametrize(
    ("words", "font"),
    [
        ("一、2024年度", "FandolHei-Regular"),
        ("（一）加强规范性", "FandolKai-Regular"),
        ("1. 完善公开制度", "FandolFang-Regular"),
        ("（1）规范栏目设置", "FandolFang-Regular"),
    ],
)
def test_7_3_3_each_level_has_its_font(full: list[Any], words: str, font: str) -> None:
    page = page_of(full, words)
    assert (ink(page, words).font, ink(page, words).size) == (font, 16)


def test_7_3_4_attachments_are_listed_one_row_below_the_text(full: list[Any]) -> None:
    page = page_of(full, "附件：")
    label, first, second = (ink(page, w) for w in ("附件：", "1. 2024年", "2. 2024年"))
    assert abs(label.left - LEFT - 2 * CHARACTER) < HALF
    assert abs(first.left - second.left) < HALF and first.left > label.right - CHARACTER


def test_7_3_4_a_name_that_wraps_goes_on_under_its_first_character() -> None:
    names = ("规范性文件" * 6, "清理结果", "办理情况")
    page = page_of(opened(write.pdf(replace(FULL, attachments=names, annexes=()))), "附件：")
    first = ink(page, names[0][:10])
    below = next(r for r in rows(page) if r[0]["top"] / MM > first.bottom)
    assert abs(below[0]["x0"] / MM - first.left) < HALF
    assert below[0]["text"] in names[0]


def test_7_3_5_1_with_a_seal_the_date_keeps_four_and_the_name_is_centred(full: list[Any]) -> None:
    page = page_of(full, "2025年2月18日")
    day, name = ink(page, "2025年2月18日"), ink(page, FULL.signature)
    assert abs(RIGHT - day.right - 4 * CHARACTER) < HALF
    assert abs(day.middle - name.middle) < HALF


@pytest.mark.parametrize(
    "name", ["澜川市科学技术局", "市委办", "澜川市高新技术产业开发区管理委员会"]
)
def test_7_3_5_2_without_a_seal_the_date_begins_two_after_the_name(name: str) -> None:
    document = replace(FULL, sealed=False, signature=name, attachments=(), annexes=())
    page = page_of(opened(write.pdf(document)), "2025年2月18日")
    day, signed = ink(page, "2025年2月18日"), ink(page, name, last=True)
    assert abs(day.left - signed.left - 2 * CHARACTER) < HALF
    longer = day.right - day.left > signed.right - signed.left
    free = day if longer else signed
    assert abs(RIGHT - free.right - 2 * CHARACTER) < HALF
    above = max(r[0]["bottom"] for r in rows(page) if r[0]["bottom"] / MM < signed.top)
    assert abs(signed.top - above / MM - (2 * ROW - 16 / MM)) < 1, "one blank row above"


def test_7_3_5_4_the_date_has_no_leading_zeros(full: list[Any]) -> None:
    assert page_of(full, "2025年2月18日") and not any(p.search("02月") for p in full)


def test_7_3_6_the_note_is_indented_by_two_in_brackets_below_the_date(full: list[Any]) -> None:
    page = page_of(full, "（此件公开发布）")
    note, day = ink(page, "（此件公开发布）"), ink(page, "2025年2月18日")
    assert LEFT + 2 * CHARACTER - HALF < note.left < LEFT + 3 * CHARACTER
    assert 0 < note.top - day.bottom < ROW


def test_7_3_7_an_attachment_opens_a_page_with_its_title_on_the_third_row(full: list[Any]) -> None:
    """From memory."""
    for at, annex in enumerate(FULL.annexes, start=1):
        page = next(p for p in full if p.search(rf"^附件{at}\n"))
        label, title = ink(page, f"附件{at}"), ink(page, annex.title)
        assert (label.font, label.size) == ("FandolHei-Regular", 16)
        assert abs(label.left - LEFT) < HALF
        assert abs(label.top - TOP - (ROW - 16 / MM) / 2) < HALF
        assert abs((title.top + title.bottom) / 2 - TOP - 2.5 * ROW) < 1
        assert abs(title.middle - (LEFT + RIGHT) / 2) < HALF
