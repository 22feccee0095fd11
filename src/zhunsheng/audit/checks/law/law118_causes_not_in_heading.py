"""LAW118: the part on shortcomings does not promise their causes."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import sections

_ZH = "标题应当为存在的不足和原因，现标题没有“原因”"
_EN = "the heading should be shortcomings and their causes; it leaves the causes out"
_HEADING = re.compile(
    r"[ \t\u3000]{0,8}[一二三四五六七八九十]{1,3}、[ \u3000]?(?:当前)?存在的?(?:主要|突出)?(?:的)?"
    r"(?:问题|不足|困难)(?:和(?:问题|不足|困难))?$"
)


def _run(passage: Passage) -> Outcome:
    wrong = [s for s in sections(passage.text) if _HEADING.match(s.heading)]
    return Outcome(
        tuple(
            found("LAW118", _ZH, _EN, (s.start, s.start + len(s.heading)), kind="contents")
            for s in wrong
        )
    )


CHECK = Check(
    code="LAW118",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    triggers=("存在",),
    good=("法治政府建设情况\n二、存在的不足和原因\n由于培训不够，尺度不一。",),
    bad=("法治政府建设情况\n二、存在的问题\n由于培训不够，尺度不一。",),
)
