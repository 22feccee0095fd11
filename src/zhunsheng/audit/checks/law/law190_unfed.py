"""LAW190: a part has no register behind it and says so."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import UNFED
from zhunsheng.audit.model import Finding, Severity
from zhunsheng.audit.parse.passage import Passage

_NUMBERED = re.compile(
    r"[ \t　]{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
)
_ZH = "报告的这一部分没有台账支撑"
_EN = "this part of the report has no register behind it"


def _run(passage: Passage) -> Outcome:
    found, heading = [], ""
    at = 0
    for line in passage.text.split("\n"):
        if UNFED in line:
            first = at + line.index(UNFED)
            where_zh, where_en = (f"：{heading}", f": {heading}") if heading else ("", "")
            spans = ((first, first + len(UNFED)),)
            found.append(
                Finding("LAW190", "contents", Severity.ERROR, _ZH + where_zh, _EN + where_en, spans)
            )
        elif _NUMBERED.match(line):
            heading = line[:40]
        at += len(line) + 1
    return Outcome(findings=tuple(found))


CHECK = Check(
    code="LAW190",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    triggers=(UNFED,),
    good=("二、存在的不足和原因\n正文。",),
    bad=(f"二、存在的不足和原因\n{UNFED}",),
)
