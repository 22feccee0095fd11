"""LAW115: an arrangement for the next year answers no shortcoming."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.examples import ANSWERED, ARRANGED
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.remedies import answers, stated

_ZH = "下一年安排没有对应的不足"
_EN = "this arrangement for the next year answers no shortcoming"


def _run(passage: Passage) -> Outcome:
    problems, measures = stated(passage)
    # One that answers nothing is plain only beside others that do.
    if not problems or len(measures) < 2:
        return Outcome()
    lone = [m for m in measures if not any(answers(p, m) for p in problems)]
    return Outcome(
        tuple(found("LAW115", _ZH, _EN, (m.start, m.lead), kind="contents") for m in lone)
    )


CHECK = Check(
    code="LAW115",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    good=(ANSWERED,),
    bad=(f"{ARRANGED}\n（二）扩大普法宣传。办好活动周。",),
)
