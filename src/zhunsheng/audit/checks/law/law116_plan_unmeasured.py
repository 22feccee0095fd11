"""LAW116: no arrangement for the next year has a day, an owner or a number."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import body_end
from zhunsheng.audit.missing import ANNUAL_REPORT, UNFED
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import sections

_ZH = "下一年安排没有一项写明时限、责任单位或者数量，无从检查"
_EN = "no arrangement for the next year has a day, an owner or a number to be checked by"
_MEASURE = re.compile(
    r"\d{1,2}月|季度|上半年|下半年|年底|年内|之前|牵头|责任(?:单位|科室)|(?<!第一)责任人|由[\u4e00-\u9fff]{2,10}(?:科|处|室)"
    r"|\d+ ?(?:件|次|项|场|期|份|家|人|个|%|学时)"
    r"|[两三四五六七八九十]{1,2}(?:件|次|项|场|期|份)|每[年季月半]"
)


def _run(passage: Passage) -> Outcome:
    ahead = [s for s in sections(passage.text) if s.ahead]
    end = body_end(passage)
    if not ahead or any(_MEASURE.search(s.body, 0, end - s.end + len(s.body)) for s in ahead):
        return Outcome()
    if any(UNFED in s.body for s in ahead):
        return Outcome()
    at = (ahead[-1].start, ahead[-1].start + len(ahead[-1].heading))
    return Outcome((found("LAW116", _ZH, _EN, at, kind="contents"),))


_HEAD = "法治政府建设情况\n一、举措\n正文。\n二、2025年工作安排\n"
CHECK = Check(
    code="LAW116",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    good=(f"{_HEAD}6月底前修订文件2件，由政策法规科牵头。",),
    bad=(f"{_HEAD}加大宣传力度，持续推进法治建设。",),
)
