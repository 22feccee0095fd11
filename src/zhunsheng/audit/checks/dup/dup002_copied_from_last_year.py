"""DUP002: a passage is that of last year's report."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.copied import copied
from zhunsheng.audit.examples import PASSAGE, REWORDED, UNLIKE
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "与上一年度报告的文字基本相同"
_EN = "a passage is that of last year's report"


def _run(passage: Passage) -> Outcome:
    previous = passage.handed.previous
    others = (previous,) if previous else ()
    return copied(passage, "DUP002", others=others, zh=_ZH, en=_EN)


CHECK = Check(
    code="DUP002",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    needs=Needs.PREVIOUS,
    given=Handed(previous=Beside("上年报告", PASSAGE)),
    good=(UNLIKE,),
    bad=(PASSAGE, REWORDED),
)
