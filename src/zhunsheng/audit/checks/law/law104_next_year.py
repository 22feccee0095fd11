"""LAW104: statutory item ④, next year's main arrangements, is missing."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import lacking
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import under

_ZH = "缺少法定内容：下一年度推进法治政府建设的主要安排"
_EN = "statutory item 4 is missing: next year's main arrangements"
_HEADING = re.compile(r"安排|打算|下一步|工作计划|工作思路|工作重点")


def _run(passage: Passage) -> Outcome:
    return Outcome() if under(passage.text, _HEADING) else lacking("LAW104", _ZH, _EN)


CHECK = Check(
    code="LAW104",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    document=True,
    good=("四、2025年度主要安排\n正文。",),
    bad=("一、主要举措和成效\n正文。",),
)
