"""LAW102: statutory item ②, shortcomings and their causes, is missing or without causes."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import ANNUAL_REPORT, UNFED, lacking
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import under

_ZH = "缺少法定内容：上一年度存在的不足和原因"
_EN = "statutory item 2 is missing: last year's shortcomings and their causes"
_NO_CAUSE_ZH = "“存在的不足”没有写明原因；法定内容为不足和原因"
_NO_CAUSE_EN = "item 2 gives shortcomings without causes; the law asks for both"
# 存在的问题 problems there are, 不足和原因 shortcomings and causes
_HEADING = re.compile(
    r"存在[^\n]{0,10}(?:问题|不足|短板|困难)|(?:不足|短板|问题|困难)(?:$|和|与|及|之处|、)"
    r"|(?:主要|突出|差距)(?:的)?(?:问题|不足)"
)
_CAUSE = re.compile(
    r"原因|由于|因为|根源|症结|源于|归因|所致|究其|在于|主观上|客观上"
    r"|主要是[^，。]{0,20}(?:不够|不足|不强|不深|不到位)"
)


def _run(passage: Passage) -> Outcome:
    section = under(passage.text, _HEADING, such=lambda section: not section.ahead)
    if section is None:
        return lacking("LAW102", _ZH, _EN)
    if _CAUSE.search(section.body) or UNFED in section.body:
        return Outcome()  # a part without a register behind it is LAW190's
    at = (section.start, section.start + len(section.heading))
    return lacking("LAW102", _NO_CAUSE_ZH, _NO_CAUSE_EN, at=at)


CHECK = Check(
    code="LAW102",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    document=True,
    titled=ANNUAL_REPORT,
    good=(
        "法治政府建设年度报告\n二、存在的不足和原因\n基层执法力量偏弱，原因是人员编制不足。",
        "法治政府建设年度报告\n一、聚焦问题抓整改\n正文。\n二、存在的不足\n由于培训不够，尺度不一。",
    ),
    bad=(
        "法治政府建设年度报告\n二、存在的问题\n制度有待完善。",
        "法治政府建设年度报告\n一、主要举措和成效\n正文。",
    ),
)
