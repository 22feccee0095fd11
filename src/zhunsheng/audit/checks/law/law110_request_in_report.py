"""LAW110: a report holds a request."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "报告中不得夹带请示事项"
_EN = "a report holds no request"
# 请批示 please decide, 请予批准 please approve, 妥否 is this proper
_REQUEST = re.compile(
    r"(?:恳请|敬请|特请|(?<![提申报邀])请)(?:予以?|领导|市委|市政府)?[^。；，“”]{0,10}(?:批示|批准|审批|批复|审定)"
    r"|妥否|当否|是否妥当|可否，请"
)


def _run(passage: Passage) -> Outcome:
    titles = of_kind(passage, Kind.TITLE)
    if not titles or not titles[-1].text.rstrip().endswith("报告"):
        return Outcome()
    spans = [
        (p.start + match.start(), p.start + match.end())
        for p in of_kind(passage, Kind.PARAGRAPH)[-3:]
        for match in _REQUEST.finditer(p.text)
    ]
    return Outcome((found("LAW110", _ZH, _EN, *spans),) if spans else ())


_HEAD = "澜川市科学技术局关于2024年工作情况的报告\n市政府：\n"
CHECK = Check(
    code="LAW110",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="document.no_request",
    severity=Severity.REMARK,
    document=True,
    triggers=("请", "否"),
    good=(f"{_HEAD}全年提请审定规划1项。\n特此报告，请审阅。",),
    bad=(f"{_HEAD}现报告如下。\n妥否，请批示。", f"{_HEAD}现报告如下。\n恳请予以批准新增编制。"),
)
