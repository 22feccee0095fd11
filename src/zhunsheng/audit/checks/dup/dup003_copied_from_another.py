"""DUP003: a passage is that of another report."""

from zhunsheng.audit.check import Check, Outcome
from zhunsheng.audit.copied import copied
from zhunsheng.audit.examples import PASSAGE, REWORDED, UNLIKE
from zhunsheng.audit.handed import Beside, Handed, Needs
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "与另一份报告的文字基本相同"
_EN = "a passage is that of another report"


def _run(passage: Passage) -> Outcome:
    return copied(passage, "DUP003", others=passage.handed.others, zh=_ZH, en=_EN)


CHECK = Check(
    code="DUP003",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    needs=Needs.OTHERS,
    given=Handed(others=(Beside("另一份报告", PASSAGE),)),
    good=(UNLIKE,),
    bad=(PASSAGE, REWORDED),
)
