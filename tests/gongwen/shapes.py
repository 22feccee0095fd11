"""Twenty documents of different shapes: titles, lengths, tables, copies, signers, attachments."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.gongwen.eight_pages import EIGHT_PAGES
from tests.gongwen.full_document import FULL
from tests.gongwen.sample import REPORT, block
from zhunsheng.gongwen.model import Annex, Block, Kind, OfficialDocument

_PLAIN: Final = replace(REPORT, mark="")
_SHORT: Final = replace(_PLAIN, body=REPORT.body[:1], attachments=(), signers=())
_ORGANS: Final = tuple(f"市第{at}协调工作领导小组办公室" for at in range(1, 25))
_NAMES: Final = ("林知远", "周明", "甲乙", "丙丁戊", "上官文", "欧阳一")


def _lines(count: int) -> tuple[Block, ...]:
    return tuple(block(f"第{at}项工作按期完成，成效明显。") for at in range(1, count + 1))


def _table(rows: int, columns: int, cell: str = "内容") -> Block:
    head = tuple(f"栏{at}" for at in range(columns))
    body = tuple(tuple(f"{cell}{r}" for _ in range(columns)) for r in range(1, rows))
    return Block(Kind.TABLE, rows=(head, *body))


def _with(*blocks: Block) -> OfficialDocument:
    return replace(_PLAIN, body=(*REPORT.body[:3], *blocks, REPORT.body[-1]))


SHAPES: Final[dict[str, OfficialDocument]] = {
    "one paragraph": _SHORT,
    "title of one line": replace(_PLAIN, title="关于开展检查的通知"),
    "title of two lines": _PLAIN,
    "title of three lines": replace(
        _PLAIN,
        title="澜川市科学技术局关于印发《澜川市科技成果转化专项资金管理办法（2024年修订）》的通知",
    ),
    "two pages, the last one full": replace(_SHORT, body=_lines(30)),
    "signature on a page of its own": replace(_SHORT, body=_lines(9)),
    "eight pages": EIGHT_PAGES,
    "forty pages": replace(_PLAIN, body=EIGHT_PAGES.body * 6),
    "small table": _with(_table(4, 3)),
    "table over pages": _with(_table(70, 4)),
    "table of twenty columns": _with(_table(5, 20, "字")),
    "table whose row fills more than a page": _with(_table(3, 2, "一行很长的文字" * 120)),
    "three tables in a row": _with(_table(12, 3), _table(12, 4), _table(12, 5)),
    "an address longer than a row": _with(
        block(f"查询地址：https://example.test/{'a1b2c3' * 20}。"),
        Block(Kind.TABLE, rows=(("项目", "地址"), ("查询", f"example.test/{'q9' * 40}"))),
    ),
    "long copies": replace(_PLAIN, copies=_ORGANS),
    "addressees without room": replace(_PLAIN, addressees="、".join(_ORGANS)),
    "six signers": replace(_PLAIN, signers=_NAMES),
    "everything": FULL,
    "without a seal": replace(FULL, sealed=False, signers=()),
    "attachments with tables": replace(
        _PLAIN,
        attachments=("任务清单", "办理台账", "联系人名单"),
        annexes=(
            Annex("任务清单", (_table(40, 4),)),
            Annex("办理台账", (block("一、总体情况"), _table(10, 6))),
            Annex("联系人名单", _lines(25)),
        ),
    ),
}
