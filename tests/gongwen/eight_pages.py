"""A report of eight pages: every element of the standard, tables that cross pages; invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.gongwen.sample import REPORT, block
from zhunsheng.gongwen.model import Block, Kind, OfficialDocument

_DIVISIONS: Final = (
    "办公室",
    "政策法规与创新体系建设科",
    "高新技术科",
    "农村与社会发展科技科",
    "成果转化与区域创新科",
    "科技人才与对外合作科",
)
_WORK: Final = (
    "对照年度要点分解任务",
    "逐项登记办理过程和证据材料",
    "按季度核对台账与归档文件",
    "对逾期事项说明原因并限期补正",
    "将抽查结果在局务会上通报",
    "邀请法律顾问参与重大事项论证",
    "向服务对象公开办理依据、程序和时限",
)


def _paragraph(at: int) -> Block:
    parts = "；".join(f"{_WORK[(at + step) % len(_WORK)]}{3 + at + step}次" for step in range(7))
    return block(f"在第{at + 1}项工作中，{parts}。各项数字均可追溯到原始记录。")


def _section(at: int) -> tuple[Block, ...]:
    numeral = "一二三四五六七八"[at]
    return (
        block(f"（{numeral}）推进{_DIVISIONS[at % 6]}依法履职。{_paragraph(at).text}"),
        block("1. 完善制度。"),
        _paragraph(at + 1),
        block("（1）压实责任。明确登记人、核对人和审核人，三者不由一人兼任。"),
        _paragraph(at + 2),
    )


def _ledger() -> Block:
    """A table too long for one page."""
    head = ("序号", "科室", "登记事项（件）", "按期办结（件）", "办结率")
    rows = tuple(
        (str(at), _DIVISIONS[at % 6], str(12 + at), str(12 + at), "100%") for at in range(1, 29)
    )
    return Block(Kind.TABLE, rows=(head, *rows))


EIGHT_PAGES: Final[OfficialDocument] = replace(
    REPORT,
    body=(
        *REPORT.body[:10],
        *_section(0),
        block("各科室登记事项办理情况见下表。"),
        _ledger(),
        *REPORT.body[10:],
        *_section(2),
        _paragraph(3),
    ),
)
