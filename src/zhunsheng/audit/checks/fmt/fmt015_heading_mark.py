"""FMT015: the number of a heading is followed by the wrong mark."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "层次序数之后的标点不规范：一、（一）1.（1）（GB/T 9704—2012第7.3.3条）"
_EN = "the mark after the number of a heading is not that of 一、（一）1.（1） (7.3.3)"
_WRONG = re.compile(
    r"^[ \t\u3000]{0,8}(?P<number>[一二三四五六七八九十]{1,3}[.．，,]"
    r"|[（(][一二三四五六七八九十]{1,3}[）)][、，.．]|[（(]\d{1,2}[）)][、，.．]|第[一二三四五六七八九十]、)",
    re.MULTILINE,
)


def _run(passage: Passage) -> Outcome:
    spans = [match.span("number") for match in _WRONG.finditer(passage.text)]
    return Outcome((found("FMT015", _ZH, _EN, *spans),) if spans else ())


CHECK = Check(
    code="FMT015",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    good=("一、工作情况\n（一）制度。\n1.修订。\n（1）公开征求意见。",),
    bad=("一．工作情况\n正文。", "（一）、工作情况\n正文。"),
)
