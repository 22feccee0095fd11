"""LAW104: statutory item ④, next year's main arrangements, is missing."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import ANNUAL_REPORT, lacking
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import under

_ZH = "缺少法定内容：下一年度推进法治政府建设的主要安排"
_EN = "statutory item 4 is missing: next year's main arrangements"
_HEADING = re.compile(
    r"安排|打算|下一?步|下一?年|来年|明年|工作计划|工作思路|工作重点|重点工作|努力方向"
)


def _run(passage: Passage) -> Outcome:
    return Outcome() if under(passage.text, _HEADING) else lacking("LAW104", _ZH, _EN)


CHECK = Check(
    code="LAW104",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    document=True,
    titled=ANNUAL_REPORT,
    good=("法治政府建设情况\n四、2025年度主要安排\n正文。",),
    bad=("法治政府建设情况\n一、主要举措和成效\n正文。",),
)
