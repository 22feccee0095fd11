"""FMT018: full-width digits stand beside half-width ones."""

import re

from zhunsheng.audit.check import Check, Outcome, found
from zhunsheng.audit.model import Severity
from zhunsheng.audit.parse.passage import Passage

_ZH = "全角数字与半角数字混用"
_EN = "full-width digits stand beside half-width ones"
_FULL = re.compile("[０-９]{1,12}")
_HALF = re.compile("[0-9]")


def _run(passage: Passage) -> Outcome:
    spans = [match.span() for match in _FULL.finditer(passage.text)]
    if not spans or not _HALF.search(passage.text):
        return Outcome()
    return Outcome((found("FMT018", _ZH, _EN, *spans),))


CHECK = Check(
    code="FMT018",
    zh=_ZH,
    en=_EN,
    run=_run,
    severity=Severity.REMARK,
    triggers=tuple("０１２３４５６７８９"),
    good=("全年培训１２次。", "全年培训12次。"),
    bad=("2024年全年培训１２次。",),
)
