"""Bare numbers are read in every form a report prints them, each with its span."""

import pytest

from zhunsheng.audit.plain import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("共三百零五件", 305),
        ("二十余万人", 200000),
        ("1.5亿元", 150000000),
        ("12,345人", 12345),
        ("占百分之三十", 30),
        ("完成7.2成", 72),
        ("千分之五", 0.5),
        ("共廿三件", 23),
        ("三分之二以上", 2 / 3),
        ("3万4千人", 34000),
        ("2千零30万元", 20300000),
        ("重一吨半", 1.5),
        ("补贴五元三毛", 5.3),
        ("负0.2千米", -0.2),
        ("第二百五十名", 250),
        ("１２０个百分点", 120),
        ("三千米跑", 3),
    ],
)
def test_a_number_is_read(text: str, value: float) -> None:
    (number,) = numbers(text)
    assert number["value"] == pytest.approx(value)


def test_its_span_is_that_of_the_number_alone() -> None:
    (number,) = numbers("共收到三百零五件")
    assert (number["start"], number["end"]) == (3, 7)


@pytest.mark.parametrize("text", ["", "没有数字", "两", "点", "-", "百分之", "1/0", "零分之一"])
def test_what_is_no_number_breaks_nothing(text: str) -> None:
    spans = [(int(str(n["start"])), int(str(n["end"]))) for n in numbers(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "text", ["1" * 9000, "一" * 9000, "1," * 4000, "百分之" * 3000, "3/" * 4000]
)
def test_a_long_row_comes_to_an_end(text: str) -> None:
    assert isinstance(numbers(text), list)
