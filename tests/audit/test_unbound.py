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
