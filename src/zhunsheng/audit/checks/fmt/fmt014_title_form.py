"""FMT014: the title of an issued document lacks its kind or ends in a mark."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.elements import of_kind
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.gongwen.model import Kind

_ZH = "标题由发文机关名称、事由和文种组成，末尾不加标点（GB/T 9704—2012第7.3.1条）"
_EN = "a title names organ, matter and kind of document and ends without a mark (7.3.1)"
# The fifteen kinds of the regulations, and what bureaus issue besides.
_KIND = re.compile(
    r"(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|细则|"
    r"要点|计划|总结|清单|规划|制度|规则|预案|目录|指南|条例)(?:[（(].{1,20}[）)])?$"
)


def _run(passage: Passage) -> Outcome:
    if not of_kind(passage, Kind.NUMBER):
        return Outcome()
    wrong = [t.span for t in of_kind(passage, Kind.TITLE) if not _KIND.search(t.text.rstrip())]
    return Outcome(tuple(found("FMT014", _ZH, _EN, span) for span in wrong))


CHECK = Check(
    code="FMT014",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("号",),
    good=("澜科〔2024〕6号\n澜川市科学技术局关于印发工作规则（试行）的通知\n各科室：\n请执行。",),
    bad=("澜科〔2024〕6号\n澜川市科学技术局法治建设工作情况\n市政府：\n现报告如下。",),
)
