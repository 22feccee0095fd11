"""LAW114: a shortcoming is answered by no arrangement for the next year."""

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.examples import ANSWERED, ARRANGED
from zhunsheng.audit.missing import ANNUAL_REPORT
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage
from zhunsheng.audit.remedies import answers, stated

_ZH = "存在的不足没有对应的下一年安排"
_EN = "no arrangement for the next year answers this shortcoming"


def _run(passage: Passage) -> Outcome:
    problems, measures = stated(passage)
    if not problems or not measures:
        return Outcome()
    lone = [p for p in problems if not any(answers(p, m) for m in measures)]
    return Outcome(
        tuple(found("LAW114", _ZH, _EN, (p.start, p.end), kind="contents") for p in lone)
    )


CHECK = Check(
    code="LAW114",
    zh=_ZH,
    en=_EN,
    run=_run,
    law="report.contents",
    severity=Severity.REMARK,
    document=True,
    titled=ANNUAL_REPORT,
    good=(ANSWERED,),
    bad=(ARRANGED,),
)
