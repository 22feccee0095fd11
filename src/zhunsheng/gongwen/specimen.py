"""A specimen with every element of GB/T 9704—2012, for the page that shows clause by clause."""

from __future__ import annotations

from datetime import date
from typing import Final

from zhunsheng.gongwen.model import Annex, Block, Kind, OfficialDocument, Run

_BODY: Final = (
    (0, "2024年，市科学技术局按照市委、市政府部署推进依法行政。现将有关情况报告如下："),
    (1, "一、主要举措和成效"),
    (2, "（一）加强规范性文件管理。"),
    (3, "1. 完善制度。"),
    (4, "（1）压实责任。"),
)
_FILLING: Final = "各科室对照年度要点逐项登记办理过程和证据材料，按季度核对台账与归档文件。" * 24
_ROWS: Final = (("季度", "办结（件）"), ("第一季度", "6"), ("第二季度", "16"))


def _block(level: int, text: str) -> Block:
    if not level:
        return Block(Kind.PARAGRAPH, (Run(text),))
    rest = "明确登记人、核对人和审核人。" if level > 1 else ""
    return Block(Kind.HEADING, (Run(text + rest),), level=level, lead=len(text))


SPECIMEN: Final = OfficialDocument(
    organ_mark="澜川市科学技术局文件",
    number="澜科〔2025〕6号",
    signers=("林知远", "周明", "沈思齐"),
    title="澜川市科学技术局关于2024年法治政府建设情况的报告",
    addressees="市政府并报市委",
    body=(
        *(_block(level, text) for level, text in _BODY),
        _block(0, _FILLING),
        Block(Kind.TABLE, rows=_ROWS),
        _block(0, "特此报告。"),
    ),
    attachments=("2024年行政规范性文件清理结果", "2024年建议提案办理情况"),
    signature="澜川市科学技术局",
    date=date(2025, 2, 18),
    note="此件公开发布",
    copies=("市司法局", "市人大常委会办公室"),
    printed_by="澜川市科学技术局办公室",
    printed_on=date(2025, 2, 20),
    copy_number="000001",
    secrecy="秘密★1年",
    urgency="加急",
    annexes=(
        Annex("2024年行政规范性文件清理结果", (_block(0, "全年清理规范性文件19件。"),)),
        Annex("2024年建议提案办理情况", (_block(0, "全年办理建议提案29件。"),)),
    ),
)
