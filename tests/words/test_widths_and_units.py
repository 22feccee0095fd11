"""Widths keep offsets; the longer unit is met before the shorter."""

from decimal import Decimal

from zhunsheng.words.units import SCALES, UNITS
from zhunsheng.words.widths import half_width


def test_full_width_digits_become_plain_and_keep_their_places() -> None:
    text = "共１２．５％，第Ａ组　完"
    assert half_width(text) == "共12.5%，第A组 完"
    assert len(half_width(text)) == len(text)


def test_chinese_punctuation_keeps_its_width() -> None:
    assert half_width("，。；：（）") == "，。；：（）"


def test_no_unit_hides_a_longer_one() -> None:
    for place, unit in enumerate(UNITS):
        assert not any(later.startswith(unit) for later in UNITS[place + 1 :] if later != unit)


def test_scales_are_exact() -> None:
    assert SCALES["万"] == Decimal(10000)
    assert SCALES["万亿"] == SCALES["万"] * SCALES["亿"]
    assert list(SCALES).index("万亿") < list(SCALES).index("万")
