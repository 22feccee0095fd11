"""LAW105: statutory item ⑤, other matters, is announced and left empty."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import ANNUAL_REPORT, lacking
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import under

_ZH = "“其他需要报告的情况”只有标题没有内容；没有就删去标题，或者写明没有"
_EN = "item 5, other matters, is a heading without text: remove it, or say that there are none"
_HEADING = re.compile(r"其[他它][^\n]{0,6}(?:报告|说明)?的?(?:情况|事项)")


def _run(passage: Passage) -> Outcome:
    section = under(passage.text, _HEADING)
    if section is None or not section.heading or section.body.strip():
        return Outcome()
    at = (section.start, section.start + len(section.heading))
    return lacking("LAW105", _ZH, _EN, at=at)


CHECK = Check(
    code="LAW105",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    document=True,
    titled=ANNUAL_REPORT,
    good=(
        "法治政府建设情况\n一、主要举措和成效\n正文。",
        "法治政府建设情况\n五、其他需要报告的情况\n无其他需要报告的情况。",
    ),
    bad=("法治政府建设情况\n五、其他需要报告的情况\n",),
)
