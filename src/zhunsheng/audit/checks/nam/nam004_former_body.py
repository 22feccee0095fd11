"""NAM004: a body is called by the name it bore before."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.data import table
from zhunsheng.audit.instruments import written_on
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "机构名称是改革以前的名称"
_EN = "a body is called by the name it bore before"


def _run(passage: Passage) -> Outcome:
    day = written_on(passage)
    findings = []
    for row in table("names")["body"]:
        if row["old"] not in passage.words or day is None or day < row["since"]:
            continue
        at = passage.text.find(row["old"])
        # 原 former says it itself; 纪检组 within 纪检组织 is no body.
        if at >= 0 and passage.text[at - 1 : at] != "原" and not _within(passage.text, at, row):
            zh = f"{_ZH}：“{row['old']}”现为“{row['new']}”"
            en = f"{_EN}: {row['old']} is now {row['new']}"
            findings.append(found("NAM004", zh, en, (at, at + len(row["old"])), kind="name"))
    return Outcome(tuple(findings))


def _within(text: str, at: int, row: dict[str, str]) -> bool:
    after = text[at + len(row["old"]) :]
    longer = any(
        other["old"] != row["old"] and text.startswith(other["old"], at)
        for other in table("names")["body"]
        if len(other["old"]) > len(row["old"])
    )
    return longer or after.startswith(("织", "建", "长"))


_HEAD = "关于2024年法治政府建设情况的报告\n市政府：\n"
_END = "\n澜川市科学技术局\n2025年2月20日"
CHECK = Check(
    code="NAM004",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("纪检组", "法制办", "局", "委", "银保监会", "领导小组"),
    good=(
        f"{_HEAD}接受派驻纪检监察组监督。{_END}",
        f"{_HEAD}承接原工商局移交事项。{_END}",
    ),
    bad=(f"{_HEAD}接受派驻纪检组监督。{_END}",),
)
