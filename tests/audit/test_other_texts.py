"""Texts the audit was not made for: read to their end, and accused of no arithmetic."""

import random

import pytest

from zhunsheng.audit import audit, extract
from zhunsheng.gongwen.errors import ReadError
from zhunsheng.gongwen.read import read

LAW = (
    "第二条　本条例所称规范性文件，是指行政机关制定的文件。\n第十五条　制定机关应当自收到申请之日起"
    "20个工作日内答复；情况复杂的，可以延长10个工作日。\n第三十条　违反本条例第十五条规定的，处"
    "1万元以上3万元以下的罚款；情节严重的，处3万元以上10万元以下的罚款。\n"
    "第三十一条　本条例自2024年3月1日起施行。"
)
NEWS = (
    "新华时报澜川3月5日电　当日9时30分，澜川市科技馆迎来今年第10万名参观者。今年前两个月接待观众"
    "10.2万人次，比去年同期多出近三成。馆长介绍，馆内1号厅有展品120余件，其中三分之一可以动手操作。"
)
TABLE = (
    "项目\t2023年\t2024年\t增长\n受理\t120\t150\t25.0%\n办结\t118\t149\t26.3%\n在办\t2\t1\t-50.0%\n"
)
ENGLISH = (
    "In 2024 the bureau received 1,286 applications, 12.5% more than in 2023; of these, 900 were"
    " granted, 300 refused and 86 are pending. See https://example.org/a?b=1 or call 010-12345678."
)
VERSE = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。两个黄鹂鸣翠柳，一行白鹭上青天。"
TEXTS = {"law": LAW, "news": NEWS, "table": TABLE, "english": ENGLISH, "verse": VERSE}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_arithmetic_is_called_wrong(text: str) -> None:
    found = audit(text, document=False).findings
    assert [f.code for f in found if f.code.startswith(("REL", "REP", "QTY"))] == []


def test_a_law_has_its_terms_and_fines_and_no_article_is_a_quantity() -> None:
    units = [mention.unit for mention in extract(LAW)]
    assert units == ["个工作日"] * 2 + ["元"] * 4


@pytest.mark.parametrize("character", list("1万（《，.a \n%\x00"))
def test_a_megabyte_of_one_character_is_read_to_its_end(character: str) -> None:
    text = character * (1_000_000 // len(character.encode()))
    assert len(audit(text).mentions) <= 1


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes_are_refused_or_read(seed: int) -> None:
    data = random.Random(seed).randbytes(20_000)
    try:
        reading = read("report.txt", data)
    except ReadError as refused:
        assert refused.zh
        assert refused.en
    else:
        assert audit(reading).mentions is not None


@pytest.mark.parametrize("seed", range(8))
def test_random_characters_are_read_to_their_end(seed: int) -> None:
    chosen = random.Random(seed)
    kinds = (
        "0123456789.,%％０９件人次万亿百十二三成（）()《》“”，。；：、\n 其中共占率增长由至年月第号"
    )
    text = "".join(chosen.choice(kinds) for _ in range(6_000))
    result = audit(text)
    assert all(text[m.start : m.end] == m.text or "\n" in text for m in result.mentions)
    assert len(result.coverage.checked) + len(result.coverage.unchecked) == len(result.mentions)
