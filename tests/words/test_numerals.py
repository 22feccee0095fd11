"""Chinese numerals say the numbers they say, there and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.words.numerals import from_chinese, to_chinese


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("两千", "2000"),
        ("三百零五", "305"),
        ("三百五", "350"),
        ("一万二", "12000"),
        ("一千零一十", "1010"),
        ("十万零三百", "100300"),
        ("一亿二千万", "120000000"),
        ("二〇二四", "2024"),
        ("三点五", "3.5"),
        ("廿三", "23"),
        ("一百卅", "130"),
    ],
)
def test_a_numeral_is_its_number(text: str, value: str) -> None:
    assert from_chinese(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "件", "十件", "点五", "三点", "三点十", "12", "一" * 30])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert from_chinese(text) is None


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_there_and_back(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "text"), [(0, "零"), (12, "十二"), (110, "一百一十"), (10005, "一万零五")]
)
def test_a_number_is_written_as_people_write_it(number: int, text: str) -> None:
    assert to_chinese(number) == text


def test_what_cannot_be_written_stays_in_digits() -> None:
    assert to_chinese(-1) == "-1"
    assert to_chinese(10**12) == "1" + "0" * 12
