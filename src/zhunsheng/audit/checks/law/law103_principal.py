"""LAW103: statutory item ③, how the principal performed their duties, is missing."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import ANNUAL_REPORT, lacking
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import sections

_ZH = "缺少法定内容：党政主要负责人履行推进法治建设第一责任人职责的情况"
_EN = "statutory item 3 is missing: how the principal performed the first-responsible duties"
# The heading of a part or of a paragraph: 主要负责人履行…职责情况
_HEADING = re.compile(
    r"(?:第一责任人|主要负责人|主要负责同志|主要领导)[^\n。]{0,24}(?:职责|履行|履职|情况)"
)
_SECOND = re.compile(
    r"^[ \t　]{0,8}[（(][一二三四五六七八九十]{1,3}[）)][^\n。]{2,50}", re.MULTILINE
)
_TITLE = re.compile(r"《[^》]{0,60}》")
# What only the principal can have done; a pattern of work (亲自抓 takes charge) is no act.
_ACT = re.compile(
    r"(?:主要负责人|主要负责同志|主要领导|党组书记|(?<!副)局长|一把手)[^。；]{0,40}"
    r"(?:主持召开|亲自部署|亲自过问|亲自协调|亲自督办|听取[^。；]{0,16}汇报|述法|带头学法|讲授|专题研究)"
)


def _run(passage: Passage) -> Outcome:
    parts = sections(passage.text)
    told = [s for s in parts if not s.ahead]
    if any(_HEADING.search(s.heading) for s in told):
        return Outcome()
    words = _TITLE.sub("", "\n".join(s.body for s in told) if parts else passage.text)
    seconds = (m.group() for m in _SECOND.finditer(words))
    if any(_HEADING.search(heading) for heading in seconds) or _ACT.search(words):
        return Outcome()
    return lacking("LAW103", _ZH, _EN)


CHECK = Check(
    code="LAW103",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    document=True,
    titled=ANNUAL_REPORT,
    good=(
        "法治政府建设情况\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n正文。",
        "法治政府建设情况\n一、举措\n局长主持召开党组会议4次，专题研究法治工作。",
        "法治政府建设情况\n一、举措\n（一）党组书记、局长履行第一责任人职责。正文。",
    ),
    bad=(
        "法治政府建设情况\n一、举措\n贯彻《党政主要负责人履行推进法治建设第一责任人职责规定》，"
        "实行主要领导亲自抓。\n二、2025年工作安排\n强化主要负责人履行第一责任人职责和述法。",
        "法治政府建设情况\n一、举措\n副局长主持召开培训会。",
    ),
)
