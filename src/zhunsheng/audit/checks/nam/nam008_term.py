"""NAM008: a thing is called by a word that is not its term."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.data import table
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "用语不规范"
_EN = "a thing is called by a word that is not its term"


def _run(passage: Passage) -> Outcome:
    findings = []
    for row in table("names")["term"]:
        if row["wrong"] not in passage.words:
            continue
        spans = [m.span() for m in re.finditer(re.escape(row["wrong"]), passage.text)]
        zh = f"{_ZH}：“{row['wrong']}”应为“{row['right']}”"
        en = f"{_EN}: {row['wrong']} for {row['right']}"
        findings.append(found("NAM008", zh, en, *spans, kind="name"))
    return Outcome(tuple(findings))


CHECK = Check(
    code="NAM008",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=False,
    good=("编制政务服务事项目录，办理人大代表建议、政协提案。",),
    bad=(
        "编制行政服务事项目录。",
        "及时办理人大、政协提案。",
    ),
)
