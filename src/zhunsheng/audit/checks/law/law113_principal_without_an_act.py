"""LAW113: the part on the principal names nothing the principal did."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.missing import ANNUAL_REPORT, UNFED
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import sections

_ZH = "主要负责人履职情况没有写明本人做了什么（主持、部署、过问、协调、督办、述法等）"
_EN = "the part on the principal names no act: chairing, directing, asking, settling, accounting"
_HEADING = re.compile(r"(?:第一责任人|主要负责人|主要负责同志)[^\n。]{0,24}(?:职责|履行|履职|情况)")
_ACT = re.compile(
    r"主持|部署|过问|协调|督办|听取|述法|讲授|带头|研究|召开|签署|批示|调研|审定|出庭|宣讲|带领|推动"
    r"|组织|制定|落实|参加|检查"
)


def _run(passage: Passage) -> Outcome:
    wrong = [
        (s.start, s.start + len(s.heading))
        for s in sections(passage.text)
        if _HEADING.search(s.heading)
        and not s.ahead
        and not _ACT.search(passage.text, s.start, s.end)
        if UNFED not in s.body
    ]
    return Outcome(tuple(found("LAW113", _ZH, _EN, span, kind="contents") for span in wrong))


_HEAD = "法治政府建设情况\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n"
CHECK = Check(
    code="LAW113",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    triggers=("第一责任人", "主要负责"),
    good=(f"{_HEAD}局长主持召开专题会议4次，向市委书面述法。",),
    bad=(f"{_HEAD}局长高度重视法治工作，坚持亲自抓、负总责。",),
)
