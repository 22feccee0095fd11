"""Specimens of what only some documents are: of several organs, a letter, an order, minutes, and a
normative document with the rules it issues."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from zhunsheng.gongwen.model import Annex, Block, Form, Kind, OfficialDocument, Run
from zhunsheng.gongwen.specimen import SPECIMEN

_HOST: Final = "澜川市科学技术局"  # the bureau of science and technology
_OTHERS: Final = ("澜川市财政局", "澜川市审计局", "澜川市统计局", "澜川市司法局")
_POINTS: Final = 300  # of the seal's picture, each way


def _text(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(Kind.PARAGRAPH, (Run(line),)) for line in lines)


JOINT: Final = replace(
    SPECIMEN,
    signers=(),
    copy_number="",
    secrecy="",
    urgency="",
    joint_marks=_OTHERS[:2],
    joint_signatures=_OTHERS,
    title="澜川市科学技术局等五部门关于做好2024年科技经费核查工作的通知",
    addressees="各县（区）科技、财政、审计、统计、司法部门",
    body=_text("为规范科技经费使用，现就做好2024年科技经费核查工作通知如下。", "请认真组织实施。"),
    attachments=(),
    annexes=(),
)

LETTER: Final = OfficialDocument(
    form=Form.LETTER,
    organ_mark=_HOST,
    number="澜科函〔2025〕3号",
    signers=(),
    title="澜川市科学技术局关于商请提供科技统计数据的函",
    addressees="市统计局",
    body=_text("为编制2024年度科技工作报告，商请提供全市研发经费统计数据。", "请予支持为盼。"),
    signature=_HOST,
    date=date(2025, 1, 6),
    note="联系人：周明，电话：000-0000000",
    copies=("市司法局",),
    copy_number="000001",
    secrecy="秘密★1年",
    urgency="加急",
)

ORDER: Final = OfficialDocument(
    form=Form.ORDER,
    organ_mark="澜川市人民政府令",
    number="第12号",
    signers=("林知远",),
    signer_post="市长",
    title="",
    addressees="",
    body=_text(
        "《澜川市科技计划项目管理办法》已经2024年3月5日市人民政府常务会议审议通过，现予公布，"
        "自2024年5月1日起施行。"
    ),
    date=date(2024, 3, 12),
    printed_by="澜川市人民政府办公室",
    printed_on=date(2024, 3, 13),
)

MINUTES: Final = OfficialDocument(
    form=Form.MINUTES,
    organ_mark=f"{_HOST}局务会议纪要",
    number="第3期",
    signers=(),
    title="",
    addressees="",
    body=_text(
        "2024年3月5日，局长林知远主持召开2024年第3次局务会议，研究科技计划项目管理办法修订事项。",
        "会议议定，按照审议意见修改后报市政府。",
    ),
    copies=("市司法局",),
    printed_by=f"{_HOST}办公室",
    printed_on=date(2024, 3, 8),
    present="林知远、周明、沈思齐、顾闻、林砚、程立言、叶衡、周可、陆行舟、宋知微、何远山",
    excused="苏临",
    observers="各科室负责人",
)

_RULES: Final = "澜川市科技创新券管理办法"
NORMATIVE: Final = OfficialDocument(
    organ_mark=f"{_HOST}文件",
    number="澜科规〔2024〕1号",
    signers=(),
    title=f"{_HOST}关于印发《{_RULES}》的通知",
    addressees="各县（区）科技行政主管部门，各有关单位",
    body=_text(f"《{_RULES}》已经2024年3月5日局党组会议审议通过，现印发给你们，请遵照执行。"),
    attachments=(_RULES,),
    signature=_HOST,
    date=date(2024, 3, 12),
    note="此件公开发布",
    copies=("市司法局",),
    printed_by=f"{_HOST}办公室",
    printed_on=date(2024, 3, 13),
    annexes=(
        Annex(
            _RULES,
            _text(
                "第一条　为规范科技创新券管理，支持企业创新，结合本市实际，制定本办法。",
                "第二条　科技创新券（以下简称创新券）的申领、使用和兑付，适用本办法。",
                "第三条　市科学技术局负责创新券的发放和监督管理。",
                "第四条　在本市依法登记、已归集申报上一年度研究开发费用的企业可以申领创新券。",
                "第五条　兑付结果应当公示，公示期不少于5个工作日。",
                "第六条　本办法自2024年5月1日起施行，有效期五年。",
            ),
        ),
    ),
)

SPECIMENS: Final[dict[str, OfficialDocument]] = {
    "document": SPECIMEN,
    "joint": JOINT,
    "unsealed": replace(JOINT, sealed=False),
    "letter": LETTER,
    "order": ORDER,
    "minutes": MINUTES,
    "normative": NORMATIVE,
}


@lru_cache(maxsize=1)
def ring() -> bytes:
    """A red ring on a clear ground as PNG: where a seal would stand, and no seal."""
    half, span = _POINTS / 2, range(_POINTS)
    rows = b"".join(
        b"\x00" + b"".join(_point((x + 0.5 - half) / half, (y + 0.5 - half) / half) for x in span)
        for y in span
    )
    head = struct.pack(">IIBBBBB", _POINTS, _POINTS, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def _point(x: float, y: float) -> bytes:
    return b"\xd7\x00\x0f\xff" if 0.92 < x * x + y * y < 1.0 else b"\x00\x00\x00\x00"
