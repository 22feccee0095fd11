"""GB/T 9704—2012: several organs, seals and the forms of clause 10, measured in the PDF."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from tests.gongwen.full_document import CHARACTER, ROW
from tests.gongwen.measure import BOTTOM, HALF, LEFT, MM, RIGHT, TOP, ink, lines, opened, rows
from zhunsheng.gongwen import write
from zhunsheng.gongwen.specimen_forms import JOINT, LETTER, MINUTES, NORMATIVE, ORDER, ring
from zhunsheng.gongwen.write import Seal

SEALS = (Seal(ring()),) * 5
MIDDLE = (LEFT + RIGHT) / 2
_LETTER_ROW = ROW - 16 / MM  # what a row has above and below its characters


@pytest.fixture(scope="module")
def joint() -> list[Any]:
    return opened(write.pdf(JOINT, SEALS))


@pytest.fixture(scope="module")
def letter() -> list[Any]:
    return opened(write.pdf(LETTER))


@pytest.fixture(scope="module")
def order() -> Any:
    return opened(write.pdf(ORDER))[0]


@pytest.fixture(scope="module")
def minutes() -> Any:
    return opened(write.pdf(MINUTES))[0]


@pytest.fixture(scope="module")
def normative() -> list[Any]:
    return opened(write.pdf(NORMATIVE))


def marks(page: Any) -> list[list[Any]]:
    """The rows of the red head."""
    return [row for row in rows(page) if row[0]["size"] > 25]


def signed_page(pages: list[Any]) -> Any:
    """The page with signatures and date."""
    return next(page for page in pages if page.search("2025年2月18日", regex=False))


def circles(page: Any) -> list[tuple[float, float, float]]:
    """(middle from the left, middle from the top, width) of each seal."""
    return [
        ((i["x0"] + i["x1"]) / 2 / MM, (i["top"] + i["bottom"]) / 2 / MM, i["width"] / MM)
        for i in page.images
    ]


def test_7_2_4_joint_the_host_stands_first_and_document_beside_in_the_middle(
    joint: list[Any],
) -> None:
    found = marks(joint[0])
    texts = ["".join(c["text"] for c in row) for row in found]
    assert texts == ["澜川市科学技术局", "澜川市财政局文件", "澜川市审计局"]
    names = [[c for c in row if c["text"] not in "文件"] for row in found]
    left, right = names[0][0]["x0"], names[0][-1]["x1"]
    assert all(abs(name[0]["x0"] - left) < 1 for name in names), "as wide as the longest"
    assert all(abs(name[-1]["x1"] - right) < 1 for name in names)
    assert abs(min(c["top"] for c in found[0]) / MM - TOP - 35) < HALF
    word = [c for c in found[1] if c["text"] in "文件"]
    assert word[0]["x0"] > right - 1
    assert abs((left + word[-1]["x1"]) / 2 / MM - MIDDLE) < HALF
    assert left / MM > LEFT - HALF and word[-1]["x1"] / MM < RIGHT + HALF


def test_7_2_4_a_long_name_is_set_narrow_in_one_row() -> None:
    long = "澜川市高新技术产业开发区管理委员会科技创新局文件"
    page = opened(write.pdf(replace(JOINT, organ_mark=long, joint_marks=())))[0]
    (row,) = marks(page)
    assert "".join(c["text"] for c in row) == long
    assert row[0]["x0"] / MM > LEFT - HALF and row[-1]["x1"] / MM < RIGHT + HALF
    assert row[-1]["x1"] / MM - row[0]["x0"] / MM > 140, "it fills the row"


def test_7_3_5_1_joint_signatures_stand_in_order_each_under_its_seal(joint: list[Any]) -> None:
    page = signed_page(joint)
    names = [JOINT.signature, *JOINT.joint_signatures]
    signed = [ink(page, name) for name in names]
    assert [s.top for s in signed] == sorted(s.top for s in signed)
    seals = circles(page)
    assert len(seals) == 5
    for name, (x, _, _) in zip(signed, seals, strict=True):
        assert abs(name.middle - x) < HALF
    for name, (_, y, _) in zip(signed[:-1], seals[:-1], strict=True):
        assert abs((name.top + name.bottom) / 2 - y) < HALF, "in the middle of the name"
    day = ink(page, "2025年2月18日", last=True)
    last = seals[-1]
    assert abs(last[1] - (signed[-1].top + day.bottom) / 2) < HALF, "on name and date"
    assert abs(day.middle - last[0]) < HALF and abs(RIGHT - day.right - 4 * CHARACTER) < HALF


def test_7_3_5_1_seals_touch_neither_each_other_nor_the_edge_and_come_within_a_row_of_the_text(
    joint: list[Any],
) -> None:
    page = signed_page(joint)
    seals = circles(page)
    assert all(abs(width - 42) < 0.2 for _, _, width in seals)
    for at, (x, y, _) in enumerate(seals):
        assert x - 21 > LEFT - HALF and x + 21 < RIGHT + HALF
        for other in seals[at + 1 :]:
            assert (x - other[0]) ** 2 + (y - other[1]) ** 2 > 42**2
    text = ink(page, "请认真组织实施。")
    assert 0 < min(y for _, y, _ in seals) - 21 - text.bottom < ROW


def test_7_3_5_1_one_seal_presses_name_and_date_in_the_middle() -> None:
    """骑年盖月: it covers year and month."""
    document = replace(JOINT, joint_marks=(), joint_signatures=())
    page = signed_page(opened(write.pdf(document, SEALS[:1])))
    ((x, y, _),) = circles(page)
    day, name = ink(page, "2025年2月18日"), ink(page, document.signature)
    assert abs(x - day.middle) < HALF and abs(x - name.middle) < HALF
    assert abs(y - (name.top + day.bottom) / 2) < HALF
    year = ink(page, "2025年2月")
    assert x - 21 < year.left and year.right < x + 21 and day.bottom < y + 21


def test_7_3_5_2_joint_without_seals_the_host_signs_first_and_the_date_stands_below() -> None:
    page = signed_page(opened(write.pdf(replace(JOINT, sealed=False))))
    names = [JOINT.signature, *JOINT.joint_signatures]
    signed = [ink(page, name) for name in names]
    for upper, lower in pairwise(signed):
        assert abs(lower.top - upper.top - ROW) < HALF
    widest = max(signed, key=lambda each: each.right - each.left)
    day = ink(page, "2025年2月18日", last=True)
    assert abs(RIGHT - widest.right - 2 * CHARACTER) < HALF
    assert abs(day.left - widest.left - 2 * CHARACTER) < HALF
    assert abs(day.top - signed[-1].top - ROW) < HALF
    assert not page.images


def test_7_3_5_3_post_and_name_of_the_signer_stand_two_rows_below_the_text(order: Any) -> None:
    """From memory."""
    text, day = ink(order, "起施行。"), ink(order, "2024年3月12日")
    post, name = ink(order, "市长"), ink(order, "林知远")
    assert abs(post.top - text.bottom - (2 * ROW + _LETTER_ROW)) < 1
    assert abs(RIGHT - name.right - 4 * CHARACTER) < HALF
    assert abs(name.left - post.right - 2 * CHARACTER) < HALF
    assert abs(day.top - post.top - 2 * ROW) < HALF, "one blank row between"
    assert abs(RIGHT - day.right - 4 * CHARACTER) < HALF
    assert name.font == "FandolKai-Regular"


def test_10_1_the_mark_of_a_letter_is_30_mm_below_the_edge_of_the_page(letter: list[Any]) -> None:
    mark = ink(letter[0], LETTER.organ_mark)
    assert abs(mark.top - 30) < HALF and abs(mark.middle - MIDDLE) < HALF and mark.red


def double_lines(page: Any) -> list[tuple[float, float, float, float]]:
    """(left, right, top, thickness) of each red bar, from the top."""
    bars = [r for r in page.rects if r["width"] / MM > 100]
    found = [(r["x0"] / MM, r["x1"] / MM, r["top"] / MM, r["height"] / MM) for r in bars]
    return sorted(found, key=lambda bar: bar[2])


def test_10_1_red_double_lines_of_170_mm_stand_below_the_mark_and_above_the_foot(
    letter: list[Any],
) -> None:
    """From memory."""
    mark = ink(letter[0], LETTER.organ_mark)
    upper, second, third, lowest = double_lines(letter[0])
    for left, right, _, _ in (upper, second, third, lowest):
        assert abs(right - left - 170) < HALF and abs((left + right) / 2 - MIDDLE) < HALF
    assert abs(upper[2] - mark.bottom - 4) < HALF
    assert upper[3] > second[3], "thick above, thin below"
    assert third[3] < lowest[3], "thin above, thick below"
    assert abs(297 - (lowest[2] + lowest[3]) - 20) < HALF
    assert not double_lines(opened(write.pdf(_long_letter()))[1]), "on the first page alone"


def test_10_1_marks_and_number_stand_below_the_line_flush_left_and_right(
    letter: list[Any],
) -> None:
    """From memory."""
    line = double_lines(letter[0])[1]
    number, first, second = (
        ink(letter[0], words) for words in (LETTER.number, "000001", "秘密★1年")
    )
    assert abs(number.top - (line[2] + line[3]) - 16 * 7 / 8 / MM) < HALF
    assert abs(RIGHT - number.right) < HALF and abs(first.left - LEFT) < HALF
    assert abs(first.bottom - number.bottom) < HALF and second.top > first.bottom
    above = ink(letter[0], "加急")
    title = min(c["top"] for c in letter[0].chars if round(c["size"]) == 22)
    assert 2 * ROW < title / MM - above.bottom < 3 * ROW


def _long_letter() -> Any:
    return replace(LETTER, body=LETTER.body * 20)


def test_10_1_the_first_page_of_a_letter_has_no_number_and_the_imprint_no_lines(
    letter: list[Any],
) -> None:
    """From memory."""
    assert len(letter) == 1 and not letter[0].search("— 1 —", regex=False)
    assert not lines(letter[0])
    copies = ink(letter[0], "抄送：市司法局。")
    assert BOTTOM - ROW < copies.bottom < BOTTOM
    pages = opened(write.pdf(_long_letter()))
    assert not pages[0].search("— 1 —", regex=False)
    assert pages[1].search("— 2 —", regex=False)
    assert pages[-1].search("抄送：", regex=False) and not lines(pages[-1])


def test_10_2_the_mark_of_an_order_is_20_mm_below_the_type_area_and_its_number_two_rows_below(
    order: Any,
) -> None:
    mark, number = ink(order, ORDER.organ_mark), ink(order, "第12号")
    assert abs(mark.top - TOP - 20) < HALF and mark.red
    assert abs(mark.middle - MIDDLE) < HALF and abs(number.middle - MIDDLE) < HALF
    assert 2 * ROW < number.top - mark.bottom < 3 * ROW
    text = ink(order, "《澜川市科技计划")
    assert abs(text.top - number.top - 3 * ROW) < HALF, "two blank rows, then the text"
    assert not lines(order)


def test_10_3_the_mark_of_minutes_is_35_mm_below_the_type_area(minutes: Any) -> None:
    mark = ink(minutes, MINUTES.organ_mark)
    assert abs(mark.top - TOP - 35) < HALF and mark.red and abs(mark.middle - MIDDLE) < HALF
    assert abs(ink(minutes, "第3期").middle - MIDDLE) < HALF


def test_10_3_those_present_stand_one_row_below_the_text_and_wrap_behind_the_colon(
    minutes: Any,
) -> None:
    """From memory."""
    text, label = ink(minutes, "后报市政府。"), ink(minutes, "出席")
    assert label.font == "FandolHei-Regular" and abs(label.left - LEFT - 2 * CHARACTER) < HALF
    assert abs(label.top - text.top - 2 * ROW) < HALF
    names = ink(minutes, "林知远、周明")
    assert names.font == "FandolFang-Regular"
    below = next(r for r in rows(minutes) if r[0]["top"] / MM > label.bottom)
    assert abs(below[0]["x0"] / MM - names.left) < HALF
    assert ink(minutes, "列席").top > ink(minutes, "请假").top > label.top


def test_7_2_5_normative_number_is_centred_and_the_first_page_shows_text(
    normative: list[Any],
) -> None:
    number, text = ink(normative[0], NORMATIVE.number), ink(normative[0], "已经2024年3月5日")
    assert abs(number.middle - MIDDLE) < HALF
    date = ink(normative[0], "2024年3月12日")
    assert number.bottom < text.top < date.top, "text, signature and date on one page"


def test_7_3_1_normative_title_keeps_the_name_it_issues_in_one_row(normative: list[Any]) -> None:
    told = ["".join(c["text"] for c in row) for row in rows(normative[0]) if row[0]["size"] == 22]
    assert told == ["澜川市科学技术局关于印发", "《澜川市科技创新券管理办法》的通知"]


def test_7_3_7_normative_rules_begin_on_a_page_of_their_own(normative: list[Any]) -> None:
    assert len(normative) == 2
    label = ink(normative[1], "附件")
    first, last = ink(normative[1], "第一条"), ink(normative[1], "第六条")
    assert abs(label.left - LEFT) < HALF
    assert abs(first.left - LEFT - 2 * CHARACTER) < 1
    assert first.top < last.top and ink(normative[1], "抄送：市司法局。").bottom < BOTTOM


def test_7_3_3_where_nothing_else_fits_the_last_row_of_the_text_goes_to_the_signature() -> None:
    """The title has the words with which the text begins: they are not taken for the text."""
    crowded = replace(NORMATIVE, attachments=("申领情况表",) * 9, annexes=())
    first, second = (page.extract_text() for page in opened(write.pdf(crowded))[:2])
    assert "》已经2024年3月5日" in first and "2024年3月12日" not in first
    assert "遵照执行。" in second and "2024年3月12日" in second
