"""What holds is told with what it counts, so that it can be read without the document."""

import pytest

from zhunsheng.audit import audit


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "主动公开政府信息502条，其中门户网站359条，微信公众号143条。",
            "政府信息：502 = 359 + 143",
        ),
        ("收到建议128件。环保类32件，占25%；农业类96件，占75%。", "环保类占比：25% = 32 ÷ 128"),
        ("受理案件120件，结案90件，结案率75%。", "结案率：75% = 90 ÷ 120"),
        ("经费115万元，比上年的100万元增长15%。", "经费增幅：15% = |1150000 − 1000000|"),
    ],
)
def test_a_verified_relation_says_what_it_counts(text: str, told: str) -> None:
    said = [relation.zh for relation in audit(text, document=False).verified]
    assert any(told in line for line in said), said


def test_a_figure_without_a_name_is_told_by_its_arithmetic_alone() -> None:
    (relation, *_) = audit("128件，其中a类32件，b类96件。", document=False).verified
    assert relation.zh == relation.arithmetic
