"""A document with every element of the standard, and one that is nothing but rows of text."""

from __future__ import annotations

from dataclasses import replace

from tests.gongwen.eight_pages import EIGHT_PAGES
from tests.gongwen.sample import REPORT, block
from zhunsheng.gongwen.model import Annex

CHARACTER = 156 / 28  # mm, the width of one 字
ROW = 225 / 22  # mm, the height of one 行
FULL = replace(
    EIGHT_PAGES,
    mark="",
    signers=("林知远", "周明", "甲乙"),
    copy_number="000001",
    secrecy="机密★1年",
    urgency="特急",
    annexes=(
        Annex("2024年行政规范性文件清理结果", REPORT.body[:6]),
        Annex("2024年建议提案办理情况", REPORT.body[6:16]),
    ),
)
DENSE = replace(
    REPORT,
    mark="",
    signers=(),
    body=tuple(block("规范性文件清理结果公布" * 55 + "。") for _ in range(3)),
)
