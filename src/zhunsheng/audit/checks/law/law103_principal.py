"""LAW103: statutory item ③, how the principal performed their duties, is missing."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.missing import lacking
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.parse.sections import sections

_ZH = "缺少法定内容：党政主要负责人履行推进法治建设第一责任人职责的情况"
_EN = "statutory item 3 is missing: how the principal performed the first-responsible duties"
_HEADING = re.compile(r"(?:第一责任人|主要负责人|主要负责同志)[^\n]{0,12}(?:职责|履行|履职|情况)")
_NEXT = re.compile(r"(?:下一?年|\d{4}年)[^\n]{0,16}(?:安排|打算|计划|思路|重点)|下一步")
_TITLE = re.compile(r"《[^》]{0,60}》")
_ACT = re.compile(
    r"(?:主要负责人|主要负责同志|党组书记|局长|一把手)[^。；]{0,40}"
    r"(?:主持召开|亲自部署|亲自过问|亲自协调|亲自督办|听取[^。；]{0,12}汇报|述法|带头学法|专题研究)"
)


def _run(passage: Passage) -> Outcome:
    parts = sections(passage.text)
    if any(_HEADING.search(s.heading) for s in parts):
        return Outcome()
    told = "".join(s.body for s in parts if not _NEXT.search(s.heading)) or passage.text
    if _ACT.search(_TITLE.sub("", told)):
        return Outcome()
    return lacking("LAW103", _ZH, _EN)


CHECK = Check(
    code="LAW103",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    document=True,
    good=(
        "三、党政主要负责人履行推进法治建设第一责任人职责情况\n正文。",
        "一、举措\n局长主持召开党组会议4次，专题研究法治工作。",
    ),
    bad=(
        "一、举措\n贯彻《党政主要负责人履行推进法治建设第一责任人职责规定》。\n"
        "二、2025年工作安排\n强化主要负责人述法。",
    ),
)
