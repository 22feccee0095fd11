"""LAW102: statutory item ②, shortcomings and their causes, is missing or without causes."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import lacking
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import under

_ZH = "缺少法定内容：上一年度存在的不足和原因"
_EN = "statutory item 2 is missing: last year's shortcomings and their causes"
_NO_CAUSE_ZH = "“存在的不足”没有写明原因；法定内容为不足和原因"
_NO_CAUSE_EN = "item 2 gives shortcomings without causes; the law asks for both"
_HEADING = re.compile(r"不足|问题|短板")
_CAUSE = re.compile(r"原因|由于|因为|根源|主要是[^，。]{0,20}(?:不够|不足|不强|不深)|究其|在于")


def _run(passage: Passage) -> Outcome:
    section = under(passage.text, _HEADING)
    if section is None:
        return lacking("LAW102", _ZH, _EN)
    if _CAUSE.search(section.body):
        return Outcome()
    at = (section.start, section.start + len(section.heading))
    return lacking("LAW102", _NO_CAUSE_ZH, _NO_CAUSE_EN, at=at)


CHECK = Check(
    code="LAW102",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    document=True,
    good=("二、存在的不足和原因\n基层执法力量偏弱，原因是人员编制不足。",),
    bad=("二、存在的问题\n制度有待完善。", "一、主要举措和成效\n正文。"),
)
