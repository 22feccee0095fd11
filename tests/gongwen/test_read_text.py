"""Plain text: the parts of a document are found, and a broken sentence is made whole."""

from __future__ import annotations

from datetime import date

import pytest

from zhunsheng.gongwen.model import Kind
from zhunsheng.gongwen.read import read, read_text

TEXT = """

澜川市科学技术局文件

澜科〔2025〕6号　　　　签发人：林知远　周 明

澜川市科学技术局 关于2024年法治政府建设情况的报告

市政府并报市委：

2024年，市科学技术局认真履行职责，各项工作有序推进。现将情况报告如下：

一、2024年度推进法治政府建设的主要举措和成效

(一) 深化政务公开。全年主动公开政府信息502条，其中网站公开359条，办理建议提案落实主办责任，满意度

为100%，代表委员均无不同意见。

- 2 -

（二）加强文件管理。清理规范性文件19件，其中废止1件、宣布失效6件，截

至目前现行有效12件。

1. 完善制度。修订审核规程。

(2)强化回应。答复留言47条。

二、存在的问题

附件：1. 清理结果
2. 办理情况

澜川市科学技术局

2025年2月18日

（此件公开发布）

抄送：市司法局，市人大常委会办公室

澜川市科学技术局办公室

2025年2月20日印发
"""


def test_head_and_tail_are_recognised() -> None:
    document = read_text(TEXT).document
    assert document.organ_mark == "澜川市科学技术局文件"
    assert document.number == "澜科〔2025〕6号"
    assert document.signers == ("林知远", "周明")
    assert document.title == "澜川市科学技术局关于2024年法治政府建设情况的报告"
    assert document.addressees == "市政府并报市委"
    assert document.attachments == ("清理结果", "办理情况")
    assert (document.signature, document.date) == ("澜川市科学技术局", date(2025, 2, 18))
    assert document.note == "此件公开发布"
    assert document.copies == ("市司法局", "市人大常委会办公室")
    assert document.printed_by == "澜川市科学技术局办公室"
    assert document.printed_on == date(2025, 2, 20)


def test_levels_are_recognised_in_either_width() -> None:
    headings = [b for b in read_text(TEXT).blocks if b.kind is Kind.HEADING]
    assert [(b.level, b.text[: b.lead]) for b in headings] == [
        (1, "一、2024年度推进法治政府建设的主要举措和成效"),
        (2, "(一) 深化政务公开。"),
        (2, "（二）加强文件管理。"),
        (3, "1. 完善制度。"),
        (4, "(2)强化回应。"),
        (1, "二、存在的问题"),
    ]


def test_a_sentence_cut_by_a_page_is_one_block_with_offsets_of_the_original() -> None:
    reading = read_text(TEXT)
    block = next(b for b in reading.blocks if "满意度" in b.text)
    assert "满意度为100%" in block.text
    assert "满意度\n\n为100%" in reading.text[block.start : block.end]
    position = block.text.index("为100%")
    assert reading.text[reading.origin(block, position) :].startswith("为100%，代表")


def test_a_page_number_between_paragraphs_stands_apart() -> None:
    blocks = read_text(TEXT).blocks
    assert [b.text for b in blocks if b.kind is Kind.PAGE_NUMBER] == ["- 2 -"]


def test_lines_wrapped_by_hand_become_paragraphs() -> None:
    reading = read_text(
        "关于年度工作的通知\n各科室：\n"
        "　　全年共办理各类政务服务事项七百件以上，其中通过网上办\n"
        "理六百件，窗口办理一百件。各科室要按照职责分工抓好落实，\n"
        "及时报送台账。\n"
        "　　各科室指定一名联络员。\n"
    )
    assert [b.text for b in reading.document.body] == [
        "全年共办理各类政务服务事项七百件以上，其中通过网上办理六百件，窗口办理一百件。"
        "各科室要按照职责分工抓好落实，及时报送台账。",
        "各科室指定一名联络员。",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_the_encoding_is_found(encoding: str) -> None:
    reading = read("报告.txt", TEXT.encode(encoding))
    assert reading.document.number == "澜科〔2025〕6号"


def test_a_text_without_any_frame_is_all_body() -> None:
    reading = read_text("全年主动公开政府信息502条。其中网站公开359条。")
    assert [b.kind for b in reading.blocks] == [Kind.PARAGRAPH]
    assert (reading.document.title, reading.document.number) == ("", "")


def test_a_long_text_is_read_in_linear_time() -> None:
    # A table of numbers or a text without a full stop must not make a pattern go back and forth.
    for hostile in (
        "（一" * 50_000,
        "1." * 50_000,
        "附件：" * 50_000,
        "（" * 100_000 + "\n" * 1000,
    ):
        assert read_text(hostile).blocks
