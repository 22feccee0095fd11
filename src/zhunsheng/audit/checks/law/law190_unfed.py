"""LAW190: a part has no register behind it and says so."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.model import Finding, Severity
from zhunsheng.audit.parse.passage import Passage

_MARK = "【本部分尚无登记支撑】"  # this part has no register behind it yet
_ZH = "报告的这一部分没有台账支撑"
_EN = "this part of the report has no register behind it"


def _run(passage: Passage) -> Outcome:
    found = []
    at = passage.text.find(_MARK)
    while at >= 0:
        span = (at, at + len(_MARK))
        found.append(Finding("LAW190", "contents", Severity.ERROR, _ZH, _EN, (span,)))
        at = passage.text.find(_MARK, span[1])
    return Outcome(findings=tuple(found))


CHECK = Check(
    code="LAW190",
    zh=_ZH,
    en=_EN,
    run=_run,
    triggers=(_MARK,),
    good=("二、存在的不足和原因\n正文。",),
    bad=(f"二、存在的不足和原因\n{_MARK}",),
)
