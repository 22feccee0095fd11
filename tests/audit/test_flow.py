"""Words across a page break are read as one, and every place is told in the original."""

import pytest

from zhunsheng.audit import audit, extract
from zhunsheng.audit.parse.flow import flow_of
from zhunsheng.gongwen.read import read_text

_BEFORE = "工作情况如下。全市各级各部门认真办理群众反映的热点难点问题，全年共收到建议"
_AFTER = "件，其中主办2件、协办4件。"


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\f", "\r\n", "\n- 2 -\n", "\n　\n"])
def test_a_figure_cut_from_its_unit_is_one_figure(gap: str) -> None:
    text = f"{_BEFORE}5{gap}{_AFTER}"
    whole, *_ = extract(text)
    assert (whole.text, whole.unit) == ("5件", "件")
    assert text[whole.start : whole.end] == f"5{gap}件"


@pytest.mark.parametrize("gap", ["", "\n", "\f", "\n- 12 -\n"])
def test_a_relation_is_found_across_a_page_and_points_into_the_original(gap: str) -> None:
    text = f"{_BEFORE}5件，其中主办2件、{gap}协办4件。"
    (finding,) = audit(text, document=False).findings
    assert [text[a:b] for a, b in finding.spans] == ["5件", "2件", "4件"]


def test_a_page_number_is_no_figure() -> None:
    assert extract("工作如下。\n- 12 -\n继续推进。") == ()


def test_every_place_of_the_flow_is_the_same_character_in_the_original() -> None:
    text = f"标题\n\n市政府：\n\n一、工作\n\n{_BEFORE}5\n\n{_AFTER}\n\n附件：清单"
    flow = flow_of(text)
    for at, char in enumerate(flow.text):
        start, end = flow.origin(at, at + 1)
        assert char == "\n" or text[start:end] == char


def test_a_reading_and_its_text_give_the_same_answer() -> None:
    text = f"{_BEFORE}5件，其中主办2件、协办4件。"
    assert audit(read_text(text)) == audit(text)


def test_the_rows_of_a_table_are_not_read_as_a_sentence() -> None:
    from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Reading

    text = "合计\t5\t3\n主办\t2\t1"
    rows = (("合计", "5", "3"), ("主办", "2", "1"))
    block = Block(Kind.TABLE, rows=rows, start=0, end=len(text))
    document = OfficialDocument("", "", (), "", "", (block,))
    answer = audit(Reading("", text, (block,), document), document=False)
    assert answer.findings == ()
    assert [text[m.start : m.end] for m in answer.mentions] == ["5", "3", "2", "1"]
