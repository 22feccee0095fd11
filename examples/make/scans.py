"""The papers the workbooks name: what would be scans, made as documents of the fiction."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from zhunsheng.gongwen.model import Block, Kind, OfficialDocument, Run
from zhunsheng.gongwen.write import pdf

_MARK = "演示数据 DEMO"
_ORGAN = "澜川市科学技术局"
#: Title, date, what it says.
Paper = tuple[str, date, tuple[str, ...]]
#: The papers more than one workbook names, and those of the report.
PAPERS: dict[str, Paper] = {
    "规范性文件登记簿.pdf": (
        "行政规范性文件登记簿",
        date(2024, 12, 31),
        ("本登记簿收录本局制定的行政规范性文件的征求意见、公平竞争审查、合法性审核、集体审议、签发、公布和备案材料。",
         "各环节日期以所附原件为准，由政策法规科保管。"),
    ),
    "信息公开审签单汇编.pdf": (
        "政府信息公开审签单汇编",
        date(2024, 12, 31),
        ("本汇编收录本年度主动公开信息的三审三校登记和保密审查审签单。", "由办公室按索引号装订保管。"),
    ),
    "依申请公开登记簿.pdf": (
        "依申请公开政府信息登记簿",
        date(2025, 1, 13),
        ("本登记簿收录信息公开申请、征求第三方意见、答复和送达材料。", "由办公室按登记号装订保管。"),
    ),
    "建议提案办理卷.pdf": (
        "人大代表建议和政协提案办理卷",
        date(2024, 12, 31),
        ("本卷收录建议提案的交办通知、沟通记录、答复文件、协办意见和反馈意见。", "由办公室按编号装订保管。"),
    ),
    "派驻组意见办理单.pdf": (
        "派驻纪检监察组意见办理单",
        date(2024, 10, 16),
        ("本单收录派驻纪检监察组书面意见、答复和销号确认。",),
    ),
    "党组会议纪要.pdf": (
        "中共澜川市科学技术局党组会议纪要",
        date(2025, 2, 14),
        ("会议审议了《关于2024年法治政府建设情况的报告》，原则同意，由政策法规科按会议意见修改后按程序报签。",),
    ),
    "签发稿.pdf": (
        "关于2024年法治政府建设情况的报告签发稿",
        date(2025, 2, 18),
        ("同意印发。程立言",),
    ),
}  # fmt: skip


def write_all(folder: Path, papers: Mapping[str, Paper]) -> None:
    """Every paper into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, day, lines) in papers.items():
        body = tuple(Block(Kind.PARAGRAPH, (Run(line),)) for line in lines)
        paper = OfficialDocument(
            organ_mark="",
            number="",
            signers=(),
            title=title,
            addressees="",
            body=body,
            signature=_ORGAN,
            date=day,
            mark=_MARK,
        )
        (folder / name).write_bytes(pdf(paper))
