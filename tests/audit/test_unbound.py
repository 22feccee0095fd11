"""Numbers typed by hand are told from those a figure stands behind."""

import pytest

from zhunsheng.audit import unbound


def texts(text: str, *bound: str) -> list[str]:
    spans = [(text.index(b), text.index(b) + len(b)) for b in bound]
    return [m.text for m in unbound(text, bound=spans)]


def test_a_number_inside_a_bound_span_is_bound() -> None:
    text = "主动公开信息502条，其中网站359条。"
    assert texts(text, "502条", "359条") == []
    assert texts(text, "359条") == ["502条"]
    assert texts(text) == ["502条", "359条"]


def test_a_token_without_its_unit_binds_the_whole_figure() -> None:
    assert texts("主动公开信息502条。", "502") == []


def test_the_order_of_the_spans_does_not_matter() -> None:
    text = "共5件，其中主办2件、协办3件。"
    assert texts(text, "3件", "5件") == ["2件"]


def test_a_bound_span_may_hold_several_figures() -> None:
    text = "共5件，其中主办2件、协办3件，另有7件。"
    assert texts(text, "5件，其中主办2件、协办3件") == ["7件"]


def test_what_may_be_a_quantity_is_listed() -> None:
    assert texts("连续3年获评优秀") == ["3"]
    assert texts("每季度抽查30至40") == ["30", "40"]


def test_a_number_across_a_page_keeps_its_place() -> None:
    text = "全年共收到群众来信和网上留言并逐件登记转交办理的共计有\n502条，均已办结。"
    (found,) = unbound(text, bound=[])
    assert text[found.start : found.end] == "502条"


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月5日印发",
        "澜科〔2024〕6号",
        "第3次会议",
        "十五届四次会议",
        "拨打12345热线",
        "三审三校",
        "“12·4”国家宪法日",
        "附件2",
    ],
)
def test_a_date_a_document_number_or_a_name_needs_no_figure(text: str) -> None:
    assert texts(text) == []
