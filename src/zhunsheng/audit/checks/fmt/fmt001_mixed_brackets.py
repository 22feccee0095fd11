"""FMT001: some numbers of second-level headings stand in half-width brackets."""

import re

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.model import Finding, Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "层次序数应当使用全角括号（一）（GB/T 9704—2012第7.3.3条）"
_EN = "the number of a heading stands in full-width brackets (GB/T 9704-2012, 7.3.3)"
_HALF = re.compile(r"^[ \t　]{0,8}(?P<number>\([一二三四五六七八九十]{1,3}\))", re.MULTILINE)


def _run(passage: Passage) -> Outcome:
    spans = tuple(match.span("number") for match in _HALF.finditer(passage.text))
    if not spans:
        return Outcome()
    return Outcome(findings=(Finding("FMT001", "layout", Severity.REMARK, _ZH, _EN, spans),))


CHECK = Check(
    code="FMT001",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    document=True,
    triggers=("(",),
    good=("（一）强化领导。\n（二）依法履职。", "办理周期(一)至(三)季度。"),
    bad=("(一) 强化领导。\n（二）依法履职。",),
)
