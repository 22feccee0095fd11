"""Text made to be slow or to break something is read to its end like any other."""

import pytest

from zhunsheng.audit import audit, extract, unbound
from zhunsheng.audit.check import Check
from zhunsheng.audit.checks import all_checks
from zhunsheng.audit.parse.excluded import excluded_spans
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.words.sentences import sentences
from zhunsheng.words.widths import half_width

TIMES = 1200
HOSTILE = {
    "digits": "1" * TIMES * 10,
    "digits_in_threes": "1 234" * TIMES,
    "digits_after_a_point": "0." + "1" * TIMES * 10,
    "points": "1." * TIMES,
    "commas": "1,234," * TIMES,
    "minus_signs": "-" * TIMES + "1",
    "blanks": "共" + " " * TIMES + "5件",
    "line_breaks": "\n" * TIMES + "5件",
    "blank_lines": " \n" * TIMES,
    "numerals": "一" * TIMES,
    "tens_of_thousands": "万" * TIMES,
    "approximators": "约近超" * TIMES + "5件",
    "open_brackets": "（" * TIMES + "5件",
    "closed_brackets": "5件" + "）" * TIMES,
    "letters": "A-" * TIMES + "1",
    "address": "http://" * TIMES,
    "years": "2024年" * TIMES,
    "headings": "一、举措\n" * TIMES,
    "one_heading": "一、" + "举" * TIMES,
    "no_full_stop": "其中甲5件、" * TIMES,
    "lists": "共5件，其中甲2件、乙3件。" * (TIMES // 4),
    "one_list": "共9件，其中" + "甲1件、" * TIMES,
    "shares": "共100件：" + "甲10件，占10%；" * (TIMES // 2),
    "rates": "受理9件，结案9件，结案率" * (TIMES // 4) + "5%",
    "changes": "由5件增至6件，增加1件，增长20%，" * (TIMES // 4),
    "averages": "平均每件5元，日均5元，" * (TIMES // 2),
    "one_measure": "2024年办件量达700余件。" * (TIMES // 4),
    "transposed": "受理1234件。受理1243件。" * (TIMES // 4),
    "clean_ups": "对9件文件进行清理，废止1件，失效1件，" * (TIMES // 4),
    "principal": "主要负责人" * TIMES,
    "titles": "《" * TIMES,
    "marks": "【本部分尚无登记支撑】" * (TIMES // 6),
    "half_pairs": "\ud800" * 9 + "5件",
    "noughts": "\x00" * TIMES,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_audit_comes_to_an_end(text: str) -> None:
    result = audit(text)
    assert len(result.coverage.checked) + len(result.coverage.unchecked) == len(result.mentions)
    assert all(0 <= m.start < m.end <= len(text) for m in result.mentions)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_each_check_comes_to_an_end_on_a_long_row_of_its_own_words(check: Check) -> None:
    for example in (*check.good, *check.bad):
        unbroken = example.replace("。", "，").replace("\n", "")
        text = unbroken * (6_000 // len(unbroken))
        check.run(Passage(text, True))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_each_reader_of_words_comes_to_an_end(text: str) -> None:
    plain = half_width(text)
    assert len(plain) == len(text)
    assert all(a < b for a, b in excluded_spans(plain))
    assert all(s.start < s.end for s in sentences(text))
    assert {*extract(text)} <= {*unbound(text, bound=[])}


@pytest.mark.parametrize("text", ["", " ", "\n", "。", "5", "件", "（", "%"])
def test_next_to_nothing_is_audited_too(text: str) -> None:
    assert audit(text, document=False).findings == ()
    assert len(audit(text).mentions) <= 1


@pytest.mark.parametrize("number", ["0", "00", "0.0", "1" * 15, "0.000001"])
def test_odd_numbers_divide_nothing(number: str) -> None:
    text = (
        f"受理{number}件，结案{number}件，占{number}%，结案率{number}%，"
        f"由{number}件增至{number}件，增加{number}件，增长{number}%，平均每件{number}件。"
    )
    assert len(audit(text, document=False).mentions) == 9
