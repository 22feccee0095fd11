"""NAM005: a day is called by a name it does not bear."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.data import table
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "宣传日名称不规范"
_EN = "a day is called by a name it does not bear"


def _run(passage: Passage) -> Outcome:
    findings = []
    taken: set[int] = set()
    rows = sorted(table("names")["day"], key=lambda row: -len(row["wrong"]))
    for row in rows:
        if row["wrong"] not in passage.words:
            continue
        right = row["right"]
        lead = right.find(row["wrong"])
        for match in re.finditer(re.escape(row["wrong"]), passage.text):
            start, end = match.span()
            if lead >= 0 and passage.text[max(0, start - lead) : end] == right:
                continue
            if start in taken:
                continue
            taken.update(range(start, end))
            zh, en = f"{_ZH}：“{row['wrong']}”应为“{right}”", f"{_EN}: it is {right}"
            findings.append(found("NAM005", zh, en, (start, end), kind="name"))
    return Outcome(tuple(findings))


CHECK = Check(
    code="NAM005",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=False,
    triggers=("日",),
    good=("在全民国家安全教育日、国际消费者权益日、国家宪法日开展宣传。",),
    bad=(
        "结合国家安全日、消费者权益保护日开展宣传。",
        "利用宪法宣传日开展宣传。",
    ),
)
